import * as vscode from 'vscode';
import { onCommand } from '../common/on-command.ts';
import { machineLabel } from '../common/machine-state.ts';
import { type Target, targetOf } from '../common/nodes.ts';
import type { Services } from '../common/services.ts';
import { setting } from '../common/setting.ts';
import { LogDocuments } from './documents.ts';
import { createLogViews } from './views.ts';

/** Show Logs: the log of an app or a machine, in a tab of its own. What fills it is loaded with the first one. */
export function registerLogs(services: Services): vscode.Disposable {
  const documents = new LogDocuments();
  const views = createLogViews(async () => {
    const { LogPanel } = await import('./panel.ts');
    return (panel, subject) =>
      new LogPanel(panel, subject, { services, documents, maxLines: setting('logs.maxLines', 20_000) });
  });
  return vscode.Disposable.from(
    views,
    documents,
    onCommand('showLogs', async (argument) => {
      const target = targetOf(argument) ?? (await chooseTarget(services));
      if (target) views.show({ ...target, title: titleOf(services, target) });
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
