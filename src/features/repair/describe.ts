import * as vscode from 'vscode';
import type { FoundLock } from '../../gateway/locks.ts';

function verdictWord(verdict: FoundLock['verdict']): string {
  switch (verdict) {
    case 'held':
      return vscode.l10n.t('in use');
    case 'stale':
      return vscode.l10n.t('stale');
    case 'unknown':
      return vscode.l10n.t('unknown');
  }
}

/** An age in the largest unit that says enough: `40 s`, `12 min`, `3 h`, `5 d`. */
function age(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 90) return vscode.l10n.t('{0} s', seconds);
  if (seconds < 90 * 60) return vscode.l10n.t('{0} min', Math.round(seconds / 60));
  if (seconds < 48 * 3_600) return vscode.l10n.t('{0} h', Math.round(seconds / 3_600));
  return vscode.l10n.t('{0} d', Math.round(seconds / 86_400));
}

function describe({ path, verdict, reason, owner, mtimeMs, uid }: FoundLock, nowMs: number): string {
  const made = age(nowMs - (owner?.createdAtMs ?? mtimeMs));
  const by = owner
    ? vscode.l10n.t('made {0} ago by process {1} of user {2}', made, owner.pid, uid)
    : vscode.l10n.t('made {0} ago by user {1}', made, uid);
  return `${path}\n${verdictWord(verdict)} · ${by}\n${reason}`;
}

/** The locks as the text of a dialog: where each is, what is thought of it, whose it is, and why. */
export function describeLocks(locks: readonly FoundLock[], nowMs: number): string {
  return locks.map((lock) => describe(lock, nowMs)).join('\n\n');
}
