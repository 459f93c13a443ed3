import { describe, expect, it } from 'vitest';
import { chooseMachine } from '../../../../src/deployment/doctor/choose-machine.ts';
import { machine } from './openclaw-snapshots.ts';

const stopped = machine({ id: 'stopped', state: 'stopped' });
const started = machine({ id: 'started', state: 'started' });
const another = machine({ id: 'another', state: 'started', image: 'postgres:17', command: [], env: {} });

describe('the machine that is looked into', () => {
  it.each([
    ['runs OpenClaw rather than anything else', [another, stopped], undefined, 'stopped'],
    ['is a started one', [another, stopped, started], undefined, 'started'],
    ['is the wanted one, whatever it is', [stopped, started, another], 'another', 'another'],
    ['is any where none is known to run OpenClaw', [another], undefined, 'another'],
    ['is another one when the wanted one is gone', [stopped, started], 'gone', 'started'],
  ])('%s', (_what, machines, wanted, chosen) => {
    expect(chooseMachine(machines, wanted)?.id).toBe(chosen);
  });

  it('is none where there is none', () => {
    expect(chooseMachine([])).toBeUndefined();
  });
});
