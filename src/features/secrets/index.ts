import * as vscode from 'vscode';
import type { Secret } from '../../fly/model.ts';
import type { Operation } from '../common/operations/operation.ts';
import { type OfApp, secretSubject } from '../common/operations/subjects.ts';
import { planSecret, type WantedSecret } from '../common/secrets/set-secret.ts';
import type { Services } from '../common/services.ts';
import { secretsSubject, settableSubject } from './subjects.ts';

/** What can be done to Fly secrets. Most of it is loaded when it is first used. */
export function registerSecrets(services: Services): vscode.Disposable {
  const { operations } = services;
  return vscode.Disposable.from(
    operations.register(settableSubject(services), [setting(services)]),
    operations.register(secretSubject(services), [unsetting(services)]),
    operations.register(secretsSubject(services), ofApp(services)),
  );
}

function setting(services: Services): Operation<WantedSecret> {
  return {
    command: 'setSecret',
    offered: () => true,
    plan: async (wanted) => (await planSecret(services, wanted))?.plan,
  };
}

function unsetting(services: Services): Operation<OfApp<Secret>> {
  return {
    command: 'unsetSecret',
    // The tree shows what the configuration misses, too; that has no digest.
    offered: ({ value }) => value.digest !== '',
    plan: async (secret) => (await import('./unset.ts')).planToUnset(services, secret),
  };
}

function ofApp(services: Services): readonly Operation<string>[] {
  return [
    {
      command: 'generateGatewayToken',
      offered: () => true,
      plan: async (app) => (await import('./gateway-token.ts')).planGatewayToken(services, app),
    },
    {
      command: 'importSecrets',
      offered: () => true,
      plan: async (app) => (await import('./import-env.ts')).planImport(services, app),
    },
    {
      command: 'deploySecrets',
      offered: () => true,
      plan: async (app) => (await import('./deploy.ts')).planDeploy(services, app),
    },
  ];
}
