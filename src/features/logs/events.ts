import * as l10n from '@vscode/l10n';
import type { MachineEvent } from '../../fly/model.ts';

/** Whether the event is bad news: a process that ended with an error, or that its machine had no memory for. */
export function isBadEvent({ type, exitCode, oomKilled, requestedStop }: MachineEvent): boolean {
  if (oomKilled === true) return true;
  return type === 'exit' && requestedStop !== true && exitCode !== undefined && exitCode !== 0;
}

/** What happened to a machine, without a full stop. Types and states are those of Fly's Machines API. */
export function describeEvent(event: MachineEvent): string {
  const { type, status } = event;
  switch (type) {
    case 'exit':
      return describeExit(event);
    case 'launch':
      return l10n.t('The machine was created');
    case 'start':
      return status === 'started' ? l10n.t('The machine started') : l10n.t('The machine is starting');
    case 'stop':
      return status === 'stopped' ? l10n.t('The machine stopped') : l10n.t('The machine is stopping');
    case 'restart':
      return l10n.t('The machine restarts');
    case 'suspend':
      return l10n.t('The machine was suspended');
    case 'update':
      return l10n.t('The configuration of the machine was changed');
    case 'destroy':
      return l10n.t('The machine was destroyed');
    default:
      return l10n.t('Fly tells “{0}” of the machine, which is {1}', type, status);
  }
}

function describeExit({ exitCode, oomKilled, requestedStop, restartCount }: MachineEvent): string {
  const told = [exitWords(exitCode, requestedStop === true)];
  if (oomKilled === true) told.push(l10n.t('out of memory'));
  if (restartCount) told.push(l10n.t('restarts so far: {0}', restartCount));
  return told.join(', ');
}

function exitWords(code: number | undefined, wasAsked: boolean): string {
  if (wasAsked) return l10n.t('The machine’s process ended because it was asked to');
  if (code === undefined) return l10n.t('The machine’s process ended');
  return l10n.t('The machine’s process ended with code {0}', code);
}
