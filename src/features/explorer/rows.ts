import * as vscode from 'vscode';
import type { Machine } from '../../fly/model.ts';
import type { DeploymentStore } from '../../fly/store.ts';
import { isRunning } from '../common/machine-state.ts';
import type { Group, Node } from '../common/nodes.ts';
import type { SecretUse } from '../../deployment/secret-use.ts';

type Held = ReturnType<DeploymentStore['app']>;

/** What is held of a group, as nodes. @param use How the secrets are used, where that is known. */
export function rowsOf(app: string, group: Group, held: Held, use: SecretUse | undefined): Node[] {
  switch (group) {
    case 'machines':
      return (held.machines.data ?? []).map((machine) => ({ kind: 'machine', app, machine }));
    case 'addresses':
      return (held.addresses.data ?? []).map((address) => ({ kind: 'address', app, address }));
    case 'volumes':
      return (held.volumes.data ?? []).map((volume) => ({ kind: 'volume', app, volume }));
    case 'secrets':
      return secretRows(app, held, use);
    case 'releases':
      return (held.releases.data ?? []).map((release) => ({ kind: 'release', app, release }));
  }
}

/** What the configuration misses comes first. */
function secretRows(app: string, { secrets }: Held, use: SecretUse | undefined): Node[] {
  const marks = [...(use?.marks ?? [])];
  const missing = marks.filter(([, mark]) => mark === 'missing').map(([name]) => name);
  return [
    ...missing.map((name): Node => {
      return { kind: 'secret', app, secret: { name, digest: '', status: '' }, mark: 'missing' };
    }),
    ...(secrets.data ?? []).map((secret): Node => {
      const mark = use?.marks.get(secret.name);
      return { kind: 'secret', app, secret, ...(mark && { mark }) };
    }),
  ];
}

/** What is below a machine: what ails it, its containers, and its files while it runs. */
export function machineRows(app: string, machine: Machine): Node[] {
  if (!isRunning(machine.state)) return [];
  return [
    ...machine.checks
      .filter(({ status }) => status !== 'passing')
      .map((check) => note(machine, `check:${check.name}`, checkText(check), 'warning')),
    ...machine.containers.map(({ name, state }) =>
      note(machine, `container:${name}`, vscode.l10n.t('container {0}: {1}', name, state), 'quiet'),
    ),
    { kind: 'stateDirectory', app, machine },
  ];
}

function checkText({ name, status, output }: Machine['checks'][number]): string {
  const said = output.trim().split('\n', 1)[0] ?? '';
  return said === ''
    ? vscode.l10n.t('check {0} is {1}', name, status)
    : vscode.l10n.t('check {0} is {1}: {2}', name, status, said);
}

function note({ app, id }: Machine, what: string, text: string, tone: 'quiet' | 'warning'): Node {
  return { kind: 'note', id: `${what}:${app}:${id}`, text, tone };
}
