import * as vscode from 'vscode';
import { DisposableStore } from '../../core/disposable.ts';
import { onCommand } from '../common/on-command.ts';
import { onThing } from '../common/operations/on-thing.ts';
import type { Operation } from '../common/operations/operation.ts';
import { appSubject, machineSubject } from '../common/operations/subjects.ts';
import type { Services } from '../common/services.ts';
import type { Access } from './access.ts';

/** Ways to a deployment: its Control UI, proxies, Fly's dashboard, WireGuard, and who is let in. */
export function registerAccess(services: Services): vscode.Disposable {
  const parts = new DisposableStore();
  let loading: Promise<Access> | undefined;
  const access = (): Promise<Access> => {
    loading ??= import('./access.ts').then(({ createAccess }) => parts.add(createAccess(services)));
    return loading;
  };
  const apps = appSubject(services);
  const machines = machineSubject(services);
  return vscode.Disposable.from(
    parts,
    services.operations.register(apps, wireGuardOperations(services)),
    onThing(machines, 'approveDevice', async (machine) =>
      (await import('./approve.ts')).chooseDevice(services, machine),
    ),
    onThing(machines, 'approveSender', async (machine) =>
      (await import('./approve.ts')).approveByCode(services, machine),
    ),
    onThing(apps, 'openControlUi', async (app) => (await access()).openControlUi(app)),
    onThing(apps, 'copyControlUiUrl', async (app) => (await access()).copyControlUiUrl(app)),
    onThing(apps, 'openDashboard', openDashboard),
    onThing(apps, 'startProxy', async (app) => (await access()).startProxy(app)),
    onCommand('stopProxy', async () => (await access()).stopProxy()),
    onCommand('showProxies', async () => (await access()).showProxies()),
  );
}

async function openDashboard(app: string): Promise<void> {
  await vscode.env.openExternal(vscode.Uri.parse(`https://fly.io/apps/${app}`));
}

/** Peers of the private network of an app's organization. */
function wireGuardOperations(services: Services): readonly Operation<string>[] {
  const wireGuard = (): Promise<typeof import('./wireguard.ts')> => import('./wireguard.ts');
  return [
    {
      command: 'createWireGuard',
      offered: () => true,
      plan: async (app) => (await wireGuard()).planCreate(services, app),
    },
    {
      command: 'removeWireGuard',
      offered: () => true,
      plan: async (app) => (await wireGuard()).planRemove(services, app),
    },
  ];
}
