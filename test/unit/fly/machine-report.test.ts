import { expect, it } from 'vitest';
import { machineReport } from '../../../src/fly/machine-report.ts';
import type { Machine } from '../../../src/fly/model.ts';
import { listMachines } from '../../../src/fly/verbs/machines.ts';
import { printed } from './verbs/printed.ts';

const [machine, lost] = listMachines('my-openclaw').parse(printed('machine-list')) as [Machine, Machine];

it('begins with what the machine is', () => {
  expect(machineReport(machine).split('\n').slice(0, 2)).toEqual([
    'autumn-leaf-42 · my-openclaw',
    'd8916e2c431518 · started · fra',
  ]);
  expect(machineReport(lost)).toContain('· cordoned · host unreachable\n');
});

it('has every check with all that it printed', () => {
  const [, checks = ''] = /Checks\n([\s\S]*?)\n\n/.exec(machineReport(machine)) ?? [];
  expect(checks).toMatch(/^ {2}passing {3}servicecheck-00-http-3000\n/);
  expect(checks).toContain('200 OK');
});

it('has events newest first, with how each exit came about', () => {
  const lines = machineReport(machine).split('\n');
  const events = lines.slice(lines.indexOf('Events, the newest first') + 1, -1);
  expect(events).toEqual([
    expect.stringMatching(
      / {2}exit .* stopped .* flyd {2}exit code 137, out of memory, nobody had requested a stop, restarts so far: 1$/,
    ),
    expect.stringMatching(/ {2}start .* started .* flyd$/),
    expect.stringMatching(/exit code 0, a stop was requested, restarts so far: 1$/),
  ]);
});

it('says that there is nothing', () => {
  expect(machineReport({ ...machine, checks: [], events: [] })).toMatch(
    /Fly makes no checks of this machine\.[\s\S]*Fly tells of none\./,
  );
});
