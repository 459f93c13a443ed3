import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { Address, App, Machine, Release, Secret, Snapshot, Volume } from '../../fly/model.ts';
import type { SecretMark } from '../../deployment/secret-use.ts';
import type { FolderEntry } from '../../gateway/folders.ts';
import { fromUri, type RemoteFile, remoteScheme } from './remote-uri.ts';

export const groups = ['machines', 'addresses', 'volumes', 'secrets', 'releases'] as const;

/** The lists below an app. */
export type Group = (typeof groups)[number];

/** A node of the Deployments tree. Commands of its context menus receive it. */
export type Node =
  | { readonly kind: 'app'; readonly app: App }
  | { readonly kind: 'fact'; readonly app: string; readonly fact: Fact }
  | { readonly kind: 'group'; readonly app: string; readonly group: Group }
  | { readonly kind: 'machine'; readonly app: string; readonly machine: Machine }
  | { readonly kind: 'stateDirectory'; readonly app: string; readonly machine: Machine }
  | EntryNode
  | { readonly kind: 'address'; readonly app: string; readonly address: Address }
  | { readonly kind: 'volume'; readonly app: string; readonly volume: Volume }
  | { readonly kind: 'snapshot'; readonly app: string; readonly volume: Volume; readonly snapshot: Snapshot }
  | {
      readonly kind: 'secret';
      readonly app: string;
      readonly secret: Secret;
      /** Absent for a secret that is used, or of which that is not known. */
      readonly mark?: SecretMark;
    }
  | { readonly kind: 'release'; readonly app: string; readonly release: Release }
  | { readonly kind: 'note'; readonly id: string; readonly text: string; readonly tone: 'quiet' | 'warning' };

/** Something worth knowing of a deployment as a whole. */
export type Fact =
  /** More gateways are started than one: they share nothing but the bot tokens. */
  | { readonly name: 'gateways'; readonly machines: readonly Machine[] }
  | { readonly name: 'url'; readonly url: string }
  /** How many addresses anyone on the internet can reach. `unwanted`: the app was made private from here. */
  | { readonly name: 'exposure'; readonly publicAddresses: number; readonly unwanted: boolean }
  | { readonly name: 'version'; readonly version: string }
  /** The configuration on these machines is not what was last pushed from here. */
  | { readonly name: 'drift'; readonly machines: readonly Machine[] };

/** A file or folder below the state directory of a machine. */
export interface EntryNode {
  readonly kind: 'entry';
  readonly app: string;
  readonly machine: Machine;
  /** The folder that it is in, absolute on the machine. */
  readonly folder: string;
  readonly entry: FolderEntry;
}

/** What a command works on: an app, or one machine of it. */
export interface Target {
  readonly app: string;
  readonly machine?: string;
}

const kinds: ReadonlySet<unknown> = new Set([
  'app',
  'fact',
  'group',
  'machine',
  'stateDirectory',
  'entry',
  'address',
  'volume',
  'snapshot',
  'secret',
  'release',
  'note',
]);

function isNode(value: object): value is Node {
  return 'kind' in value && kinds.has(value.kind);
}

/** The node that a command was called on. */
export function nodeOf(argument: unknown): Node | undefined {
  return typeof argument === 'object' && argument !== null && isNode(argument) ? argument : undefined;
}

/** Where the file or folder of a node is. */
export function fileOf({ app, machine, folder, entry }: EntryNode): RemoteFile {
  return { app, machine: machine.id, path: posix.join(folder, entry.name) };
}

/** The target that a command's argument names: a tree node, a remote file, or a `Target` from a button or a link. */
export function targetOf(argument: unknown): Target | undefined {
  if (argument instanceof vscode.Uri) return argument.scheme === remoteScheme ? fromUri(argument) : undefined;
  if (typeof argument !== 'object' || argument === null) return undefined;
  if (isNode(argument)) {
    if (argument.kind === 'note') return undefined;
    if (argument.kind === 'app') return { app: argument.app.name };
    if ('machine' in argument) return { app: argument.app, machine: argument.machine.id };
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
  const node = nodeOf(argument);
  switch (node?.kind) {
    case 'app':
      return node.app.name;
    case 'machine':
      return node.machine.id;
    case 'entry':
      return fileOf(node).path;
    case 'address':
      return node.address.address;
    case 'volume':
      return node.volume.id;
    case 'snapshot':
      return node.snapshot.id;
    case 'secret':
      return node.secret.name;
    case 'release':
      return node.release.image;
    case 'fact':
      return node.fact.name === 'url' ? node.fact.url : undefined;
    case 'group':
    case 'stateDirectory':
    case 'note':
    case undefined:
      return undefined;
  }
}
