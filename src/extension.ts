import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { DisposableStore } from './core/disposable.ts';
import { Failure } from './core/errors.ts';
import { Redactor } from './core/redact.ts';
import { registerAccess } from './features/access/index.ts';
import { registerAccount } from './features/account/index.ts';
import { registerActivity } from './features/activity/index.ts';
import { AccountReader } from './features/common/account.ts';
import { registerAddresses } from './features/addresses/index.ts';
import { Actions } from './features/common/actions.ts';
import { Activity } from './features/common/activity.ts';
import { Drift } from './features/common/drift.ts';
import { Hardened } from './features/common/hardened.ts';
import { ExtensionLog } from './features/common/log.ts';
import { Machines } from './features/common/machines.ts';
import { Operations } from './features/common/operations/operations.ts';
import { SecretUses } from './features/common/secret-uses.ts';
import type { Services } from './features/common/services.ts';
import { setting } from './features/common/setting.ts';
import { WorkspaceApps } from './features/common/workspace-apps.ts';
import { registerConfig } from './features/config/index.ts';
import { registerDoctor } from './features/doctor/index.ts';
import { registerExplorer } from './features/explorer/index.ts';
import { registerHarden } from './features/harden/index.ts';
import { registerIntellisense } from './features/intellisense/index.ts';
import { registerLogs } from './features/logs/index.ts';
import { registerMachines } from './features/machines/index.ts';
import { registerReleases } from './features/releases/index.ts';
import { registerRepair } from './features/repair/index.ts';
import { registerRescue } from './features/rescue/index.ts';
import { registerVolumes } from './features/volumes/index.ts';
import { registerSecrets } from './features/secrets/index.ts';
import { registerStatus } from './features/status/index.ts';
import { findFlyctl } from './fly/binary.ts';
import { BinaryLocator } from './fly/locator.ts';
import type { Machine } from './fly/model.ts';
import { FlyctlRunner } from './fly/runner.ts';
import { DeploymentStore } from './fly/store.ts';
import { machineExecTransport, sshConsoleTransport } from './fly/transports.ts';
import { createRemoteShell } from './remote/remote-shell.ts';
import type { RemoteShell } from './remote/shell.ts';

/** The memento that remembers which apps were seen to run OpenClaw, so that they come first at once. */
const openclawAppsKey = 'openclawApps';

/** Builds the parts and wires them. Nothing is run and nothing is read from Fly until a view or a command asks. */
export function activate(context: vscode.ExtensionContext): void {
  const parts = new DisposableStore();
  context.subscriptions.push(parts);
  if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });

  const services = buildServices(context, parts);
  const judge = parts.add(registerIntellisense(services));
  parts.add(registerConfig(services, judge));
  parts.add(registerDoctor(services, judge));
  for (const register of [
    registerAccess,
    registerAccount,
    registerExplorer,
    registerActivity,
    registerStatus,
    registerMachines,
    registerAddresses,
    registerHarden,
    registerVolumes,
    registerReleases,
    registerRepair,
    registerRescue,
    registerSecrets,
    registerLogs,
  ]) {
    parts.add(register(services));
  }
}

function buildServices(context: vscode.ExtensionContext, parts: DisposableStore): Services {
  const redactor = new Redactor();
  const redact = (text: string): string => redactor.redact(text);
  const log = parts.add(new ExtensionLog(redact));
  const locator = parts.add(buildLocator(parts));
  const flyctl = parts.add(
    new FlyctlRunner({ locate: () => locator.locate(), redactor, log: (line) => log.debug(line) }),
  );
  const store = parts.add(buildStore(context, flyctl));
  const shell = ({ app, id }: Pick<Machine, 'app' | 'id'>): RemoteShell =>
    createRemoteShell([machineExecTransport(flyctl, app, id), sshConsoleTransport(flyctl, app, id)], (line) =>
      log.debug(line),
    );
  const activity = parts.add(new Activity());
  const actions = new Actions(log, activity);
  const historyFolder = vscode.Uri.joinPath(context.globalStorageUri, 'history').fsPath;
  const drift = parts.add(new Drift({ store, shell, historyFolder, log: (line) => log.debug(line) }));
  return {
    extensionUri: context.extensionUri,
    storageUri: context.globalStorageUri,
    memory: { workspace: context.workspaceState, global: context.globalState },
    log,
    redactor,
    redact,
    keepSecret: (secret) => redactor.register(secret),
    flyctl,
    locator,
    store,
    account: parts.add(new AccountReader(flyctl)),
    activity,
    actions,
    operations: new Operations({ flyctl, actions, store }),
    machines: new Machines(store),
    workspaceApps: parts.add(new WorkspaceApps(store)),
    drift,
    secretUses: parts.add(new SecretUses({ store, drift, historyFolder })),
    hardened: parts.add(new Hardened(context.globalState, store)),
    shell,
  };
}

/** Restricted Mode runs nothing, whatever asks for it: a command, a terminal, or an editor that VS Code brought back. */
function buildLocator(parts: DisposableStore): BinaryLocator {
  const locator = new BinaryLocator(async () => {
    if (!vscode.workspace.isTrusted) throw new Failure('untrusted');
    return findFlyctl({ setting: setting('flyctlPath', '') });
  });
  parts.add(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('openclawDeployments.flyctlPath')) locator.forget();
    }),
  );
  return locator;
}

function buildStore(context: vscode.ExtensionContext, flyctl: FlyctlRunner): DeploymentStore {
  const remembered = context.globalState.get<readonly string[]>(openclawAppsKey, []);
  const store = new DeploymentStore(flyctl, remembered);
  let known = store.openclawApps.length;
  store.onDidChange(() => {
    if (store.openclawApps.length === known) return;
    known = store.openclawApps.length;
    void context.globalState.update(openclawAppsKey, store.openclawApps);
  });
  return store;
}
