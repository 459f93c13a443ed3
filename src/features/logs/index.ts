import * as vscode from 'vscode';
import { toFailure } from '../../core/errors.ts';
import { showFailure } from '../common/actions.ts';
import { onCommand } from '../common/on-command.ts';
import { machineLabel } from '../common/machine-state.ts';
import { type Target, targetOf } from '../common/nodes.ts';
import type { Services } from '../common/services.ts';
import { setting } from '../common/setting.ts';
import { createLogViews } from './views.ts';

/** Show Logs: the log of an app or a machine, in a tab of its own. */
export function registerLogs(services: Services): vscode.Disposable {
  const views = createLogViews({
    extensionUri: services.extensionUri,
    flyctl: services.flyctl,
    redact: services.redact,
    flyctlPath: () => services.locator.locate(),
    maxLines: () => setting('logs.maxLines', 20_000),
  });
  return vscode.Disposable.from(
    views,
    onCommand('showLogs', async (argument) => {
      try {
        const target = targetOf(argument) ?? (await chooseTarget(services));
        if (target) views.show({ ...target, title: titleOf(services, target) });
      } catch (error) {
        await showFailure(toFailure(error));
      }
    }),
  );
}

async function chooseTarget({ machines }: Services): Promise<Target | undefined> {
  const app = await machines.chooseApp();
  return app === undefined ? undefined : { app };
}

/** The machine's name where it is known, so that a tab is called like the node in the tree. */
function titleOf({ store }: Services, { app, machine }: Target): string {
  if (machine === undefined) return app;
  const known = store.app(app).machines.data?.find(({ id }) => id === machine);
  return known ? machineLabel(known) : machine;
}
