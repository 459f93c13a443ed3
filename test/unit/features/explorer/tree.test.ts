import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import type { Node } from '../../../../src/features/common/nodes.ts';
import { Drift } from '../../../../src/features/common/drift.ts';
import { Hardened } from '../../../../src/features/common/hardened.ts';
import { SecretUses } from '../../../../src/features/common/secret-uses.ts';
import { Preferences } from '../../../../src/features/explorer/preferences.ts';
import { DeploymentTree } from '../../../../src/features/explorer/tree.ts';
import type { Flyctl } from '../../../../src/fly/flyctl.ts';
import { DeploymentStore } from '../../../../src/fly/store.ts';
import { output } from '../../fly/verbs/printed.ts';
import { memento } from '../memento.ts';

vi.mock('vscode', () => import('../vscode.ts'));

const printedMachine = (state: string, name = 'gateway'): object => {
  return {
    id: `id-${name}`,
    name,
    state,
    region: 'fra',
    image_ref: { repository: 'openclaw', tag: '2026.9.6' },
  };
};

let prints: Record<string, unknown>;
let asked: string[];
let store: DeploymentStore;
let tree: DeploymentTree;
let painted: (Node[] | undefined)[];

const flyctl: Flyctl = {
  run: (verb) => {
    const command = verb.args.slice(0, 2).join(' ');
    asked.push(command);
    const print = prints[command];
    if (print instanceof Failure) return Promise.reject(print);
    if (print instanceof Promise) return print;
    return Promise.resolve(verb.parse(output(JSON.stringify(print ?? []))));
  },
  stream: () => Promise.reject(new Failure('failed')),
};

beforeEach(async () => {
  vi.useFakeTimers();
  asked = [];
  painted = [];
  prints = {
    'apps list': [{ Name: 'claw', Hostname: 'claw.fly.dev' }, { Name: 'other' }],
    'machine list': [printedMachine('started')],
    'volumes list': [{ id: 'vol_1', name: 'data' }],
    'volumes snapshots': [{ id: 'vs_1' }],
  };
  store = new DeploymentStore(flyctl, ['claw']);
  const shell = (): never => {
    throw new Failure('failed');
  };
  const drift = new Drift({ store, historyFolder: '/nowhere', log: () => {}, shell });
  const told = {
    store,
    shell,
    drift,
    hardened: new Hardened(memento(), store),
    secretUses: new SecretUses({ store, drift, historyFolder: '/nowhere' }),
  };
  tree = new DeploymentTree(told, new Preferences({ workspace: memento(), global: memento() }));
  tree.onDidChangeTreeData((nodes) => painted.push(nodes));
  await store.refresh();
});

afterEach(() => {
  tree.dispose();
  store.dispose();
  vi.useRealTimers();
});

/** The children that are found by what they are called. */
async function children(node?: Node): Promise<Map<string, Node>> {
  return new Map((await tree.getChildren(node)).map((child) => [nameOf(child), child]));
}

function nameOf(node: Node): string {
  if (node.kind === 'app') return node.app.name;
  if (node.kind === 'group') return node.group;
  if (node.kind === 'fact') return node.fact.name;
  return node.kind === 'note' ? node.text : node.kind;
}

async function childrenAt(...path: readonly string[]): Promise<Map<string, Node>> {
  let found = await children();
  for (const name of path) found = await children(found.get(name));
  return found;
}

