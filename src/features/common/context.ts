import * as vscode from 'vscode';

/** The context keys that package.json's `when` clauses read, with their values. */
interface ContextKeys {
  /** Why the tree is empty; `ready` when it is not. */
  state: 'ready' | 'notInstalled' | 'notLoggedIn' | 'noApps' | 'offline' | 'failed';
}

export type ViewState = ContextKeys['state'];

/** Sets the context key `openclawDeployments.<name>`. */
export function setContext<K extends keyof ContextKeys>(name: K, value: ContextKeys[K]): void {
  void vscode.commands.executeCommand('setContext', `openclawDeployments.${name}`, value);
}
