import { parseDocument } from '../../gateway/check/document.ts';
import type { SchemaNode } from '../../gateway/schema/schemaNode.ts';
import { editBetween, migrate, type TextEdit } from '../../gateway/check/migrate.ts';
import type { MigrationRequest } from './protocol.ts';

/** The language that an editor needs for the text; undefined when OpenClaw cannot read it. */
export function dialectOf(text: string): 'jsonc' | 'json5' | undefined {
  const parsed = parseDocument(text);
  if ('finding' in parsed) return undefined;
  return parsed.document.json5Only ? 'json5' : 'jsonc';
}

/** The change of the text that migrates the paths, as one replacement. */
export function migrationOf({ text, paths }: MigrationRequest, schema: SchemaNode): TextEdit | undefined {
  const migration = migrate(text, paths, schema);
  if (migration.kind === 'unsupported' || migration.text === text) return undefined;
  return editBetween(text, migration.text);
}
