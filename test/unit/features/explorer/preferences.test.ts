import { expect, test } from 'vitest';
import { Preferences } from '../../../../src/features/explorer/preferences.ts';

/** A `Memento` that keeps what it is given. */
function memento(): {
  get<T>(key: string, otherwise?: T): T;
  update(key: string, value: unknown): Promise<void>;
  keys(): readonly string[];
} {
  const values = new Map<string, unknown>();
  return {
    get: (key: string, otherwise?: unknown) =>
      Object(values.has(key) ? { value: values.get(key) } : { value: otherwise }).value,
    update: (key, value) => {
      values.set(key, value);
      return Promise.resolve();
    },
    keys: () => [...values.keys()],
  };
}

test('what is about apps as such holds in every window, the rest in this workspace', async () => {
  const global = memento();
  const here = new Preferences({ workspace: memento(), global });
  let changes = 0;
  here.onDidChange(() => (changes += 1));
  await here.update({ hidden: ['old'], pinned: ['mine'] });
  await here.update({ onlyOpenClaw: true, organizations: ['acme'], showHidden: true });
  await here.rememberAddedApps(['far']);
  expect(changes).toBe(2);
  expect(here.filter).toEqual({
    hidden: ['old'],
    pinned: ['mine'],
    onlyOpenClaw: true,
    organizations: ['acme'],
    showHidden: true,
  });
  expect(here.addedApps).toEqual(['far']);
  const elsewhere = new Preferences({ workspace: memento(), global });
  expect(elsewhere.filter).toEqual({
    hidden: ['old'],
    pinned: ['mine'],
    onlyOpenClaw: false,
    organizations: [],
    showHidden: false,
  });
  expect(elsewhere.addedApps).toEqual([]);
});
