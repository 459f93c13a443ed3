import * as vscode from 'vscode';
import type { OwnerLease } from '../../gateway/lease.ts';
import type { LockFile, Judgement } from '../../gateway/lock-verdict.ts';
import type { OtherLock } from '../../gateway/other-locks.ts';
import type { StartGuards } from '../../gateway/start-guards.ts';

/** A dialog has room for so many of the locks that are not the gateway's own. */
const shownOthers = 5;

type JudgedLock = Omit<LockFile, 'sha256'> & Judgement;

function verdictWord(verdict: Judgement['verdict']): string {
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

/** What is left of a short time: `4:05`. */
export function countdown(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A moment by the clock on the user's wall, and how long ago it was. */
function since(ms: number, nowMs: number): string {
  const moment = new Date(ms).toLocaleString(vscode.env.language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
  });
  return vscode.l10n.t('since {0} ({1} ago)', moment, age(nowMs - ms));
}

function describeLock({ path, verdict, reason, owner, mtimeMs, uid }: JudgedLock, nowMs: number): string {
  const by = owner
    ? vscode.l10n.t('by process {0} of user {1}', owner.pid, uid)
    : vscode.l10n.t('by user {0}', uid);
  const words = [verdictWord(verdict), by, since(owner?.createdAtMs ?? mtimeMs, nowMs)];
  return `${path}\n${words.join(' · ')}\n${reason}`;
}

function waitsFor(kind: OtherLock['kind']): string {
  switch (kind) {
    case 'session':
      return vscode.l10n.t('One conversation waits for it.');
    case 'plugins':
      return vscode.l10n.t('The start of the gateway waits for it, up to five minutes for each plugin.');
    case 'file':
      return vscode.l10n.t('Whoever wants to change the file beside it waits for it.');
  }
}

/** The locks that are not the gateway's own, unless they are in use as they should be. */
function describeOthers(others: readonly OtherLock[], nowMs: number): readonly string[] {
  const odd = others.filter(({ verdict }) => verdict !== 'held');
  if (odd.length === 0) return [];
  const heading = vscode.l10n.t(
    'Other locks of OpenClaw. They are left alone: it takes stale ones over itself, or “openclaw doctor --fix” removes them.',
  );
  const shown = odd
    .slice(0, shownOthers)
    .map((lock) => `${describeLock(lock, nowMs)} ${waitsFor(lock.kind)}`);
  const more = odd.length - shown.length;
  return [heading, ...shown, ...(more > 0 ? [vscode.l10n.t('… and {0} more.', more)] : [])];
}

function describeLease({ lease, leftMs }: NonNullable<StartGuards['blocking']>): string {
  return vscode.l10n.t(
    'The gateway of host {0} (process {1}) owns the state directory for another {2}, although it may have ended. Nothing can be removed to shorten that; no gateway starts until then.',
    lease.hostname,
    lease.pid,
    countdown(leftMs),
  );
}

/** What was found as the text of a dialog: where each lock is, what is thought of it, whose it is since when, and why. */
export function describeGuards({ locks, others, facts, blocking }: StartGuards): string {
  return [
    ...locks.map((lock) => describeLock(lock, facts.nowMs)),
    ...(blocking ? [describeLease(blocking)] : []),
    ...describeOthers(others, facts.nowMs),
  ].join('\n\n');
}

/** That a gateway of another machine goes on renewing its lease. */
export function describeRenewal({ hostname, pid }: OwnerLease): string {
  return vscode.l10n.t(
    'The gateway of host {0} (process {1}) runs and keeps the state directory for itself. Stop that machine first.',
    hostname,
    pid,
  );
}
