import * as vscode from 'vscode';
import type { ConfigCopy } from '../../deployment/rescue/look.ts';
import { readConfig } from '../../gateway/config.ts';
import type { ConfigHistory, HistoryEntry, HistoryFile } from '../../gateway/config-history.ts';
import type { RemoteShell } from '../../remote/shell.ts';
import { originLabel, sizeLabel, timeLabel, timeOf } from '../common/version-labels.ts';

/** A configuration that could be put in the place of the one that is there. */
export interface Candidate {
  /** What it is called on screen. */
  readonly label: string;
  /** @returns Nothing when it is gone. @throws Failure */
  read(signal: AbortSignal): Promise<Uint8Array | undefined>;
}

type CandidateItem = vscode.QuickPickItem & { readonly candidate?: Candidate };

interface Sources {
  readonly name: string;
  readonly shell: RemoteShell;
  readonly file: HistoryFile;
  readonly history: ConfigHistory;
  readonly copies: readonly ConfigCopy[];
  /** Of what is there now. */
  readonly sha256: string | undefined;
}

/** Lets the user choose among OpenClaw's own copies on the machine and the versions on this computer. */
export async function chooseCandidate(sources: Sources): Promise<Candidate | undefined> {
  const copies = inOrder(sources.copies).map((copy) => copyItem(sources.shell, copy));
  const entries = await sources.history.list(sources.file);
  const versions = distinct(entries, sources.sha256).map((entry) => versionItem(sources.history, entry));
  const items = [
    ...group(vscode.l10n.t('on the machine'), copies),
    ...group(vscode.l10n.t('kept on this computer'), versions),
  ];
  if (items.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'There is no other configuration of {0}: no copy on the machine, no version here.',
        sources.name,
      ),
    );
    return undefined;
  }
  const options = {
    title: vscode.l10n.t('Rescue of {0} (step 3 of 5): restore a configuration', sources.name),
    placeHolder: vscode.l10n.t('Choose one to see what it would change'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  };
  return (await vscode.window.showQuickPick(items, options))?.candidate;
}

/** The one that worked first; OpenClaw writes it after a good start. */
function inOrder(copies: readonly ConfigCopy[]): readonly ConfigCopy[] {
  const isLastGood = ({ suffix }: ConfigCopy): boolean => suffix === 'last-good';
  return [...copies.filter(isLastGood), ...copies.filter((copy) => !isLastGood(copy))];
}

/** Each content once, without the one that is there. */
function distinct(entries: readonly HistoryEntry[], now: string | undefined): readonly HistoryEntry[] {
  const seen = new Set([now]);
  return entries.filter(({ sha256 }) => !seen.has(sha256) && seen.add(sha256));
}

function group(label: string, items: readonly CandidateItem[]): readonly CandidateItem[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function copyItem(shell: RemoteShell, { path, suffix, size, mtimeMs }: ConfigCopy): CandidateItem {
  const label = `openclaw.json.${suffix}`;
  const read = async (signal: AbortSignal): Promise<Uint8Array | undefined> => {
    const copy = await readConfig(shell, { configPath: path }, { signal });
    return copy.exists ? copy.bytes : undefined;
  };
  const facts = [timeLabel(mtimeMs), sizeLabel(size)].join(' · ');
  const worked = suffix === 'last-good' && vscode.l10n.t('The gateway last started with it.');
  return { label, description: facts, candidate: { label, read }, ...(worked && { detail: worked }) };
}

function versionItem(history: ConfigHistory, entry: HistoryEntry): CandidateItem {
  const label = timeOf(entry);
  const description = [originLabel(entry.origin), sizeLabel(entry.bytes)].join(' · ');
  return { label, description, candidate: { label, read: () => history.read(entry) } };
}
