import { describe, expect, it } from 'vitest';
import { remedyArgument, remedyOf } from '../../../../src/features/logs/remedies.ts';
import { troubles } from '../../../../src/gateway/troubles/table.ts';

/** What cannot be helped from here: something elsewhere, or only time, does it. */
const elsewhere = [
  ...['pairing-required', 'unauthorized', 'telegram-conflict', 'trial-ended'],
  ...['owner-lease', 'node-too-old', 'wrong-architecture'],
];

describe('remedyOf', () => {
  it('has something to do about each trouble but those that only something else can help', () => {
    const bad = troubles.filter(({ severity }) => severity !== 'good').map(({ id }) => id);
    const helpless = bad.filter((id) => remedyOf(id) === undefined);
    expect(helpless.toSorted()).toEqual(elsewhere.toSorted());
  });

  it('offers nothing about what is good', () => {
    const good = troubles.filter(({ severity }) => severity === 'good');
    expect(good.filter(({ id }) => remedyOf(id))).toEqual([]);
  });

  it('names the machine, and the secret that is missing', () => {
    const target = { app: 'my-openclaw', machine: 'd891' };
    const lock = remedyOf('gateway-lock');
    const auth = remedyOf('no-auth');
    expect(lock && [lock.command, remedyArgument(lock, target)]).toEqual(['clearGatewayLock', target]);
    expect(auth && [auth.command, remedyArgument(auth, target)]).toEqual([
      'setSecret',
      { ...target, secret: 'OPENCLAW_GATEWAY_TOKEN' },
    ]);
  });
});
