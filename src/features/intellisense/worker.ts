// A thread of its own: normalising, parsing and validating half a megabyte of schema would keep the extension host busy.
import * as l10n from '@vscode/l10n';
import { parentPort, workerData } from 'node:worker_threads';
import { checkWith } from '../../gateway/check/check.ts';
import { parseDocument } from '../../gateway/check/document.ts';
import { editBetween, migrate, type TextEdit } from '../../gateway/check/migrate.ts';
import { normaliseSchema } from '../../gateway/schema/normalise.ts';
import type { SchemaNode } from '../../gateway/schema/schemaNode.ts';
import { ConfigLanguage } from './language.ts';
import type {
  EngineMethod,
  EngineMethods,
  EngineRequest,
  EngineResult,
  MigrationRequest,
  Texts,
} from './protocol.ts';

const texts: Texts | undefined = workerData;
if (texts) l10n.config({ contents: texts });

const language = new ConfigLanguage();

/** Compiled parts of a schema are kept as long as its object lives. */
const schemas = new Map<string, SchemaNode>();

const methods: EngineMethods = {
  addSchema: async ({ id, text }) => {
    const schema: SchemaNode = JSON.parse(text);
    schemas.set(id, schema);
    language.addSchema(id, schema);
  },
  normalise: async (published) => JSON.stringify(normaliseSchema(JSON.parse(published))),
  dialect: async (text) => dialectOf(text),
  complete: (place) => language.complete(place),
  migrate: async (request) => migrationOf(request, schemaOf(request.schema)),
  check: async ({ check, schema, text }) => checkWith({ ...check, text, schema: schemaOf(schema) }),
  suggest: (request) => language.suggest(request),
  hover: (place) => language.hover(place),
};

function schemaOf(id: string): SchemaNode {
  const schema = schemas.get(id);
  if (!schema) throw new Error(`There is no schema ${id}.`);
  return schema;
}

/** The language that an editor needs for the text; undefined when OpenClaw cannot read it. */
function dialectOf(text: string): 'jsonc' | 'json5' | undefined {
  const parsed = parseDocument(text);
  if ('finding' in parsed) return undefined;
  return parsed.document.json5Only ? 'json5' : 'jsonc';
}

/** The change of the text that migrates the paths, as one replacement. */
function migrationOf({ text, paths }: MigrationRequest, schema: SchemaNode): TextEdit | undefined {
  const migration = migrate(text, paths, schema);
  if (migration.kind === 'unsupported' || migration.text === text) return undefined;
  return editBetween(text, migration.text);
}

function call<M extends EngineMethod>({ method, parameter }: EngineRequest<M>): Promise<EngineResult<M>> {
  return methods[method](parameter);
}

parentPort?.on('message', (request: EngineRequest) => {
  const { id } = request;
  call(request).then(
    (result) => parentPort?.postMessage({ id, result }),
    (error: unknown) => parentPort?.postMessage({ id, error: String(error) }),
  );
});
