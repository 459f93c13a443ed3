import { describe, expect, test, vi } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import type { Run } from '../../../../src/features/common/activity.ts';
import { copyableText, detailsOf, toActivityItem } from '../../../../src/features/activity/activity-item.ts';

vi.mock('vscode', () => import('../vscode.ts'));

const stop = 'flyctl machine stop -a claw d89';
const running: Run = { id: 1, title: 'Stopping gateway of claw', commands: [stop], startedAt: 0 };

function looks(run: Run): { icon: unknown; words: string; flags: unknown } {
  const { iconPath, description, contextValue } = toActivityItem({ kind: 'run', run });
  const { id }: { id?: string } = Object(iconPath);
  // The time of day is the user's own.
  return { icon: id, words: String(description).replace(/ · [^·]*$/, ''), flags: contextValue };
}

describe('a run', () => {
  test.each([
    [undefined, 'loading~spin', 'under way'],
    [{ outcome: 'done', durationMs: 1_540 }, 'pass', 'done · 1.5 s'],
    [{ outcome: 'cancelled', durationMs: 65_000 }, 'circle-slash', 'cancelled · 1 min 5 s'],
    [{ outcome: 'failed', durationMs: 200, failure: new Failure('offline') }, 'error', 'failed · 0.2 s'],
  ] as const)('says how it went: %o', (end, icon, words) => {
    expect(looks({ ...running, ...(end && { end }) })).toEqual({ icon, words, flags: 'run copyable' });
  });

  test('has its commands below it, and why it failed', () => {
    const end = { outcome: 'failed', durationMs: 1, failure: new Failure('offline') } as const;
    const details = detailsOf({ ...running, end });
    expect(details.map((node) => toActivityItem(node).label)).toEqual([
      'Fly.io cannot be reached. Check the internet connection, then try again.',
      stop,
    ]);
    expect(details.map(copyableText)).toEqual([stop, stop]);
  });

  test('without flyctl has nothing to copy', () => {
    const run = { ...running, commands: [''] };
    expect(looks(run).flags).toBe('run');
    expect(detailsOf(run)).toEqual([]);
  });
});
