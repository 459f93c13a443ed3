import { describe, expect, test } from 'vitest';
import type { Inspection } from '../../../../../../src/gateway/inspect/inspection.ts';
import type { FoundLock } from '../../../../../../src/gateway/locks.ts';
import { down, facts, fixesOf, found, lock, nowMs, snapshot, starting } from '../../openclaw-snapshots.ts';

const stale = lock({ verdict: 'stale', reason: 'Process 620, which made it, does not run any more.' });

function locked(inside: Partial<Inspection>, ...locks: readonly FoundLock[]) {
  return snapshot({ inside: { ...inside, locks: { locks, others: [], facts: facts() } } });
}

describe('a lock', () => {
  test.each([
    ['down', 'error', down],
    ['starting', 'warning', starting],
    ['ready', 'info', {}],
  ] as const)('that is stale counts for a gateway that is %s as: %s', (_state, severity, inside) => {
    const [finding] = found('lock-stale', locked(inside, stale));
    expect(finding).toMatchObject({
      severity,
      evidence: [{ text: `${stale.path}: ${stale.reason}` }],
    });
    expect(fixesOf(finding)).toEqual(['clearGatewayLock']);
  });

  test.each([
    ['runs', {}],
    ['starts', starting],
  ])('that a gateway holds is fine while it %s', (_state, inside) => {
    const held = locked(inside, lock());
    expect([...found('lock-held', held), ...found('lock-stale', held)]).toEqual([]);
  });

  test.each(['held', 'unknown'] as const)('that is %s is an error while no gateway runs', (verdict) => {
    const [finding] = found('lock-held', locked(down, lock({ verdict, reason: 'sqlite-maintenance' })));
    expect(finding).toMatchObject({
      severity: 'error',
      evidence: [{ text: '/data/tmp/openclaw-1000/gateway.state.lock: sqlite-maintenance' }],
    });
    expect(fixesOf(finding)).toEqual(['clearGatewayLock', 'showLogs']);
  });

  test('of a plugin delays the start', () => {
    const other = { ...stale, path: '/data/npm/openclaw-runtime-deps.lock', kind: 'plugins' } as const;
    const of = (inside: Partial<Inspection>) =>
      snapshot({ inside: { ...inside, locks: { locks: [], others: [other], facts: facts() } } });
    expect(found('lock-other', of(starting))).toMatchObject([{ severity: 'warning', fixes: [] }]);
    expect(found('lock-other', of({}))).toMatchObject([{ severity: 'info' }]);
  });
});

describe('the owner lease', () => {
  const lease = { pid: 7, hostname: '3287', expiresAtMs: nowMs + 120_000, isOfThisHost: false };

  test('of another host is told with the time that is left', () => {
    const [finding] = found('owner-lease', snapshot({ inside: { ...down, lease } }));
    expect(finding).toMatchObject({
      severity: 'error',
      evidence: [{ text: 'host 3287, process 7, until 2026-11-21 20:02:00 UTC' }],
    });
    expect(finding?.explanation).toContain('120 seconds');
    expect(fixesOf(finding)).toEqual(['clearGatewayLock']);
  });

  test.each([
    ['has ended', { ...down, lease: { ...lease, expiresAtMs: nowMs - 1 } }],
    ['is that of the gateway that runs', { lease: { ...lease, isOfThisHost: true } }],
    ['is of a process of this host that has ended', { ...down, lease: { ...lease, isOfThisHost: true } }],
  ])('is fine when it %s', (_why, inside) => {
    expect(found('owner-lease', snapshot({ inside }))).toEqual([]);
  });
});
