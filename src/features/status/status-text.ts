import * as vscode from 'vscode';
import type { Machine } from '../../fly/model.ts';
import type { Resource } from '../../fly/resource.ts';
import { isRunning, isSettled, machineLabel } from '../common/machine-state.ts';

/** How many machines have a line of their own. */
const namedMachines = 20;

/** What the status bar says of an app. */
export interface StatusLook {
  /** With a codicon before it. */
  readonly text: string;
  /** One line for each trouble, and for each machine unless they are many. */
  readonly lines: readonly string[];
  readonly troubled: boolean;
}

/** The state of all machines in a word. */
function stateWord(machines: readonly Machine[]): string {
  const states = [...new Set(machines.map(({ state }) => state))];
  if (states.length === 0) return vscode.l10n.t('no machine');
  if (states.length === 1) return states[0] ?? '';
  const running = machines.filter(({ state }) => isRunning(state)).length;
  return vscode.l10n.t('{0} of {1} started', running, machines.length);
}

function iconOf(machines: readonly Machine[], troubled: boolean): string {
  if (troubled) return 'warning';
  if (machines.some(({ state }) => !isSettled(state))) return 'loading~spin';
  return machines.some(({ state }) => isRunning(state)) ? 'vm-running' : 'vm-outline';
}

function machineLines(machines: readonly Machine[]): readonly string[] {
  const lines = machines
    .slice(0, namedMachines)
    .map((machine) => `${machineLabel(machine)}: ${machine.state} (${machine.region})`);
  const more = machines.length - lines.length;
  return more > 0 ? [...lines, vscode.l10n.t('… and {0} more', more)] : lines;
}

/**
 * What the status bar says of the workspace's app, by what is held; nothing is read for it.
 * @param troubles What is wrong, in few words each
 */
export function statusLook(
  app: string,
  { data, error, fetchedAt }: Resource<readonly Machine[]>,
  troubles: readonly string[],
): StatusLook {
  if (!data) {
    const lines = error ? [] : [vscode.l10n.t('Its state has not been read yet.')];
    return { text: `$(cloud) ${app}`, lines, troubled: false };
  }
  const troubled = troubles.length > 0;
  const stale =
    error && fetchedAt !== undefined
      ? [vscode.l10n.t('Not refreshed since {0}.', new Date(fetchedAt).toLocaleTimeString())]
      : [];
  const mark = error ? ' $(history)' : '';
  return {
    text: `$(${iconOf(data, troubled)}) ${app}: ${stateWord(data)}${mark}`,
    lines: [...troubles, ...stale, ...machineLines(data)],
    troubled,
  };
}
