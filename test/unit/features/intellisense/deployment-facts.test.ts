import { describe, expect, test, vi } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import { loadFacts } from '../../../../src/features/intellisense/deployment-facts.ts';
import { nothingHeld } from '../../../../src/fly/app-parts.ts';

describe('facts about a deployment', () => {
  test('are read when they are not known, or were read more than a minute ago', async () => {
    const load = vi.fn(() => Promise.resolve());
    const now = Date.now();
    const held = {
      ...nothingHeld,
      machines: { data: [], fetchedAt: now - 30_000 },
      addresses: { data: [], fetchedAt: now - 90_000 },
      certificates: { error: new Failure('offline') },
    };
    await loadFacts({ app: () => held, load }, 'claw');
    expect(load.mock.calls).toEqual([
      ['claw', 'secrets'],
      ['claw', 'addresses'],
    ]);
  });
});
