import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { root } from '../../../../scripts/lib/project.mjs';
import type { Node } from '../../../../src/features/common/nodes.ts';
import { type Hints, toTreeItem } from '../../../../src/features/explorer/tree-item.ts';
import { app, machine, privateAddress, publicAddress, release, secret, snapshot, volume } from './samples.ts';

vi.mock('vscode', () => import('../vscode.ts'));

interface Entry {
  readonly command?: string;
  readonly submenu?: string;
  readonly when: string;
  readonly group: string;
}

const manifest: {
  readonly contributes: {
    readonly menus: {
      readonly 'view/item/context': readonly Entry[];
      readonly commandPalette: readonly Entry[];
    };
    readonly commands: readonly { readonly command: string }[];
  };
} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const prefix = 'openclawDeployments.';
const view = `${prefix}explorer`;
const entries = manifest.contributes.menus['view/item/context'].filter(({ when }) => when.includes(view));

function flagsOf(node: Node, hints: Partial<ReturnType<Hints['app']>> = {}): string {
  const plain = {
    openclaw: false,
    ofWorkspace: false,
    expanded: false,
    pinned: false,
    hidden: false,
    troubles: [],
  };
  const item = toTreeItem(node, {
    app: () => ({ ...plain, ...hints }),
    drifted: () => false,
    machineName: () => undefined,
    publicAgain: () => false,
    runs: () => false,
  });
  return item.contextValue ?? '';
}

const named = { app: 'claw' } as const;
const fact = (value: Extract<Node, { kind: 'fact' }>['fact']): string =>
  flagsOf({ kind: 'fact', ...named, fact: value });
const group = (name: Extract<Node, { kind: 'group' }>['group']): string =>
  flagsOf({ kind: 'group', ...named, group: name });

const nodes = {
  app: flagsOf({ kind: 'app', app }),
  openclaw: flagsOf({ kind: 'app', app }, { openclaw: true, exposure: 'public' }),
  privateApp: flagsOf({ kind: 'app', app }, { openclaw: true, exposure: 'private', pinned: true }),
  hiddenApp: flagsOf({ kind: 'app', app }, { hidden: true }),
  started: flagsOf({ kind: 'machine', ...named, machine: machine() }),
  stopped: flagsOf({ kind: 'machine', ...named, machine: machine({ state: 'stopped', cordoned: true }) }),
  machines: group('machines'),
  addresses: group('addresses'),
  volumes: group('volumes'),
  secrets: group('secrets'),
  releases: group('releases'),
  gateways: fact({ name: 'gateways', machines: [] }),
  url: fact({ name: 'url', url: 'https://claw.fly.dev' }),
  exposure: fact({ name: 'exposure', publicAddresses: 1, unwanted: false }),
  publicAddress: flagsOf({ kind: 'address', ...named, address: publicAddress }),
  privateAddress: flagsOf({ kind: 'address', ...named, address: privateAddress }),
  volume: flagsOf({ kind: 'volume', ...named, volume }),
  snapshot: flagsOf({ kind: 'snapshot', ...named, volume, snapshot }),
  secret: flagsOf({ kind: 'secret', ...named, secret }),
  stagedSecret: flagsOf({ kind: 'secret', ...named, secret: { ...secret, status: 'Staged' } }),
  missingSecret: flagsOf({ kind: 'secret', ...named, secret, mark: 'missing' }),
  release: flagsOf({ kind: 'release', ...named, release }),
  folder: flagsOf({ kind: 'stateDirectory', ...named, machine: machine() }),
  file: 'file copyable',
  note: flagsOf({ kind: 'note', id: 'x', text: 'x', tone: 'quiet' }),
};

type Name = keyof typeof nodes;

/** Whether a `when` clause holds for a node of the tree. Keys of the window count as set. */
function holds(when: string, flags: string): boolean {
  return when.split(' && ').every((part) => {
    const negated = /^!\((.*)\)$/.exec(part)?.[1];
    return negated === undefined ? holdsAlone(part, flags) : !holdsAlone(negated, flags);
  });
}

