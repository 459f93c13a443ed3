import * as vscode from 'vscode';
import { clearLocks, type ClearedLock } from '../../gateway/clear-locks.ts';
import type { FoundLock } from '../../gateway/locks.ts';
import type { Look } from './look.ts';
import { type Patient, tell } from './patient.ts';
import { restartAndWait, tellRestarted } from './restart.ts';

export interface ClearRequest {
  readonly locks: readonly FoundLock[];
  readonly restart: boolean;
  /** The user has confirmed twice that locks in use shall go. */
  readonly evenInUse?: boolean;
}

/** Puts the locks aside and, as asked, restarts the machine and sees its gateway come back. */
export async function clear(patient: Patient, seen: Look, request: ClearRequest): Promise<void> {
  const { services, name, machine } = patient;
  const title = vscode.l10n.t('Clearing the gateway lock of {0}', name);
  const result = await services.actions.run({ title }, async ({ signal, report }) => {
    const { locks, restart, evenInUse = false } = request;
    const cleared = await clearLocks(patient.shell, locks, { signal, evenInUse });
    const left = cleared.filter(({ outcome }) => outcome !== 'removed' && outcome !== 'missing');
    if (left.length > 0 || !restart) return { left };
    return { left, restarted: await restartAndWait(patient, seen, { signal, report }) };
  });
  void services.store.load(machine.app, 'machines');
  if (result.status !== 'ok') return;
  const { left, restarted } = result.value;
  if (left.length > 0) return tellLeft(patient, left);
  if (restarted) return tellRestarted(patient, restarted);
  const message = vscode.l10n.t('The lock of {0} is cleared. Restart the machine next.', name);
  await tell(patient, 'info', message, ['restartMachine', 'showLogs']);
}

function outcomeWords({ outcome, detail }: ClearedLock): string {
  switch (outcome) {
    case 'changed':
      return vscode.l10n.t('a gateway has written it again since it was judged, so it stays');
    case 'refused':
      return vscode.l10n.t('it is not judged stale, so it stays');
    case 'failed':
      return detail || vscode.l10n.t('the machine did not permit it');
    case 'removed':
    case 'missing':
      return vscode.l10n.t('it is gone');
  }
}

async function tellLeft(patient: Patient, left: readonly ClearedLock[]): Promise<void> {
  const rows = left.map((lock) => `${lock.path}: ${outcomeWords(lock)}`).join('; ');
  const message = vscode.l10n.t('Not every lock of {0} could be cleared. {1}', patient.name, rows);
  await tell(patient, 'warning', message, ['showLogs']);
}
