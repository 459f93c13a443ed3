import type * as vscode from 'vscode';
import type { Redactor } from '../../core/redact.ts';
import type { Flyctl } from '../../fly/flyctl.ts';
import type { BinaryLocator } from '../../fly/locator.ts';
import type { Machine } from '../../fly/model.ts';
import type { DeploymentStore } from '../../fly/store.ts';
import type { RemoteShell } from '../../remote/shell.ts';
import type { AccountReader } from './account.ts';
import type { Actions } from './actions.ts';
import type { Activity } from './activity.ts';
import type { Drift } from './drift.ts';
import type { Hardened } from './hardened.ts';
import type { ExtensionLog } from './log.ts';
import type { Machines } from './machines.ts';
import type { Operations } from './operations/operations.ts';
import type { SecretUses } from './secret-uses.ts';
import type { WorkspaceApps } from './workspace-apps.ts';

/** What the features share. Built once in extension.ts; nothing in it runs anything until it is asked. */
export interface Services {
  readonly extensionUri: vscode.Uri;
  /** Where the extension may keep files of its own; the folder may not exist yet. */
  readonly storageUri: vscode.Uri;
  /** What is remembered for the workspace, and for all windows. */
  readonly memory: { readonly workspace: vscode.Memento; readonly global: vscode.Memento };
  readonly log: ExtensionLog;
  readonly redactor: Redactor;
  readonly redact: (text: string) => string;
  /** From now on the text is masked wherever it would be shown or logged. */
  readonly keepSecret: (secret: string) => void;
  readonly flyctl: Flyctl;
  readonly locator: BinaryLocator;
  readonly store: DeploymentStore;
  readonly account: AccountReader;
  readonly activity: Activity;
  readonly actions: Actions;
  readonly operations: Operations;
  readonly machines: Machines;
  readonly workspaceApps: WorkspaceApps;
  readonly drift: Drift;
  readonly secretUses: SecretUses;
  readonly hardened: Hardened;
  /** A shell on the machine; making one costs nothing. */
  shell(machine: Pick<Machine, 'app' | 'id'>): RemoteShell;
}
