import { posix } from 'node:path';
import type * as vscode from 'vscode';
import { remoteScheme } from '../common/remote-uri.ts';

/** The files that are configurations of OpenClaw, wherever they are. The other side of a diff is none. */
export const configSelector: readonly vscode.DocumentFilter[] = ['file', 'vscode-vfs', remoteScheme].map(
  (scheme) => ({ scheme, pattern: '**/openclaw.json' }),
);

/** Those that VS Code's JSON service does not complete and explain. */
export const unservedSelector: readonly vscode.DocumentFilter[] = [
  { scheme: remoteScheme, pattern: '**/openclaw.json' },
  ...configSelector.map((filter) => ({ ...filter, language: 'json5' })),
];

export function isConfig({ uri }: vscode.TextDocument): boolean {
  return (
    posix.basename(uri.path) === 'openclaw.json' && configSelector.some(({ scheme }) => scheme === uri.scheme)
  );
}
