import { describe, expect, it } from 'vitest';
import { Failure, failureKinds } from '../../../src/core/errors.ts';
import { explain } from '../../../src/core/explain.ts';

const facts = {
  app: 'my-openclaw',
  machine: 'd8916e2c431518',
  command: 'flyctl machine list',
  flyctlVersion: '0.4.87',
  afterMs: 30_000,
};

describe('explain', () => {
  it.each(failureKinds.filter((kind) => kind !== 'cancelled'))(
    'has a sentence and a next step for %s',
    (kind) => {
      for (const failure of [
        new Failure(kind),
        new Failure(kind, { facts, detail: 'flyctl said so\nat length' }),
      ]) {
        const { sentence, steps } = explain(failure);
        expect(sentence).toMatch(/^\S.*\.$|said so$/);
        expect(sentence).not.toMatch(/undefined|NaN|\{\d\}|\n/);
        expect(steps.length).toBeGreaterThan(0);
        expect(new Set(steps).size).toBe(steps.length);
      }
    },
  );

  it('offers nothing for a cancellation', () => {
    expect(explain(new Failure('cancelled')).steps).toEqual([]);
  });

  it.each(['noStartedMachine', 'tunnel', 'unproven', 'leaseHeld', 'notFound'] as const)(
    'names the machine and its app: %s',
    (kind) => {
      expect(explain(new Failure(kind, { facts })).sentence).toContain('d8916e2c431518 of my-openclaw');
    },
  );

  it.each(['timeout', 'badOutput', 'failed'] as const)('names the command: %s', (kind) => {
    expect(explain(new Failure(kind, { facts })).sentence).toContain('flyctl machine list');
  });

  it('says how long was waited, for a command and for a state', () => {
    expect(explain(new Failure('timeout', { facts })).sentence).toContain('30 s');
    const state = { app: 'my-openclaw', machine: 'd8916e2c431518', afterMs: 300_000 };
    expect(explain(new Failure('timeout', { facts: state })).sentence).toBe(
      'Waited 300 s for d8916e2c431518 of my-openclaw without a result.',
    );
  });

  it('says who holds a lease and until when', () => {
    const expiresAt = '2026-11-21T19:51:45Z';
    const { sentence } = explain(
      new Failure('leaseHeld', { facts: { ...facts, holder: 'ci@tokens.fly.io', expiresAt } }),
    );
    expect(sentence).toContain('ci@tokens.fly.io');
    expect(sentence).toContain(new Date(expiresAt).toLocaleTimeString());
  });

  it("gives the first line of the tool's words when nothing better is known", () => {
    const failure = new Failure('failed', { facts, detail: 'no space left on device\nmore' });
    expect(explain(failure).sentence).toBe('flyctl machine list failed: no space left on device');
    expect(explain(new Failure('failed', { detail: 'no space left on device' })).sentence).toBe(
      'no space left on device',
    );
  });

  it('names the version of flyctl that was not understood', () => {
    expect(explain(new Failure('badOutput', { facts })).sentence).toContain('flyctl 0.4.87');
  });
});
