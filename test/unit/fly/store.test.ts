import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FailureKind } from '../../../src/core/errors.ts';
import { DeploymentStore } from '../../../src/fly/store.ts';
import { Answers } from './answers.ts';

const oneApp = '[{"Name": "one", "Status": "deployed"}]';
const openclaw =
  '[{"id": "d89", "state": "started", "config": {"image": "ghcr.io/openclaw/openclaw:2026.9.6"}}]';

let answers: Answers;
let store: DeploymentStore;
let changes: number;

beforeEach(() => {
  answers = new Answers();
  store = new DeploymentStore(answers, ['seen-before']);
  changes = 0;
  store.onDidChange(() => changes++);
});

async function loadMachines(answer: string | FailureKind): Promise<void> {
  const load = store.load('one', 'machines');
  answers.answer(answers.asked.length - 1, answer);
  await load;
}

describe('DeploymentStore', () => {
  it('holds what was read, and says so', async () => {
    const refresh = store.refresh();
    answers.answer(0, oneApp);
    await refresh;
    expect(answers.asked).toEqual(['apps list']);
    expect(store.apps.data?.map(({ name }) => name)).toEqual(['one']);
    expect(store.apps.fetchedAt).toBeGreaterThan(0);
    expect(changes).toBe(1);
  });

  it('says what changed, and nothing when a refresh brought the same again', async () => {
    const told: unknown[] = [];
    store.onDidChange((change) => told.push(change));
    await loadMachines(openclaw);
    expect(told).toEqual(['apps', { app: 'one', part: 'machines' }]);
    await loadMachines(openclaw);
    await loadMachines('offline');
    await loadMachines('offline');
    expect(told.slice(2)).toEqual([{ app: 'one', part: 'machines' }]);
  });

  it('keeps what it has when a refresh fails, with the reason, until one succeeds', async () => {
    await loadMachines(openclaw);
    await loadMachines('offline');
    const stale = store.app('one').machines;
    expect(stale.data).toHaveLength(1);
    expect(stale.error?.kind).toBe('offline');
    await loadMachines('[]');
    expect(store.app('one').machines.error).toBeUndefined();
    expect(store.app('one').machines.data).toEqual([]);
  });

  it('takes a cancelled read for none', async () => {
    const load = store.load('one', 'machines');
    store.dispose();
    await load;
    expect(store.app('one').machines).toEqual({});
    expect(changes).toBe(0);
  });

  it.each(['[]', 'offline'] as const)('does not let a late answer replace a newer one: %s', async (late) => {
    const first = store.load('one', 'machines');
    const second = store.load('one', 'machines');
    answers.answer(1, openclaw);
    await second;
    answers.answer(0, late);
    await first;
    expect(store.app('one').machines.data).toHaveLength(1);
    expect(store.app('one').machines.error).toBeUndefined();
  });

  it('does not let a late list of apps replace a newer one', async () => {
    const refreshes = [store.refresh(), store.refresh()];
    answers.answer(1, oneApp);
    await refreshes[1];
    answers.answer(0, 'offline');
    await refreshes[0];
    expect(store.apps.data).toHaveLength(1);
    expect(store.apps.error).toBeUndefined();
  });

  it('reads again, on refresh, what was read before, and the machines and addresses of the workspace', async () => {
    await loadMachines(openclaw);
    store.knownApps = ['two'];
    void store.refresh();
    expect(answers.asked.slice(1).sort()).toEqual([
      'apps list',
      'ips list -a two',
      'machine list -a one',
      'machine list -a two',
    ]);
  });

  it('shows the workspace apps when the token may not list apps', async () => {
    store.knownApps = ['mine'];
    const refresh = store.refresh();
    answers.answer(0, openclaw);
    answers.answer(1, '[]');
    answers.answer(2, 'forbidden');
    await refresh;
    expect(store.limited).toBe(true);
    expect(store.apps.data?.map(({ name }) => name)).toEqual(['mine']);
    expect(store.apps.error?.kind).toBe('forbidden');
    const first = ['machine list -a mine', 'ips list -a mine', 'apps list'];
    expect(answers.asked).toEqual([...first, 'status -a mine']);
    answers.answer(3, '{"Name": "mine", "Status": "deployed", "Organization": {"Slug": "acme"}}');
    await vi.waitFor(() => expect(store.apps.data?.[0]).toMatchObject({ organization: 'acme' }));
    void store.refresh();
    expect(answers.asked.slice(4)).toEqual(first);
  });

  it('shows no apps when it is not signed in', async () => {
    store.knownApps = ['mine'];
    const refresh = store.refresh();
    for (const index of [0, 1, 2]) answers.answer(index, 'notLoggedIn');
    await refresh;
    expect(store.apps.data).toBeUndefined();
    expect(store.apps.error?.kind).toBe('notLoggedIn');
  });

  it('knows OpenClaw by the workspace, by memory and by its machines', async () => {
    store.knownApps = ['mine'];
    await loadMachines(openclaw);
    expect(['mine', 'seen-before', 'one', 'other'].map((name) => store.isOpenClaw(name))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(store.openclawApps).toEqual(['seen-before', 'one']);
  });

  it('looks once at apps that nothing is known about, unless they are many', async () => {
    const refresh = store.refresh();
    answers.answer(0, oneApp);
    await refresh;
    await store.detectOpenClaw(0);
    expect(answers.asked).toHaveLength(1);
    const looking = store.detectOpenClaw(5);
    answers.answer(1, openclaw);
    await looking;
    await store.detectOpenClaw(5);
    expect(answers.asked).toEqual(['apps list', 'machine list -a one']);
    expect(store.isOpenClaw('one')).toBe(true);
  });

  it('gives what it holds or reads it, as the caller wants', async () => {
    await loadMachines(openclaw);
    expect(await store.machines('one')).toHaveLength(1);
    expect(answers.asked).toHaveLength(1);
    const fresh = store.machines('one', { fresh: true });
    answers.answer(1, 'rateLimited');
    await expect(fresh).rejects.toMatchObject({ kind: 'rateLimited' });
  });

  it('passes on why there are no apps', async () => {
    const apps = store.listApps();
    answers.answer(0, 'offline');
    await expect(apps).rejects.toMatchObject({ kind: 'offline' });
  });
});
