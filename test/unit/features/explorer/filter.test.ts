import { describe, expect, test } from 'vitest';
import type { App } from '../../../../src/fly/model.ts';
import { arrange, type Filter } from '../../../../src/features/explorer/filter.ts';

const everything: Filter = {
  organizations: [],
  onlyOpenClaw: false,
  hidden: [],
  showHidden: false,
  pinned: [],
};

function app(name: string, organization = 'acme'): App {
  return { name, organization, status: 'deployed', hostname: '' };
}

const apps = [app('zebra'), app('claw-b'), app('claw-a'), app('mine', 'other'), app('alpha', '')];
const traits = {
  isOpenClaw: (name: string) => name.startsWith('claw') || name === 'mine',
  isOfWorkspace: (name: string) => name === 'mine',
};

function names(filter: Partial<Filter>): string[] {
  return arrange(apps, { ...everything, ...filter }, traits).map(({ name }) => name);
}

describe('arrange', () => {
  test("puts the workspace's app first, then those that run OpenClaw, each by name", () => {
    expect(names({})).toEqual(['mine', 'claw-a', 'claw-b', 'alpha', 'zebra']);
  });

  test('puts pinned apps before those that run OpenClaw', () => {
    expect(names({ pinned: ['zebra', 'gone'] })).toEqual(['mine', 'zebra', 'claw-a', 'claw-b', 'alpha']);
  });

  test('leaves out hidden apps, unless they are shown all the same', () => {
    expect(names({ hidden: ['mine', 'claw-a'] })).toEqual(['claw-b', 'alpha', 'zebra']);
    expect(names({ hidden: ['mine', 'claw-a'], showHidden: true })).toHaveLength(5);
  });

  test('shows organizations, and what has no known one', () => {
    expect(names({ organizations: ['other'] })).toEqual(['mine', 'alpha']);
  });

  test('shows only what runs OpenClaw', () => {
    expect(names({ onlyOpenClaw: true })).toEqual(['mine', 'claw-a', 'claw-b']);
  });

  test('takes no longer than the number of apps suggests', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => app(`app-${index}`));
    const hidden = many.slice(0, 10_000).map(({ name }) => name);
    const calls = { count: 0 };
    const counting = {
      isOpenClaw: () => {
        calls.count += 1;
        return false;
      },
      isOfWorkspace: () => false,
    };
    expect(arrange(many, { ...everything, hidden }, counting)).toHaveLength(10_000);
    expect(calls.count).toBe(10_000);
  });
});
