import { describe, expect, test, vi } from 'vitest';
import {
  exposureOf,
  factsOf,
  type HeldApp,
  troublesOf,
  troubleWord,
  versionOf,
} from '../../../../src/features/common/app-facts.ts';
import { app, machine, privateAddress, publicAddress } from '../explorer/samples.ts';

vi.mock('vscode', () => import('../vscode.ts'));

const calm = { openclaw: true, publicAgain: false, drifted: () => false };

function held({
  machines,
  addresses,
}: {
  machines?: ReturnType<typeof machine>[];
  addresses?: (typeof publicAddress)[];
}): HeldApp {
  return { machines: machines ? { data: machines } : {}, addresses: addresses ? { data: addresses } : {} };
}

describe('facts', () => {
  test('say nothing of what was not read', () => {
    expect(factsOf(app, held({}), calm)).toEqual([]);
    expect(exposureOf(held({}))).toBeUndefined();
  });

  test('of a public app have its address', () => {
    const facts = factsOf(
      app,
      held({ machines: [machine()], addresses: [publicAddress, privateAddress] }),
      calm,
    );
    expect(facts).toEqual([
      { name: 'exposure', publicAddresses: 1, unwanted: false },
      { name: 'url', url: 'https://claw.fly.dev' },
      { name: 'version', version: '2026.9.6' },
    ]);
  });

  test('of a private app have none', () => {
    const facts = factsOf(app, held({ addresses: [privateAddress] }), calm);
    expect(facts).toEqual([{ name: 'exposure', publicAddresses: 0, unwanted: false }]);
  });

  test('begin with several gateways, and name machines whose configuration changed', () => {
    const machines = [
      machine(),
      machine({ id: 'e12', name: 'two' }),
      machine({ id: 'f34', state: 'stopped' }),
    ];
    const facts = factsOf(app, held({ machines }), { ...calm, drifted: ({ id }) => id === 'e12' });
    expect(facts.map(({ name }) => name)).toEqual(['gateways', 'version', 'drift']);
    expect(facts[0]).toEqual({ name: 'gateways', machines: machines.slice(0, 2) });
    expect(facts[2]).toEqual({ name: 'drift', machines: [machines[1]] });
  });

  test.each([
    ['those of started machines', ['started', 'stopped'], '2026.9.6'],
    ['those of all machines when none is started', ['stopped', 'stopped'], '2026.9.6, 2026.9.1'],
  ])('tell the version: %s', (_, [first = '', second = ''], version) => {
    const machines = [machine({ state: first }), machine({ state: second, image: 'openclaw:v2026.9.1' })];
    expect(versionOf(machines)).toBe(version);
  });

  test('know no version by the tag of a deployment', () => {
    expect(versionOf([machine({ image: 'registry.fly.io/claw:deployment-01JH' })])).toBeUndefined();
  });
});

describe('troubles', () => {
  test('name what is wrong, each in few words', () => {
    const machines = [
      machine({ name: 'one', checks: [{ name: 'startup', status: 'critical', output: '' }] }),
      machine({ name: 'two', hostStatus: 'unreachable' }),
      machine({ name: 'three', state: 'failed' }),
      machine({
        name: 'four',
        state: 'stopped',
        checks: [{ name: 'startup', status: 'critical', output: '' }],
      }),
    ];
    expect(troublesOf(held({ machines }), { publicAgain: true }).map(troubleWord)).toEqual([
      '2 gateways started',
      'public again',
      'a check of one is critical',
      'the host of two is unreachable',
      'three has failed',
    ]);
  });

  test('are none of a machine that a deploy makes for one command', () => {
    const machines = [machine(), machine({ processGroup: 'fly_app_release_command' })];
    expect(troublesOf(held({ machines }), { publicAgain: false })).toEqual([]);
  });
});
