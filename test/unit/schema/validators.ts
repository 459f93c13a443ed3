import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import JSON5 from 'json5';
import type { SchemaNode } from '../../../src/gateway/schema/schemaNode.ts';

// Node finds no names in the package's entry for `import`.
const services: typeof import('vscode-json-languageservice') = createRequire(import.meta.url)(
  'vscode-json-languageservice',
);
const { ClientCapabilities, ErrorCode, getLanguageService, TextDocument } = services;

/** The errors that one JSON Schema validator finds in a text. */
export type Validator = (text: string) => Promise<readonly string[]>;

/** ajv, which reads what OpenClaw reads. */
export function ajvValidator(schema: SchemaNode): Validator {
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { 'date-time': true, email: true } });
  const validate = ajv.compile(schema);
  return async (text) => {
    validate(JSON5.parse(text));
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
  };
}

/** VS Code's JSON language service with the schema for every document. */
export class Editor {
  readonly #service = getLanguageService({
    clientCapabilities: ClientCapabilities.LATEST,
    // What a document names as its `$schema` permits everything.
    schemaRequestService: () => Promise.resolve('{}'),
  });

  constructor(schema: SchemaNode) {
    // The service resolves references in the object that it is given.
    const own = structuredClone(schema);
    this.#service.configure({
      validate: true,
      schemas: [{ uri: 'schema:openclaw', fileMatch: ['*'], schema: own }],
    });
  }

  /** Errors by the settings that VS Code has for `jsonc`. What is deprecated, or replaced by a later key, is none. */
  readonly validate: Validator = async (text) => {
    const document = openclawJson(text);
    const diagnostics = await this.#service.doValidation(
      document,
      this.#service.parseJSONDocument(document),
      {
        comments: 'ignore',
        trailingCommas: 'warning',
      },
    );
    const errors = diagnostics.filter(
      ({ code }) => code !== ErrorCode.Deprecated && code !== ErrorCode.DuplicateKey,
    );
    return errors.map(({ message }) => (typeof message === 'string' ? message : message.value));
  };

  /** What is offered at the `|` in the text: labels, and what is inserted. */
  async completions(text: string): Promise<ReadonlyMap<string, string>> {
    const document = openclawJson(text.replace('|', ''));
    const position = document.positionAt(text.indexOf('|'));
    const list = await this.#service.doComplete(
      document,
      position,
      this.#service.parseJSONDocument(document),
    );
    return new Map(list?.items.map(({ label, textEdit }) => [label, textEdit?.newText ?? '']));
  }
}

/** A snippet as it is when nobody changes its placeholders. */
export function expand(snippet: string): string {
  return snippet
    .replaceAll('\\$', '\0')
    .replaceAll(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
    .replaceAll('\0', '$');
}

function openclawJson(text: string): import('vscode-json-languageservice').TextDocument {
  return TextDocument.create('file:///openclaw.json', 'jsonc', 1, text);
}
