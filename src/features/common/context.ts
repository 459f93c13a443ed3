import * as vscode from 'vscode';

/** The context keys that package.json's `when` clauses read, with their values. */
interface ContextKeys {
  /** Why the tree is empty; `ready` when it is not. */
  state: 'ready' | 'notInstalled' | 'notLoggedIn' | 'noApps' | 'limited' | 'filtered' | 'offline' | 'failed';
  /** Whether the tree shows OpenClaw apps only. */
  onlyOpenClaw: boolean;
  /** Whether the tree shows hidden apps, too. */
  showsHidden: boolean;
}

export type ViewState = ContextKeys['state'];

/** Sets the context key `openclawDeployments.<name>`. */
export function setContext<K extends keyof ContextKeys>(name: K, value: ContextKeys[K]): void {
  void vscode.commands.executeCommand('setContext', `openclawDeployments.${name}`, value);
}
