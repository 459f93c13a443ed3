import { describe, expect, test, vi } from 'vitest';
import { Failure, type FailureKind } from '../../../../src/core/errors.ts';
import {
  viewBadge,
  viewDescription,
  viewMessage,
  viewState,
} from '../../../../src/features/explorer/view-text.ts';
import { app } from './samples.ts';

vi.mock('vscode', () => import('../vscode.ts'));

function store(data: 'apps' | 'none' | 'unread', error?: FailureKind, limited = false) {
  const apps = { apps: [app], none: [], unread: undefined }[data];
  return { apps: { ...(apps && { data: apps }), ...(error && { error: new Failure(error) }) }, limited };
}

describe('the view', () => {
  test.each([
    ['ready', store('apps'), 1],
    ['ready', store('unread'), 0],
    ['filtered', store('apps'), 0],
    ['noApps', store('none'), 0],
    ['offline', store('unread', 'offline'), 0],
    ['notLoggedIn', store('unread', 'notLoggedIn'), 0],
    ['failed', store('unread', 'timeout'), 0],
    ['limited', store('unread', 'forbidden', true), 0],
    ['ready', store('apps', 'forbidden', true), 1],
  ] as const)('is %s', (state, held, shown) => expect(viewState(held, shown)).toBe(state));

  test('says why its data is old, and why it is not whole', () => {
    expect(viewMessage(store('apps'), 1)).toBe('');
    expect(viewMessage(store('unread', 'offline'), 0)).toBe('');
    expect(viewMessage(store('apps', 'offline'), 1)).toContain('Fly.io cannot be reached');
    expect(viewMessage(store('apps', 'offline'), 0)).toBe('');
    expect(viewMessage(store('apps', 'forbidden', true), 1)).toMatch(/^This token may not list apps\./);
  });

  test('says whose apps these are, and which are shown', () => {
    const filter = { organizations: ['acme'], onlyOpenClaw: true, hidden: [], showHidden: true, pinned: [] };
    const account = { email: 'ada@example.com', organizations: [], tokenSource: 'FLY_API_TOKEN' } as const;
    expect(viewDescription(account, filter)).toBe(
      'ada@example.com · FLY_API_TOKEN · acme · only OpenClaw · with hidden apps',
    );
    const all = { ...filter, organizations: [], onlyOpenClaw: false, showHidden: false };
    expect(viewDescription({ organizations: [], tokenSource: 'session' }, all)).toBe('');
  });

  test('counts what is wrong, and lists it', () => {
    expect(viewBadge([{ app: 'claw', words: [] }])).toBeUndefined();
    expect(viewBadge([{ app: 'claw', words: ['public again', 'gateway has failed'] }])).toEqual({
      value: 2,
      tooltip: 'claw: public again\nclaw: gateway has failed',
    });
  });
});
