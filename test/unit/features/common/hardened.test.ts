import { expect, test } from 'vitest';
import { Hardened } from '../../../../src/features/common/hardened.ts';
import type { Flyctl } from '../../../../src/fly/flyctl.ts';
import { DeploymentStore } from '../../../../src/fly/store.ts';
import { output } from '../../fly/verbs/printed.ts';

class Memory {
  readonly #values = new Map<string, unknown>();

  keys = (): readonly string[] => [...this.#values.keys()];

  get<T>(key: string, otherwise?: T): T | undefined;
  get(key: string, otherwise?: unknown): unknown {
    return this.#values.has(key) ? this.#values.get(key) : otherwise;
  }

  update(key: string, value: unknown): Promise<void> {
    this.#values.set(key, value);
    return Promise.resolve();
  }
}

/** A store that reads addresses of these types. */
async function storeWith(types: readonly string[]): Promise<DeploymentStore> {
  const printed = JSON.stringify(types.map((Type, index) => ({ Address: `203.0.113.${index}`, Type })));
  const flyctl: Flyctl = {
    run: (verb) => Promise.resolve(verb.parse(output(printed))),
    stream: () => Promise.reject(new Error('Nothing is streamed.')),
  };
  const store = new DeploymentStore(flyctl);
  await store.load('one', 'addresses');
  return store;
}

test('a hardened app with an address of the internet is public again; another app never is', async () => {
  const memory = new Memory();
  const hardened = new Hardened(memory, await storeWith(['private_v6', 'shared_v4']));
  expect(hardened.isPublicAgain('one')).toBe(false);
  await hardened.remember('one', true);
  expect(hardened.isHardened('one')).toBe(true);
  expect(hardened.isPublicAgain('one')).toBe(true);
  expect(new Hardened(memory, await storeWith(['private_v6'])).isPublicAgain('one')).toBe(false);
});

test('nothing is said of addresses that were not read', async () => {
  const hardened = new Hardened(new Memory(), await storeWith(['v4']));
  await hardened.remember('two', true);
  expect(hardened.isPublicAgain('two')).toBe(false);
});

test('an app that was made public on purpose is forgotten, and whoever looks is told once', async () => {
  const hardened = new Hardened(new Memory(), await storeWith(['v4']));
  const told: string[] = [];
  hardened.onDidChange((app) => told.push(app));
  await hardened.remember('one', true);
  await hardened.remember('one', true);
  await hardened.remember('one', false);
  expect(hardened.isHardened('one')).toBe(false);
  expect(told).toEqual(['one', 'one']);
});
