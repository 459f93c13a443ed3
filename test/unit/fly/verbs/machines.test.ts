import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import type { Verb } from '../../../../src/fly/flyctl.ts';
import { viewLease } from '../../../../src/fly/verbs/leases.ts';
import { cloneMachine } from '../../../../src/fly/verbs/machine-clone.ts';
import {
  cordonMachine,
  destroyMachine,
  listMachines,
  showMachine,
  stopMachine,
  suspendMachine,
  uncordonMachine,
} from '../../../../src/fly/verbs/machines.ts';
import { listRegions, listSizes } from '../../../../src/fly/verbs/platform.ts';
import { output, printed } from './printed.ts';

const app = 'my-openclaw';
const id = 'd8916e2c431518';

describe('a change of a machine', () => {
  it.each<readonly [Verb<void>, string]>([
    [suspendMachine(app, id), `machine suspend -a ${app} ${id}`],
    [cordonMachine(app, id), `machine cordon -a ${app} ${id}`],
    [uncordonMachine(app, id), `machine uncordon -a ${app} ${id}`],
    [stopMachine(app, id, { waitSeconds: 90 }), `machine stop -a ${app} --wait-timeout 90s ${id}`],
    [destroyMachine(app, id), `machine destroy -a ${app} ${id}`],
    [destroyMachine(app, id, { force: true }), `machine destroy -a ${app} --force ${id}`],
    [cloneMachine(app, id), `machine clone -a ${app} --detach ${id}`],
    [
      cloneMachine(app, id, { region: 'fra', name: 'second' }),
      `machine clone -a ${app} --region fra --name second --detach ${id}`,
    ],
  ])('%# is a write of its app: %s', (verb, line) => {
    expect(verb.args.join(' ')).toBe(line);
    expect(verb).toMatchObject({ kind: 'write', app, machine: id });
  });

  it('that waits has the time for it on top of the time for the lease', () => {
    const { deadlineMs } = stopMachine(app, id);
    expect(stopMachine(app, id, { waitSeconds: 60 }).deadlineMs).toBe(deadlineMs + 60_000);
  });
});

describe('the lease of a machine', () => {
  const verb = viewLease(app, id);

  it('is asked for by its id', () => {
    expect(verb.args.join(' ')).toBe(`machine leases view -a ${app} --json ${id}`);
  });

  it('has its holder and when it ends', () => {
    const data = { nonce: 'x', expires_at: 1_763_719_500, owner: 'ada@example.com', version: '01' };
    const answer = output(JSON.stringify({ [id]: { status: 'success', data } }));
    expect(verb.parse(answer)).toEqual({ owner: 'ada@example.com', expiresAt: 1_763_719_500_000 });
  });

  it.each(['{}', 'null', `{"${id}":{"status":"error","message":"lease not found"}}`, '{"other":{}}'])(
    'is nobody’s: %s',
    (text) => {
      expect(verb.parse(output(text))).toBeUndefined();
    },
  );
});

describe('what Fly has', () => {
  it('is sizes, shared ones first, without graphics cards', () => {
    const answer = {
      'a100-40gb': { cpu_kind: 'performance', cpus: 8, memory_mb: 32_768 },
      'performance-1x': { cpu_kind: 'performance', cpus: 1, memory_mb: 2_048 },
      'shared-cpu-1x': { cpu_kind: 'shared', cpus: 1, memory_mb: 256 },
      'shared-cpu-16x': { cpu_kind: 'shared', cpus: 16, memory_mb: 4_096 },
      'shared-cpu-2x': { cpu_kind: 'shared', cpus: 2, memory_mb: 512 },
    };
    const sizes = listSizes().parse(output(JSON.stringify(answer)));
    expect(sizes.map(({ name }) => name)).toEqual([
      ...['shared-cpu-1x', 'shared-cpu-2x', 'shared-cpu-16x', 'performance-1x'],
    ]);
    expect(sizes[1]).toEqual({ name: 'shared-cpu-2x', cpuKind: 'shared', cpus: 2, memoryMb: 512 });
  });

  it('is regions that are still open', () => {
    const answer = [
      { code: 'ams', name: 'Amsterdam, Netherlands', deprecated: true },
      { code: 'fra', name: 'Frankfurt, Germany', deprecated: false, capacity: 100 },
    ];
    expect(listRegions().parse(output(JSON.stringify(answer)))).toEqual([
      { code: 'fra', name: 'Frankfurt, Germany' },
    ]);
  });

  it.each([listSizes(), listRegions()])('%# is refused in another shape', (verb) => {
    for (const text of ['', '"text"', '[{"zork":1}]', '{"a":{"cpus":"many"}}']) {
      expect(() => verb.parse(output(text))).toThrow(Failure);
    }
  });
});

describe('one machine as it is printed', () => {
  it('has what the model leaves out', () => {
    expect(showMachine(app, id).parse(printed('machine-list'))).toMatchObject({
      id,
      private_ip: expect.any(String),
    });
  });

  it('is nothing when the app does not have it', () => {
    expect(showMachine(app, 'gone').parse(printed('machine-list'))).toBeUndefined();
  });

  it('costs no process of its own beside the list', () => {
    expect(showMachine(app, id).args).toEqual(listMachines(app).args);
  });
});

it('has the guests of a machine', () => {
  const containers = [{ name: 'gateway', state: 'running' }, { name: 'proxy' }];
  const [machine] = listMachines(app).parse(output(JSON.stringify([{ id, containers }])));
  expect(machine?.containers).toEqual([
    { name: 'gateway', state: 'running' },
    { name: 'proxy', state: '' },
  ]);
});
