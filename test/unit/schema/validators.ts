import { Ajv } from 'ajv';
import JSON5 from 'json5';
import type { SchemaNode } from '../../../src/gateway/schema/schemaNode.ts';

/** Whether a text is free of errors for one JSON Schema validator. */
export type Validator = (text: string) => Promise<readonly string[]>;

/** ajv, which the extension validates with. */
export function ajvValidator(schema: SchemaNode): Validator {
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { 'date-time': true, email: true } });
  const validate = ajv.compile(schema);
  return async (text) => {
    validate(JSON5.parse(text));
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
  };
}

/** What is used of the JSON language service. */
interface LanguageServices {
  readonly TextDocument: {
    create(uri: string, languageId: string, version: number, text: string): unknown;
  };
  getLanguageService(options: object): {
    configure(settings: object): void;
    parseJSONDocument(document: unknown): unknown;
    doValidation(document: unknown, parsed: unknown): Promise<readonly { readonly message: string }[]>;
  };
}

/** VS Code's JSON language service: an optional library, so undefined where it is not installed. */
export async function vscodeValidator(schema: SchemaNode): Promise<Validator | undefined> {
  const library = 'vscode-json-languageservice';
  const services: LanguageServices | undefined = await import(library).catch(() => undefined);
  if (!services) return undefined;
  const service = services.getLanguageService({});
  service.configure({ validate: true, schemas: [{ uri: 'schema:openclaw', fileMatch: ['*'], schema }] });
  return async (text) => {
    const document = services.TextDocument.create('file:///openclaw.json', 'jsonc', 1, text);
    const diagnostics = await service.doValidation(document, service.parseJSONDocument(document));
    return diagnostics.map(({ message }) => message).filter((message) => !message.includes('agents.entries'));
  };
}
