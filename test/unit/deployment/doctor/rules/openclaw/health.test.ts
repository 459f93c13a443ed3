import { describe, expect, test } from 'vitest';
import { sleepCommand } from '../../../../../../src/deployment/rescue/sleep.ts';
import {
  codes,
  down,
  fixesOf,
  found,
  inspection,
  machine,
  snapshot,
  starting,
} from '../../openclaw-snapshots.ts';

describe('a gateway that is down', () => {
  test('is rescued when nothing speaks against its configuration', () => {
    const [finding] = found('gateway-down', snapshot({ inside: down }));
    expect(finding).toMatchObject({
      severity: 'error',
      evidence: [{ text: 'No gateway runs on the machine.' }],
    });
    expect(fixesOf(finding)).toEqual(['rescue', 'restartMachine', 'showLogs']);
  });

  test('gets another configuration first when that is refused', () => {
    const [finding] = found('gateway-down', snapshot({ inside: down, complaint: { data: 'gateway: nope' } }));
    expect(fixesOf(finding)).toEqual(['openConfig', 'configHistory', 'rescue', 'showLogs']);
  });

  test('sleeps when a rescue was not finished', () => {
    const asleep = snapshot({ inside: down, machine: machine({ command: sleepCommand }) });
    expect(found('gateway-down', asleep)).toEqual([]);
    const [finding] = found('rescue-unfinished', asleep);
    expect(finding).toMatchObject({ severity: 'error', evidence: [{ source: 'machine d8916e2c431518' }] });
    expect(fixesOf(finding)).toEqual(['rescue']);
  });
});

test('a gateway that starts is worth a note', () => {
  expect(codes(snapshot({ inside: starting }))).toEqual(['info gateway-starting']);
});

test('a gateway that is ready tells what does not work', () => {
  const health = { ...inspection().health, failing: ['discord'] };
  const [finding] = found('gateway-degraded', snapshot({ inside: { health } }));
  expect(finding).toMatchObject({
    severity: 'warning',
    title: 'The gateway is ready, but this does not work: discord',
  });
});
