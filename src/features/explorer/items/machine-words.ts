import * as vscode from 'vscode';
import type { Machine, MachineEvent } from '../../../fly/model.ts';
import { machineCost } from '../../../fly/prices.ts';
import { dollars, momentLabel } from '../../common/words.ts';

/** How many events a tooltip shows. */
const shownEvents = 4;

/** A size in the words of Fly's own presets, e.g. `shared-cpu-2x · 2 GB`. */
export function machineSize({ cpuKind, cpus, memoryMb }: Machine): string {
  const kind = cpuKind === 'shared' ? 'shared-cpu' : cpuKind;
  const memory = memoryMb % 1024 === 0 ? `${memoryMb / 1024} GB` : `${memoryMb} MB`;
  return `${kind}-${cpus}x · ${memory}`;
}

/** The checks that do not pass, in words; empty when all do. */
export function failingChecks({ checks, state }: Machine): string {
  const failing = checks.filter(({ status }) => status !== 'passing');
  const [first] = failing;
  // A machine that does not run passes no check, which is no news.
  if (!first || state !== 'started') return '';
  return failing.length === 1
    ? vscode.l10n.t('check {0} is {1}', first.name, first.status)
    : vscode.l10n.t('{0} of {1} checks fail', failing.length, checks.length);
}

function cause({ oomKilled, requestedStop, exitCode }: MachineEvent): string {
  if (oomKilled) return vscode.l10n.t('out of memory');
  if (requestedStop) return vscode.l10n.t('it was asked to stop');
  return exitCode === 0
    ? vscode.l10n.t('its process ended')
    : vscode.l10n.t('its process failed with code {0}', exitCode ?? '');
}

/** Why the machine last ended, e.g. `out of memory (Nov 3, 2026, 10:00 AM)`; empty when it never did. */
export function lastExit({ events }: Machine): string {
  const exit = events.find((event) => event.exitCode !== undefined);
  return exit ? `${cause(exit)} (${momentLabel(exit.timestamp)})` : '';
}

/** Why the machine runs anew, for one that was started after it had ended. */
export function lastRestart({ events }: Machine): string {
  const start = events.findIndex(({ type }) => type === 'start' || type === 'restart' || type === 'launch');
  const exit = events.slice(Math.max(start, 0)).find((event) => event.exitCode !== undefined);
  const restarts = events.find(({ restartCount }) => restartCount !== undefined)?.restartCount ?? 0;
  if (start < 0 || !exit) return '';
  return restarts > 0
    ? vscode.l10n.t('{0}; restarts in a row: {1}', cause(exit), restarts)
    : vscode.l10n.t('{0}, started by {1}', cause(exit), events[start]?.source ?? '');
}

/** The newest events, e.g. `started (Nov 3, 2026, 10:00 AM)`. */
export function lastEvents({ events }: Machine): string {
  return events
    .slice(0, shownEvents)
    .map(({ type, status, timestamp }) => `${status || type} (${momentLabel(timestamp)})`)
    .join(', ');
}

/** About what it costs; empty where that is not known. */
export function monthlyCost(machine: Machine): string {
  const cost = machineCost(machine);
  return cost === undefined
    ? ''
    : vscode.l10n.t('about {0} a month if it always runs, by Fly’s list price of 2026', dollars(cost));
}
