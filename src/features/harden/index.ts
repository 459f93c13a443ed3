import * as vscode from 'vscode';
import type { CommandName } from '../common/commands.ts';
import { onCommand } from '../common/on-command.ts';
import { appSubject } from '../common/operations/subjects.ts';
import type { Services } from '../common/services.ts';
import type { Exposure } from './exposure.ts';

/** Harden to Private, the way back, and what becomes of webhooks. What they need is loaded with the first of them. */
export function registerHarden(services: Services): vscode.Disposable {
  let exposure: Promise<Exposure> | undefined;
  const load = (): Promise<Exposure> =>
    (exposure ??= import('./exposure.ts').then((module) => new module.Exposure(services)));
  const subject = appSubject(services);
  const command = (name: CommandName, work: (exposure: Exposure, app: string) => Promise<void>) =>
    onCommand(name, async (argument) => {
      const app = await subject.choose(argument);
      if (app !== undefined) await work(await load(), app);
    });
  return vscode.Disposable.from(
    command('hardenApp', (loaded, app) => loaded.harden(app)),
    command('makeAppPublic', (loaded, app) => loaded.makePublic(app)),
    command('explainWebhooks', (loaded, app) => loaded.explainWebhooks(app)),
    { dispose: () => void exposure?.then((loaded) => loaded.dispose()) },
  );
}
