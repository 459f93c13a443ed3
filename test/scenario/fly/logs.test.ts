import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LogSession } from '../../../src/fly/logs/session.ts';
import { app, type Fly, startFly } from './support.ts';

const last = 150;
const numbers = Array.from({ length: last }, (_, index) => `line ${index + 1}`);

describe('the log of a machine', () => {
  let fly: Fly;

  beforeAll(async () => {
    fly = await startFly();
  });
  afterAll(() => fly[Symbol.asyncDispose]());

  it('has each line once and in order, although flyctl repeats some and ends twice in between', async () => {
    await fly.flysim.setFault('duplicate-logs');
    await fly.flysim.setFault('log-stream-end', { times: 2, ms: 700 });
    const machine = await fly.flysim.createMachine(app, {
      command: [
        'sh',
        '-c',
        `i=0; while [ $((i += 1)) -le ${last} ]; do echo "line $i"; sleep 0.03; done; sleep 60`,
      ],
    });
    const states = new Set<string>();
    const session = new LogSession({
      target: { app, machine },
      flyctl: fly.runner,
      redact: (text) => text,
      maxLines: 1_000,
    });
    session.onDidChangeState(({ kind }) => states.add(kind));
    session.connect();
    const lines = (): string[] =>
      [...session.rows].flatMap((row) =>
        row.kind === 'line' && row.message.startsWith('line ') ? row.message : [],
      );
    await expect.poll(lines, { timeout: 40_000, interval: 100 }).toContain(`line ${last}`);
    expect(lines()).toEqual(numbers);
    expect(states).toEqual(new Set(['live', 'reconnecting', 'connecting']));
    session.dispose();
    await fly.expectNoProcess();
  });
});
