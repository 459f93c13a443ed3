import * as vscode from 'vscode';
import { applyEdits, difference } from '../../core/edits.ts';
import type { TextEdit } from '../../core/text.ts';
import type { Fix } from '../../deployment/doctor/finding.ts';
import { dataOf, type Snapshot } from '../../deployment/doctor/snapshot.ts';
import { toUri } from '../common/remote-uri.ts';
import { fileIn } from './place.ts';

export type EditFix = Extract<Fix, { readonly kind: 'editToml' | 'editConfig' }>;

/** What a fix makes of a file. */
export interface FileEdit {
  readonly uri: vscode.Uri;
  /** Nothing when there is no file. */
  readonly before: string | undefined;
  readonly after: string;
  /** Of `before`. */
  readonly edits: readonly TextEdit[];
}

/** Nothing when the snapshot does not know where the file is. */
export function editOf(snapshot: Snapshot, fix: EditFix): FileEdit | undefined {
  if (fix.kind === 'editToml') {
    const file = fileIn(snapshot, 'fly.toml');
    return (
      file && { uri: file.uri, before: file.text, after: applyEdits(file.text, fix.edits), edits: fix.edits }
    );
  }
  const file = fileIn(snapshot, 'openclaw.json');
  if (file) {
    const { uri, text } = file;
    return { uri, before: text, after: fix.text, edits: [difference(text, fix.text)] };
  }
  const uri = missingConfig(snapshot);
  return uri && { uri, before: undefined, after: fix.text, edits: [] };
}

function missingConfig({ machine, inspection }: Snapshot): vscode.Uri | undefined {
  const { config, location } = dataOf(inspection) ?? {};
  if (!machine || !location || config) return undefined;
  return toUri({ app: machine.app, machine: machine.id, path: location.configPath });
}
