import { applyEdits, modify } from 'jsonc-parser';
import { legacyPlaces } from '../../gateway/check/legacy.ts';
import { migrate } from '../../gateway/check/migrate.ts';
import { formatPath, stringAt } from '../../gateway/check/path.ts';
import { valueOf } from '../../gateway/check/read.ts';

/** No object that a migration has emptied may stay: the machine's OpenClaw may not know it any more. */
const closedSchema = { type: 'object', additionalProperties: false };

/** The paths of settings that only earlier versions know; none in a text that OpenClaw cannot read. */
export function legacyKeys(text: string): readonly string[] {
  return legacyPlaces(valueOf(text)).map(({ path }) => formatPath(path));
}

/**
 * The configuration with the settings of earlier versions renamed, moved and dropped; comments and layout stay.
 * @returns Nothing when nothing can be done without losing what the text looks like.
 */
export function migrated(text: string): string | undefined {
  const migration = migrate(text, legacyKeys(text), closedSchema);
  return migration.kind === 'migrated' && migration.text !== text ? migration.text : undefined;
}

/**
 * The configuration with `gateway.mode` set to `local`; comments and layout stay.
 * @returns Nothing when the text cannot be edited without losing what it looks like.
 */
export function withLocalMode(text: string): string | undefined {
  const formattingOptions = { insertSpaces: true, tabSize: 2 };
  const edited = applyEdits(text, modify(text, ['gateway', 'mode'], 'local', { formattingOptions }));
  return stringAt(valueOf(edited), 'gateway', 'mode') === 'local' ? edited : undefined;
}
