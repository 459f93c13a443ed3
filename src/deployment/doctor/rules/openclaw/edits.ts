import * as l10n from '@vscode/l10n';
import type { ConfigPath } from '../../../../gateway/check/path.ts';
import { migrated, withValue } from '../../../config-edits.ts';
import type { Fix } from '../../finding.ts';

/** A fix that sets a value of the configuration; none where that cannot be done without losing what the text looks like. */
export function setValue(title: string, source: string, path: ConfigPath, value: unknown): readonly Fix[] {
  return edit(title, withValue(source, path, value));
}

/** A fix that renames, moves and drops settings of earlier versions; none when nothing can be done for the paths. */
export function migrateKeys(text: string, paths: readonly string[]): readonly Fix[] {
  return edit(l10n.t('Migrate the settings'), migrated(text, paths));
}

function edit(title: string, text: string | undefined): readonly Fix[] {
  return text === undefined ? [] : [{ kind: 'editConfig', title, text }];
}
