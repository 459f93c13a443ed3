import * as vscode from 'vscode';

/** The value of a setting of the extension, by its name without the prefix. */
export function setting<T>(name: string, otherwise: T): T {
  return vscode.workspace.getConfiguration('openclawDeployments').get<T>(name, otherwise);
}
