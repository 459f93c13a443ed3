import { appendFileSync, rmSync } from 'node:fs';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import { GatewayLog } from '../../../../src/features/logs/gateway-log.ts';
import type { RemoteShell } from '../../../../src/remote/shell.ts';
import { ManualClock, settle } from '../../fly/logs/fakes.ts';
import { logLine } from '../../gateway/log-lines.ts';
import { MachineFolder } from '../../gateway/machine-folder.ts';
import { redact, secret } from './rows.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

const timeMs = Date.parse('2026-11-21T19:51:45.980Z');

/** The log of a machine with a file of its own, or of a shell that answers as it is told. */
function open(shell?: RemoteShell) {
  const machine = new MachineFolder();
  const TMPDIR = machine.addFolder('/data');
  machine.addProcess({ pid: 7, command: ['openclaw-gateway'], env: { TMPDIR } });
  const clock = new ManualClock();
  const own = machine.shell();
  const log = new GatewayLog({
    machine: { id: 'd891', region: 'fra' },
    // The real /tmp of this computer is none of its business.
    shell: shell ?? { run: (script, options) => own.run(script, { ...options, args: inside(options.args) }) },
    redact,
    places: async () => [machine.path('/data/my.log')],
    maxLines: 100,
    clock,
    random: () => 0,
  });
  onTestFinished(() => log.dispose());
  const states: string[] = [];
  log.onDidChangeState(({ kind }) => states.push(kind));
  const appended = (): Promise<unknown> => new Promise((resolve) => log.onDidAppend(resolve));
  return { machine, clock, log, states, appended };
}

function inside(args: readonly string[] = []): readonly string[] {
  return args.filter((argument) => argument !== '/tmp');
}

const messages = ({ rows }: GatewayLog): string[] =>
  [...rows].map((row) => (row.kind === 'line' ? row.message : row.kind));

describe('GatewayLog', () => {
  test('shows what OpenClaw writes, masked, with the part that wrote it as the source', async () => {
    const { machine, log, states, appended } = open();
    const content = logLine('gateway/ws', `token ${secret}`, timeMs) + 'no JSON\n';
    machine.write('/data/openclaw-1000/openclaw-2026-11-21.log', content);
    const first = appended();
    log.connect();
    await first;
    expect([...log.rows]).toMatchObject([
      { instance: 'd891', region: 'fra', level: 'INFO', provider: 'gateway/ws', time: timeMs },
      { provider: 'openclaw', message: 'no JSON', time: timeMs },
    ]);
    expect(messages(log)).toEqual(['token ***', 'no JSON']);
    await vi.waitFor(() => expect(states).toEqual(['connecting', 'live']));
  });

  test('shows the file that the configuration names', async () => {
    const { machine, log, appended } = open();
    machine.write('/data/my.log', logLine('gateway', 'mine', timeMs));
    const first = appended();
    log.connect();
    await first;
    expect(messages(log)).toEqual(['mine']);
  });

  test('reads on, marks a gap when the file is another one, and rests when nobody looks', async () => {
    const { machine, clock, log, appended, states } = open();
    const file = machine.write('/data/openclaw/openclaw-2026-11-21.log', logLine('gateway', 'one', timeMs));
    const first = appended();
    log.connect();
    await first;
    await vi.waitFor(() => expect(states).toContain('live'));
    log.pause();
    appendFileSync(file, logLine('gateway', 'two', timeMs + 1));
    await clock.advance(60_000);
    expect(messages(log)).toEqual(['one']);
    const second = appended();
    log.connect();
    await second;
    expect(messages(log)).toEqual(['one', 'two']);
    await vi.waitFor(() => expect(clock.waiting).toBe(1));
    machine.write('/data/openclaw/openclaw-2026-11-22.log', logLine('gateway', 'three', timeMs + 9));
    rmSync(file);
    const third = appended();
    await clock.advance(2_000);
    await third;
    expect(messages(log)).toEqual(['one', 'two', 'gap', 'three']);
    expect([...log.rows][2]).toMatchObject({ from: timeMs + 1, to: timeMs + 9 });
  });

  test('tries again while the machine cannot be asked, and says why', async () => {
    let failure: Failure | undefined = new Failure('noStartedMachine');
    const { clock, log, states } = open({
      run: async () => {
        if (failure) throw failure;
        return { stdout: '', stderr: '', status: 0, transport: 'test' };
      },
    });
    log.connect();
    await settle();
    expect(log.state).toMatchObject({ kind: 'reconnecting', at: clock.now() + 500, failure });
    failure = undefined;
    await clock.advance(500);
    expect(states).toEqual(['connecting', 'reconnecting', 'live']);
  });

  test('ends where trying again would not help, until it is told to', async () => {
    let calls = 0;
    const { clock, log } = open({
      run: async () => {
        calls++;
        throw new Failure('notLoggedIn');
      },
    });
    log.connect();
    await clock.advance(600_000);
    expect([log.state.kind, calls]).toEqual(['ended', 1]);
    log.connect();
    await settle();
    expect(calls).toBe(2);
  });

  test('forgets its rows, and says so', async () => {
    const { machine, log, appended } = open();
    machine.write('/data/openclaw/openclaw-2026-11-21.log', logLine('gateway', 'one', timeMs));
    const first = appended();
    log.connect();
    await first;
    const rearranged = vi.fn();
    log.onDidRearrange(rearranged);
    log.clear();
    expect([messages(log), rearranged.mock.calls.length]).toEqual([[], 1]);
  });
});
