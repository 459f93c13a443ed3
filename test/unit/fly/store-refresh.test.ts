import { beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/errors.ts';
import type { Flyctl } from '../../../src/fly/flyctl.ts';
import { DeploymentStore, type AppPart, type StoreChange } from '../../../src/fly/store.ts';
import { Answers } from './answers.ts';
import { output } from './verbs/printed.ts';

const app = 'one';
const parts: readonly AppPart[] = ['machines', 'addresses', 'volumes', 'secrets', 'releases', 'certificates'];

function appsList(status: string): string {
  return JSON.stringify([
    { Name: app, CurrentRelease: { CreatedAt: '2026-11-01T00:00:00Z', Status: status } },
  ]);
}

function machineList(release: string): string {
  return JSON.stringify([{ id: 'd89', config: { metadata: { fly_release_version: release } } }]);
}

describe('a refresh', () => {
  /** What commands print, by how they begin; others print an empty list. */
  let prints: Record<string, string>;
  let asked: string[];
  let store: DeploymentStore;

  const flyctl: Flyctl = {
    run: (verb) => {
      asked.push(verb.args.slice(0, 2).join(' '));
      const words = Object.keys(prints).find((start) => verb.args.join(' ').startsWith(start));
      return Promise.resolve(verb.parse(output(prints[words ?? ''] ?? '[]')));
    },
    stream: () => Promise.reject(new Failure('failed')),
  };

  beforeEach(async () => {
    asked = [];
    prints = { 'apps list': appsList('complete'), 'machine list': machineList('2') };
    store = new DeploymentStore(flyctl);
    for (const part of parts) await store.load(app, part);
    await store.refresh();
    asked = [];
  });

  it('takes five processes for an app of which everything was read', async () => {
    await store.refresh();
    expect(asked.toSorted()).toEqual([
      'apps list',
      'ips list',
      'machine list',
      'secrets list',
      'volumes list',
    ]);
  });

  it.each([
    ['there is another one', { 'machine list': machineList('3') }],
    ['the newest one has ended', { 'apps list': appsList('failed') }],
  ])('reads releases again when %s, and only then', async (_, changed) => {
    prints = { ...prints, ...changed };
    await store.refresh();
    await store.refresh();
    expect(asked.filter((command) => command.startsWith('releases'))).toHaveLength(1);
  });

  it('leaves out what nobody looks at', async () => {
    await store.refresh({ shown: (_, part) => part === 'secrets' });
    expect(asked.toSorted()).toEqual(['apps list', 'secrets list']);
  });

  it('reads the machines and addresses of the workspace again, whoever looks', async () => {
    store.knownApps = ['claw'];
    await store.refresh({ shown: () => false });
    asked = [];
    await store.refresh({ shown: () => false });
    expect(asked.toSorted()).toEqual(['apps list', 'ips list', 'machine list']);
  });
});

let answers: Answers;
let store: DeploymentStore;

beforeEach(() => {
  answers = new Answers();
  store = new DeploymentStore(answers);
});

describe('the snapshots of a volume', () => {
  it('are held by volume, and told of', async () => {
    const told: StoreChange[] = [];
    store.onDidChange((change) => told.push(change));
    const loading = store.loadSnapshots(app, 'vol_1');
    expect(answers.asked).toEqual(['volumes snapshots list -a one vol_1']);
    answers.answer(0, '[{"id": "vs_1", "size": 5}]');
    await loading;
    expect(store.snapshots('vol_1').data?.map(({ id }) => id)).toEqual(['vs_1']);
    expect(store.snapshots('vol_2')).toEqual({});
    expect(told).toEqual([{ app, part: 'snapshots', volume: 'vol_1' }]);
  });
});

describe('an app that the user names', () => {
  const status = '{"Name": "far", "Status": "deployed", "Organization": {"Slug": "other"}}';

  it('is shown with those that are listed', async () => {
    const adding = store.addApp('far');
    answers.reply('status -a far', status);
    await adding;
    const refresh = store.refresh();
    answers.reply('apps list', appsList('complete'));
    await refresh;
    expect(store.apps.data?.map(({ name }) => name)).toEqual([app, 'far']);
    expect(store.record('far')?.organization).toBe('other');
  });

  it('is shown when the token may not list apps', async () => {
    store.addedApps = ['far'];
    const refresh = store.refresh();
    answers.reply('apps list', 'forbidden');
    await refresh;
    expect(store.limited).toBe(true);
    expect(store.apps.data?.map(({ name }) => name)).toEqual(['far']);
  });

  it('is not shown when it cannot be read', async () => {
    const adding = store.addApp('far');
    answers.reply('status -a far', 'notFound');
    await expect(adding).rejects.toMatchObject({ kind: 'notFound' });
    expect(store.addedApps).toEqual([]);
  });
});
