import * as vscode from 'vscode';
import type { Address, App, Machine, Secret, Volume } from '../../fly/model.ts';
import { fromUri, remoteScheme } from './remote-uri.ts';

export const groups = ['machines', 'addresses', 'volumes', 'secrets'] as const;

/** The four lists below an app. */
export type Group = (typeof groups)[number];

/** A node of the Deployments tree. Commands of its context menus receive it. */
export type Node =
  | { readonly kind: 'app'; readonly app: App }
  | { readonly kind: 'group'; readonly app: string; readonly group: Group }
  | { readonly kind: 'machine'; readonly app: string; readonly machine: Machine }
  | { readonly kind: 'address'; readonly app: string; readonly address: Address }
  | { readonly kind: 'volume'; readonly app: string; readonly volume: Volume }
  | { readonly kind: 'secret'; readonly app: string; readonly secret: Secret }
  | { readonly kind: 'note'; readonly id: string; readonly text: string; readonly tone: 'quiet' | 'warning' };

/** What a command works on: an app, or one machine of it. */
export interface Target {
  readonly app: string;
  readonly machine?: string;
}

const kinds: ReadonlySet<unknown> = new Set([
  'app',
  'group',
  'machine',
  'address',
  'volume',
  'secret',
  'note',
]);

function isNode(value: object): value is Node {
  return 'kind' in value && kinds.has(value.kind);
}

/** The target that a command's argument names: a tree node, a remote file, or a `Target` from a button or a link. */
export function targetOf(argument: unknown): Target | undefined {
  if (argument instanceof vscode.Uri) return argument.scheme === remoteScheme ? fromUri(argument) : undefined;
  if (typeof argument !== 'object' || argument === null) return undefined;
  if (isNode(argument)) {
    if (argument.kind === 'note') return undefined;
    if (argument.kind === 'app') return { app: argument.app.name };
    if (argument.kind === 'machine') return { app: argument.app, machine: argument.machine.id };
    return { app: argument.app };
  }
  if (!('app' in argument) || typeof argument.app !== 'string') return undefined;
  if ('machine' in argument && typeof argument.machine === 'string') {
    return { app: argument.app, machine: argument.machine };
  }
  return { app: argument.app };
}

/** The text that "Copy" on a node copies. */
export function textOf(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !isNode(argument)) return undefined;
  switch (argument.kind) {
    case 'app':
      return argument.app.name;
    case 'machine':
      return argument.machine.id;
    case 'address':
      return argument.address.address;
    case 'volume':
      return argument.volume.id;
    case 'secret':
      return argument.secret.name;
    case 'group':
    case 'note':
      return undefined;
  }
}
