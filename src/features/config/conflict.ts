import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { ConfigFile } from '../../gateway/config.ts';
import { mergeGatewayRewrite } from '../../gateway/config-merge.ts';
import { type RemoteFile, toUri } from '../common/remote-uri.ts';
import type { Versions } from './versions.ts';

/** A file that somebody changed on the machine while it was edited here. */
export interface Conflict {
  readonly file: RemoteFile;
  /** What was opened; unknown when it was opened before this window. */
  readonly base: Uint8Array | undefined;
  readonly mine: Uint8Array;
  readonly theirs: ConfigFile;
}

export type Resolution =
  /** These bytes are to replace what is on the machine now. */
  | { readonly kind: 'push'; readonly bytes: Uint8Array }
  /** The user merges; what is saved next is meant to replace what is on the machine now. */
  | { readonly kind: 'merging' }
  | { readonly kind: 'cancelled' };

/** Lets the user decide, unless only the gateway's own notes changed: those are taken over without a question. */
export async function resolve(conflict: Conflict, versions: Versions): Promise<Resolution> {
  const merged = ownNotesMerged(conflict);
  if (merged) return { kind: 'push', bytes: merged };
  const merge = vscode.l10n.t('Merge…');
  const overwrite = vscode.l10n.t('Overwrite');
  const { app, path } = conflict.file;
  const question = conflict.theirs.exists
    ? vscode.l10n.t('{0} changed on {1} since it was opened.', posix.basename(path), app)
    : vscode.l10n.t('{0} was deleted on {1} since it was opened.', posix.basename(path), app);
  const detail = vscode.l10n.t(
    'Nothing was written yet. What is there now is kept in the history either way.',
  );
  const choices = conflict.theirs.exists ? [merge, overwrite] : [overwrite];
  const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail }, ...choices);
  if (chosen === overwrite) return { kind: 'push', bytes: conflict.mine };
  if (chosen !== merge) return { kind: 'cancelled' };
  await openMerge(conflict, versions);
  return { kind: 'merging' };
}

function ownNotesMerged({ base, mine, theirs }: Conflict): Uint8Array | undefined {
  if (!base || !theirs.exists) return undefined;
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  const merge = mergeGatewayRewrite({ base: text(base), mine: text(mine), theirs: text(theirs.bytes) });
  return merge.kind === 'merged' ? new TextEncoder().encode(merge.text) : undefined;
}

/** VS Code's merge editor, as its own Git support opens it. Without a common base there are only two sides to compare. */
async function openMerge({ file, base, mine, theirs }: Conflict, versions: Versions): Promise<void> {
  if (!theirs.exists) return;
  const name = posix.basename(file.path);
  const [ours, others] = [versions.show(file, mine), versions.show(file, theirs.bytes)];
  if (!base) {
    const title = vscode.l10n.t('{0}: {1} ↔ edited', name, file.app);
    await vscode.commands.executeCommand('vscode.diff', others, toUri(file), title);
    return;
  }
  await vscode.commands.executeCommand('_open.mergeEditor', {
    base: versions.show(file, base),
    input1: { uri: others, title: vscode.l10n.t('On {0}', file.app) },
    input2: { uri: ours, title: vscode.l10n.t('Edited Here') },
    output: toUri(file),
  });
}
