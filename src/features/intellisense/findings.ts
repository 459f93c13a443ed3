import { checkWith } from '../../gateway/check/check.ts';
import { parseDocument } from '../../gateway/check/document.ts';
import type { Finding } from '../../gateway/check/finding.ts';
import type { SchemaNode } from '../../gateway/schema/schemaNode.ts';
import { editBetween, migrate, type TextEdit } from '../../gateway/check/migrate.ts';
import type { ConfigLanguage } from './language.ts';
import type { CheckRequest, MigrationRequest } from './protocol.ts';

/** What the schema alone has against a configuration. */
const schemaCodes = new Set(['unknown-key', 'missing-key', 'invalid-key', 'invalid-value']);

/**
 * What is wrong with a configuration beyond what VS Code's JSON service says about it: syntax errors, and where it works
 * with the same schema also what that does not allow.
 */
export async function findingsOf(
  { check, said, ...document }: CheckRequest,
  schema: SchemaNode,
  language: ConfigLanguage,
): Promise<readonly Finding[]> {
  const findings = checkWith({ ...check, text: document.text, schema });
  if (said === 'nothing') return findings;
  const beyondSyntax = findings.filter(({ code }) => code !== 'syntax');
  if (said === 'syntax') return beyondSyntax;
  const marked = new Set((await language.validate(document)).map(({ range }) => keyOf(range.start)));
  return beyondSyntax.filter(({ code, range }) => !schemaCodes.has(code) || !marked.has(keyOf(range.start)));
}

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

function keyOf({ line, character }: Finding['range']['start']): string {
  return `${line}:${character}`;
}