/** Everything that was painted until now is painted; from here on it counts. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(100);
  painted = [];
  asked = [];
}

describe('the tree', () => {
  test('reads what is opened, and whether the internet reaches it', async () => {
    await children();
    expect(asked).toEqual(['apps list']);
    await childrenAt('claw');
    await childrenAt('claw', 'machines');
    expect(asked.splice(0)).toEqual(['apps list', 'ips list', 'machine list']);
    await childrenAt('claw', 'volumes', 'volume');
    expect(asked).toEqual(['volumes list', 'volumes snapshots']);
    await childrenAt('claw', 'volumes', 'volume');
    expect(asked).toHaveLength(2);
  });

  test('opens an app with all that stands above its lists, which then stay where they are', async () => {
    const app = (await children()).get('claw');
    await vi.advanceTimersByTimeAsync(100);
    painted = [];
    const rows = [...(await children(app)).keys()];
    expect(rows.slice(0, 3)).toEqual(['exposure', 'version', 'machines']);
    await vi.advanceTimersByTimeAsync(100);
    expect([...(await children(app)).keys()]).toEqual(rows);
    expect(painted).toEqual([[app]]);
    expect(tree.getTreeItem(app as Node).description).toContain('private · 2026.9.6');
  });

  test('opens an app although its addresses do not come', async () => {
    prints['ips list'] = new Promise(() => {});
    const opened = childrenAt('claw');
    await vi.advanceTimersByTimeAsync(3_000);
    expect([...(await opened).keys()].slice(0, 2)).toEqual(['version', 'machines']);
  });

  test('says of a deployment what is known', async () => {
    await childrenAt('claw', 'machines');
    const names = [...(await childrenAt('claw')).keys()];
    expect(names).toEqual(['exposure', 'version', 'machines', 'addresses', 'volumes', 'secrets', 'releases']);
  });

  test('has only what is open read again', async () => {
    await childrenAt('claw', 'machines');
    const secrets = (await childrenAt('claw')).get('secrets');
    if (!secrets) throw new Error('There is no group.');
    await children(secrets);
    await settle();
    const shown = (app: string, part: Parameters<typeof tree.shown.isShown>[1]): boolean =>
      tree.shown.isShown(app, part);
    await store.refresh({ shown });
    expect(asked.toSorted()).toEqual(['apps list', 'ips list', 'machine list', 'secrets list']);
    tree.shown.closed(secrets);
    asked = [];
    await store.refresh({ shown });
    expect(asked).not.toContain('secrets list');
  });

  /** What is painted when flyctl prints these machines. */
  async function paintedFor(...machines: readonly object[]): Promise<readonly (Node[] | undefined)[]> {
    await settle();
    prints['machine list'] = machines;
    await store.load('claw', 'machines');
    await vi.advanceTimersByTimeAsync(100);
    return painted;
  }

  test('paints the row of a machine that changes, which shows it as it is now', async () => {
    const rows = await childrenAt('claw', 'machines');
    const [row] = rows.values();
    expect(await paintedFor(printedMachine('stopped'))).toEqual([[row]]);
    expect(tree.getTreeItem(row as Node).description).toMatch(/^stopped/);
    expect(await paintedFor(printedMachine('stopped'))).toEqual([]);
  });

  test('paints the list when it has another machine or cannot be read, and when much of it changes', async () => {
    const many = (state: string): readonly object[] =>
      [...Array(200).keys()].map((index) => printedMachine(state, String(index)));
    const list = (await childrenAt('claw')).get('machines');
    await tree.getChildren(list);
    expect((await paintedFor(printedMachine('stopped', 'other'))).flat()).toContain(list);
    await paintedFor(...many('stopped'));
    await tree.getChildren(list);
    expect(await paintedFor(...many('suspended'))).toEqual([[list]]);
    await settle();
    prints['machine list'] = new Failure('offline');
    await store.load('claw', 'machines');
    await vi.advanceTimersByTimeAsync(100);
    expect(painted).toEqual([[list]]);
  });

  test('paints the app when it says something else of itself', async () => {
    await childrenAt('claw', 'machines');
    const app = (await children()).get('claw');
    await children(app);
    const two = [printedMachine('started'), printedMachine('started', 'two')];
    expect(await paintedFor(...two)).toEqual([[app]]);
    expect([...(await children(app)).keys()][0]).toBe('gateways');
  });

  test('says what could not be read, and what is empty', async () => {
    prints['secrets list'] = new Failure('forbidden', { facts: { app: 'claw' } });
    expect([...(await childrenAt('claw', 'secrets')).keys()]).toEqual([
      'This Fly.io account or token may not do that with claw. Sign in with one that may.',
    ]);
    expect([...(await childrenAt('claw', 'releases')).keys()]).toEqual(['none']);
  });
});
