import * as l10n from '@vscode/l10n';
import type { Machine, MachineEvent } from './model.ts';

/** What Fly's checks say of a machine, and what happened to it, the newest first: a text for people. */
export function machineReport(machine: Machine): string {
  const { app, id, name, state, region, hostStatus, cordoned } = machine;
  const facts = [state, region, ...(cordoned ? [l10n.t('cordoned')] : [])];
  if (hostStatus !== '' && hostStatus !== 'ok') facts.push(l10n.t('host {0}', hostStatus));
  return [
    `${name || id} · ${app}`,
    [id, ...facts].join(' · '),
    '',
    l10n.t('Checks'),
    ...indented(checkLines(machine)),
    '',
    l10n.t('Events, the newest first'),
    ...indented(eventLines(machine)),
    '',
  ].join('\n');
}

function checkLines({ checks }: Machine): readonly string[] {
  if (checks.length === 0) return [l10n.t('Fly makes no checks of this machine.')];
  return checks.flatMap(({ name, status, output }) => [
    `${status.padEnd(8)}  ${name}`,
    ...output
      .trim()
      .split(/\r?\n/)
      .filter((line) => line !== '')
      .map((line) => `          ${line}`),
  ]);
}

function eventLines({ events }: Machine): readonly string[] {
  if (events.length === 0) return [l10n.t('Fly tells of none.')];
  return events.map((event) => {
    const { timestamp, type, status, source } = event;
    const begin = `${new Date(timestamp).toLocaleString()}  ${type.padEnd(8)}  ${status.padEnd(10)}  ${source}`;
    return [begin, ...exitWords(event)].join('  ');
  });
}

/** How the machine ended, in words. */
function exitWords({ exitCode, oomKilled, requestedStop, restartCount }: MachineEvent): readonly string[] {
  if (exitCode === undefined) return [];
  const words = [l10n.t('exit code {0}', exitCode)];
  if (oomKilled) words.push(l10n.t('out of memory'));
  words.push(requestedStop ? l10n.t('a stop was requested') : l10n.t('nobody had requested a stop'));
  if (restartCount) words.push(l10n.t('restarts so far: {0}', restartCount));
  return [words.join(', ')];
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
