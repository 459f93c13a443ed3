import * as l10n from '@vscode/l10n';
import { applyEdits, modify } from 'jsonc-parser';
import { parseDocument } from '../../../../gateway/check/document.ts';
import { layoutOf, migrate } from '../../../../gateway/check/migrate.ts';
import { type ConfigPath, valueAt } from '../../../../gateway/check/path.ts';
import { valueOf } from '../../../../gateway/check/read.ts';
import type { Fix } from '../../finding.ts';

/**
 * A fix that sets a value of the configuration; comments and layout stay. None for JSON5 that cannot be edited without losing
 * what it looks like.
 */
export function setValue(title: string, source: string, path: ConfigPath, value: unknown): readonly Fix[] {
  const parsed = parseDocument(source);
  if ('finding' in parsed || parsed.document.json5Only) return [];
  const { text } = parsed.document;
  const edits = modify(text, [...path], value, { formattingOptions: layoutOf(text) });
  const edited = applyEdits(text, edits);
  const isThere = JSON.stringify(valueAt(valueOf(edited), path)) === JSON.stringify(value);
  return isThere && edited !== text ? [{ kind: 'editConfig', title, text: edited }] : [];
}

/** No object that a migration has emptied may stay: the machine's OpenClaw may not know it any more. */
const closedSchema = { type: 'object', additionalProperties: false };

/** A fix that renames, moves and drops settings of earlier versions; none when nothing can be done for the paths. */
export function migrateKeys(text: string, paths: readonly string[]): readonly Fix[] {
  const migration = migrate(text, paths, closedSchema);
  if (migration.kind !== 'migrated' || migration.text === text) return [];
  return [{ kind: 'editConfig', title: l10n.t('Migrate the settings'), text: migration.text }];
}
