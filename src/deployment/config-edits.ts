import { applyEdits, modify } from 'jsonc-parser';
import { parseDocument } from '../gateway/check/document.ts';
import { legacyPlaces } from '../gateway/check/legacy.ts';
import { layoutOf, migrate } from '../gateway/check/migrate.ts';
import { type ConfigPath, formatPath, valueAt } from '../gateway/check/path.ts';
import { valueOf } from '../gateway/check/read.ts';

/** No object that a migration has emptied may stay: the machine's OpenClaw may not know it any more. */
const closedSchema = { type: 'object', additionalProperties: false };

/** The paths of settings that only earlier versions know; none in a text that OpenClaw cannot read. */
export function legacyKeys(text: string): readonly string[] {
  return legacyPlaces(valueOf(text)).map(({ path }) => formatPath(path));
}

/**
 * The configuration with settings of earlier versions renamed, moved and dropped; comments and layout stay.
 * @param paths Of the settings; those that are known to be of earlier versions when left out.
 * @returns Nothing when nothing can be done without losing what the text looks like.
 */
export function migrated(text: string, paths: readonly string[] = legacyKeys(text)): string | undefined {
  const migration = migrate(text, paths, closedSchema);
  return migration.kind === 'migrated' && migration.text !== text ? migration.text : undefined;
}

/**
 * The configuration with a value set; comments and layout stay.
 * @returns Nothing when it is set already, or for JSON5 that cannot be edited without losing what it looks like.
 */
export function withValue(source: string, path: ConfigPath, value: unknown): string | undefined {
  const parsed = parseDocument(source);
  if ('finding' in parsed || parsed.document.json5Only) return undefined;
  const { text } = parsed.document;
  const edits = modify(text, [...path], value, { formattingOptions: layoutOf(text) });
  const edited = applyEdits(text, edits);
  const isThere = JSON.stringify(valueAt(valueOf(edited), path)) === JSON.stringify(value);
  return isThere && edited !== text ? edited : undefined;
}
