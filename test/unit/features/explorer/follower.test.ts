import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeploymentStore } from '../../../../src/fly/store.ts';
import type { Flyctl } from '../../../../src/fly/flyctl.ts';
import { Follower } from '../../../../src/features/explorer/follower.ts';
import { output } from '../../fly/verbs/printed.ts';

vi.mock('vscode', () => import('../vscode.ts'));

let state: string;
let visible: boolean;
let reads: number;
let store: DeploymentStore;
let follower: Follower;

const flyctl: Flyctl = {
  run: (verb) => {
    reads += 1;
    return Promise.resolve(verb.parse(output(JSON.stringify([{ id: 'd89', state }]))));
  },
  stream: () => Promise.reject(new Error('Nothing is streamed.')),
};

beforeEach(async () => {
  vi.useFakeTimers();
  state = 'stopping';
  visible = true;
  reads = 0;
  store = new DeploymentStore(flyctl);
  follower = new Follower({ store, watched: () => (visible ? ['claw'] : []) });
  await store.load('claw', 'machines');
});

afterEach(() => {
  follower.dispose();
  vi.useRealTimers();
});

test('reads machines every two seconds until they have arrived', async () => {
  await vi.advanceTimersByTimeAsync(4_100);
  expect(reads).toBe(3);
  state = 'stopped';
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reads).toBe(4);
});

test('reads nothing while nobody looks, and goes on when somebody does', async () => {
  visible = false;
  await vi.advanceTimersByTimeAsync(60_000);
  const before = reads;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(reads).toBe(before);
  visible = true;
  follower.look();
  await vi.advanceTimersByTimeAsync(2_100);
  expect(reads).toBe(before + 1);
});

test('leaves a machine that does not arrive to the ordinary refresh', async () => {
  await vi.advanceTimersByTimeAsync(6 * 60_000);
  const before = reads;
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(reads).toBe(before);
});