function holdsAlone(clause: string, flags: string): boolean {
  const pattern = /^viewItem =~ \/(.*)\/$/.exec(clause)?.[1];
  if (pattern !== undefined) return new RegExp(pattern).test(flags);
  expect(clause).toMatch(/^(view == [\w.]+|!?[\w.]+)$/);
  return true;
}

function menuOf(name: Name): readonly Entry[] {
  return entries.filter(({ when }) => holds(when, nodes[name]));
}

function commandsOf(name: Name): readonly string[] {
  return menuOf(name).map(({ command, submenu }) => (command ?? submenu ?? '').slice(prefix.length));
}

describe('the menus of the tree', () => {
  test.each<[Name, readonly string[], readonly string[]]>([
    [
      'app',
      ['showLogs', 'pinApp', 'hideApp', 'copyText'],
      ['unpinApp', 'unhideApp', 'stopMachine', 'destroyVolume'],
    ],
    ['openclaw', ['openControlUi', 'runDoctor', 'copyFlyctlCommand'], ['openConfig', 'startMachine']],
    ['privateApp', ['unpinApp', 'hideApp'], ['pinApp']],
    ['hiddenApp', ['unhideApp', 'pinApp'], ['hideApp']],
    [
      'started',
      ['openConfig', 'stopMachine', 'restartMachine', 'destroyMachine'],
      ['startMachine', 'pinApp'],
    ],
    ['stopped', ['startMachine', 'destroyMachine'], ['stopMachine', 'restartMachine', 'openSshConsole']],
    ['secrets', ['setSecret', 'importSecrets'], ['unsetSecret', 'copyText']],
    ['gateways', ['stopExtraGateways'], ['stopMachine', 'copyText']],
    ['url', ['copyText'], ['showLogs']],
    ['publicAddress', ['copyText'], ['showLogs', 'destroyMachine']],
    ['volume', ['snapshotVolume', 'destroyVolume'], ['destroyMachine', 'openConfig']],
    ['snapshot', ['restoreSnapshot', 'copyText'], ['destroyVolume', 'snapshotVolume']],
    ['secret', ['setSecret', 'unsetSecret'], ['deploySecrets', 'destroyVolume']],
    ['stagedSecret', ['deploySecrets'], []],
    ['missingSecret', ['setSecret'], ['unsetSecret']],
    ['release', ['showRelease'], ['unsetSecret']],
    ['folder', ['refresh'], ['openFile', 'destroyVolume']],
    ['file', ['openFile'], ['refresh']],
  ])('of %s', (name, present, absent) => {
    const commands = commandsOf(name);
    expect(commands).toEqual(expect.arrayContaining([...present]));
    expect(commands.filter((command) => absent.includes(command))).toEqual([]);
  });

  test('a note has none', () => expect(commandsOf('note')).toEqual([]));

  test('no entry is for nothing', () => {
    const unused = entries.filter(({ when }) => !Object.values(nodes).some((flags) => holds(when, flags)));
    expect(unused).toEqual([]);
  });

  test('what destroys stands alone at the end', () => {
    for (const name of Object.keys(nodes).filter(isName)) {
      const last = menuOf(name).filter(({ group }) => group.startsWith('7_destroy'));
      expect(last.length, name).toBeLessThanOrEqual(1);
      expect(last.every(({ command }) => /\.(destroy|unset|release)/.test(command ?? ''))).toBe(true);
    }
  });

  test('few icons stand in a row, and few entries in a group', () => {
    for (const name of Object.keys(nodes).filter(isName)) {
      const groups = menuOf(name).map(({ group }) => group.replace(/@.*/, ''));
      for (const group of new Set(groups)) {
        const members = groups.filter((other) => other === group);
        expect(members.length, `${group} of ${name}`).toBeLessThanOrEqual(group === 'inline' ? 3 : 7);
      }
    }
  });
});

function isName(name: string): name is Name {
  return name in nodes;
}
