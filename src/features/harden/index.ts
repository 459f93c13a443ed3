import * as vscode from 'vscode';
import { onThing } from '../common/operations/on-thing.ts';
import { appSubject } from '../common/operations/subjects.ts';
import type { Services } from '../common/services.ts';
import type { Exposure } from './exposure.ts';

/** Harden to Private, the way back, and what becomes of webhooks. What they need is loaded with the first of them. */
export function registerHarden(services: Services): vscode.Disposable {
  let exposure: Promise<Exposure> | undefined;
  const load = (): Promise<Exposure> =>
    (exposure ??= import('./exposure.ts').then((module) => new module.Exposure(services)));
  const apps = appSubject(services);
  return vscode.Disposable.from(
    onThing(apps, 'hardenApp', async (app) => (await load()).harden(app)),
    onThing(apps, 'makeAppPublic', async (app) => (await load()).makePublic(app)),
    onThing(apps, 'explainWebhooks', async (app) => (await load()).explainWebhooks(app)),
    { dispose: () => void exposure?.then((loaded) => loaded.dispose()) },
  );
}
