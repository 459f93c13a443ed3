import { Ajv } from 'ajv';
import JSON5 from 'json5';
import { ErrorCode, getLanguageService, TextDocument } from 'vscode-json-languageservice';
import type { SchemaNode } from '../../../src/gateway/schema/schemaNode.ts';

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
  readonly #service = getLanguageService({});

  constructor(schema: SchemaNode) {
    // The service resolves references in the object that it is given.
    const own = structuredClone(schema);
    this.#service.configure({
      validate: true,
      schemas: [{ uri: 'schema:openclaw', fileMatch: ['*'], schema: own }],
    });
  }

  /** What is deprecated is no error. */
  readonly validate: Validator = async (text) => {
    const document = openclawJson(text);
    const diagnostics = await this.#service.doValidation(document, this.#service.parseJSONDocument(document));
    const errors = diagnostics.filter(({ code }) => code !== ErrorCode.Deprecated);
    return errors.map(({ message }) => (typeof message === 'string' ? message : message.value));
  };

  /** What is offered at the `|` in the text. */
  async completions(text: string): Promise<readonly string[]> {
    const document = openclawJson(text.replace('|', ''));
    const position = document.positionAt(text.indexOf('|'));
    const list = await this.#service.doComplete(
      document,
      position,
      this.#service.parseJSONDocument(document),
    );
    return list?.items.map(({ label }) => label) ?? [];
  }
}

function openclawJson(text: string): TextDocument {
  return TextDocument.create('file:///openclaw.json', 'jsonc', 1, text);
}
