import { expect, it } from 'vitest';
import { obstacleTo } from '../../../../src/deployment/rescue/obstacle.ts';
import { machineWith } from './fake-fly.ts';

it.each(['started', 'stopped', 'starting', 'failed', 'suspended'])(
  'a machine that is %s can be rescued',
  (state) => {
    expect(obstacleTo({ ...machineWith(), state })).toBeUndefined();
  },
);

it.each([
  ['it is being destroyed', { ...machineWith(), state: 'destroying' }, /is destroying/],
  ['its host is gone', { ...machineWith(), hostStatus: 'unreachable' }, /host .* is unreachable/],
  ['init.exec is run', machineWith({ init: { exec: ['/start'], cmd: ['x'] } }), /init\.exec/],
  ['it has processes', machineWith({ processes: [{ cmd: ['node'] }] }), /several processes or containers/],
  ['it has containers', machineWith({ containers: [{ name: 'app' }] }), /several processes or containers/],
  ['it has no volume', machineWith({ mounts: [] }), /has no volume/],
])('a machine cannot be rescued when %s', (_name, machine, sentence) => {
  expect(obstacleTo(machine)).toMatch(sentence);
});
