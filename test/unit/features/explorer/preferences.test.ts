import { expect, test } from 'vitest';
import { memento } from '../memento.ts';
import { Preferences } from '../../../../src/features/explorer/preferences.ts';

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
