import { appendFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/core/errors.ts';
import { waitForComeback } from '../../../src/gateway/comeback.ts';
import { type RestartedConfig, recover, rollBack } from '../../../src/gateway/rollback.ts';
import type { Clock } from '../../../src/gateway/wait-until-ready.ts';
import type { RemoteShell } from '../../../src/remote/shell.ts';
import { type Answer, serve } from './fake-gateway.ts';
import { logLine, said } from './log-lines.ts';
import { MachineFolder } from './machine-folder.ts';

const before = Buffer.from('// mine\n{ "gateway": { "mode": "local" } }');
const pushed = Buffer.from('{ "gateway": { "mode": "local" }, "nope": 1 }');
const up: Answer = { json: { ok: true, status: 'started', version: '2026.9.6', uptimeMs: 5 } };
const starts: Answer = { status: 503, json: { ok: false, status: 'starting' } };

/** A machine with a gateway that can be told to come and go. */
class Machine {
  readonly folder = new MachineFolder();
  readonly configPath: string;
  readonly answers: Record<string, Answer> = {};
  readonly restarts: string[] = [];
  /** What the gateway does when it is started with the configuration that is there. */
  onStart: (config: string) => void = () => this.serves();
  shell: RemoteShell = this.folder.shell();
  #port = 0;

  constructor(content: Uint8Array | string) {
    this.configPath = this.folder.write('/data/openclaw.json', content);
    this.folder.write('/app/package.json', '{\n  "name": "openclaw",\n  "version": "2026.9.6"\n}\n');
    this.validates({ valid: true, warnings: [] });
  }

  /** What `openclaw config validate --json` says, whatever the configuration. */
  validates(verdict: { readonly valid: boolean; readonly [key: string]: unknown }): void {
    const script = `console.log(${JSON.stringify(JSON.stringify(verdict))}); process.exit(${verdict.valid ? 0 : 1});`;
    this.folder.write('/app/openclaw.mjs', script);
  }

  get command(): string[] {
    return ['node', this.folder.path('/app/openclaw.mjs'), 'gateway'];
  }

  async listen(): Promise<this> {
    this.#port = await serve(this.answers, '<html></html>');
    return this;
  }

  get config(): string {
    return readFileSync(this.configPath, 'utf8');
  }

  serves(): void {
    this.answers['/startupz'] = up;
  }

  isStarting(): void {
    this.answers['/startupz'] = starts;
  }

  dies(words: string): void {
    delete this.answers['/startupz'];
    const log = this.folder.write('/tmp/openclaw/openclaw-2026-11-22.log', '');
    appendFileSync(log, logLine(undefined, words, Date.now()));
  }

  /** A gateway process that began at the ticks; the one before is gone. */
  begins(startTicks: number): void {
    this.folder.addProcess({ pid: 700, command: ['openclaw-gateway'], startTicks });
  }

  pushed(old: Uint8Array | null = before): RestartedConfig {
    const stateDir = this.folder.path('/data');
    const location = {
      configPath: this.configPath,
      stateDir,
      tempDirs: [this.folder.path('/tmp')],
      ports: [this.#port],
    };
    const pushedAt = Math.floor(statSync(this.configPath).mtimeMs / 1000) * 1000;
    const restart = async (): Promise<void> => {
      this.restarts.push(this.config);
      this.onStart(this.config);
    };
    return { location, pushed, before: old, pushedAt, restart };
  }
}

/** A clock that only delays move. */
function fakeClock(onDelay: (count: number) => void = () => undefined): Clock {
  let count = 0;
  let now = 0;
  return {
    now: () => now,
    delay: async (ms) => {
      now += ms;
      count += 1;
      onDelay(count);
    },
  };
}

describe('a gateway that is restarted', { timeout: 30_000 }, () => {
  test('comes back, however slowly', async () => {
    const machine = await new Machine(pushed).listen();
    machine.isStarting();
    const told: string[] = [];
    const clock = fakeClock((count) => count === 7 && machine.serves());
    const onState = ({ state }: { readonly state: string }): number => told.push(state);
    const onRollBack = (): never => expect.fail('there is nothing to roll back');
    const recovery = await recover(machine.shell, machine.pushed(), {
      clock,
      onState,
      onRollBack,
      intervalMs: 3_000,
    });
    expect(recovery).toMatchObject({ outcome: 'ready', health: { state: 'ready' } });
    expect(told).toEqual(['starting', 'ready']);
    expect(machine.config).toBe(pushed.toString());
    expect(machine.restarts).toEqual([]);
  });

  test('dies of its configuration: the old one comes back, and then the gateway', async () => {
    const machine = await new Machine(pushed).listen();
    machine.dies(said.startFailed);
    const reasons: string[] = [];
    const onRollBack = (reason: string): number => reasons.push(reason);
    const recovery = await recover(machine.shell, machine.pushed(), { clock: fakeClock(), onRollBack });
    expect(recovery).toMatchObject({
      outcome: 'rolledBack',
      reason: said.startFailed,
      comeback: { outcome: 'ready' },
    });
    expect(reasons).toEqual([said.startFailed]);
    expect(machine.restarts).toEqual([before.toString()]);
    expect(machine.config).toBe(before.toString());
  });

  test('fails for a reason that passes: it is waited for', async () => {
    const machine = await new Machine(pushed).listen();
    machine.dies(said.lease);
    const clock = fakeClock((count) => count === 3 && machine.serves());
    const { command } = machine;
    expect(await recover(machine.shell, machine.pushed(), { clock, command })).toMatchObject({
      outcome: 'ready',
    });
  });

  test('does not come in five minutes: its last words are the reason', async () => {
    const machine = await new Machine(pushed).listen();
    machine.dies(said.lease);
    const options = { clock: fakeClock(), intervalMs: 100_000, command: machine.command };
    expect(await recover(machine.shell, machine.pushed(), options)).toMatchObject({
      outcome: 'rolledBack',
      reason: said.lease,
    });
  });

  test('stays away with the old configuration, too: that is told', async () => {
    const machine = await new Machine(pushed).listen();
    machine.dies(said.startFailed);
    machine.onStart = () =>
      machine.dies('Gateway failed to start: Invalid config at /data/openclaw.json: old');
    expect(await rollBack(machine.shell, machine.pushed(), { clock: fakeClock() })).toMatchObject({
      outcome: 'rolledBack',
      comeback: { outcome: 'failed', words: expect.stringContaining('old') },
    });
  });

  test('is not judged by what it said before', async () => {
    const machine = await new Machine(pushed).listen();
    machine.dies(said.startFailed);
    const options = {
      since: Date.now() + 60_000,
      clock: fakeClock(),
      deadlineMs: 5_000,
      command: machine.command,
    };
    const comeback = await waitForComeback(machine.shell, machine.pushed().location, options);
    expect(comeback).toEqual({
      outcome: 'timedOut',
      words: 'No gateway runs on the machine.',
      isOwn: false,
    });
  });
});

describe('a gateway that ends again and again without a word', { timeout: 30_000 }, () => {
  test('has its OpenClaw asked for the reason', async () => {
    const issues = [{ path: '<root>', message: 'Unrecognized key: "nope"' }];
    const machine = await new Machine(pushed).listen();
    machine.validates({ valid: false, issues });
    machine.begins(1000);
    const clock = fakeClock((count) => machine.begins(1000 + count));
    const { location, pushedAt: since } = machine.pushed();
    const comeback = await waitForComeback(machine.shell, location, {
      since,
      clock,
      command: machine.command,
    });
    expect(comeback).toEqual({
      outcome: 'failed',
      words: '<root>: Unrecognized key: "nope"',
      isOwn: true,
    });
  });

  test('is waited for when its OpenClaw accepts the configuration', async () => {
    const machine = await new Machine(pushed).listen();
    machine.begins(1000);
    const clock = fakeClock((count) => (count < 4 ? machine.begins(1000 + count) : machine.serves()));
    const { location, pushedAt: since } = machine.pushed();
    const comeback = await waitForComeback(machine.shell, location, {
      since,
      clock,
      command: machine.command,
    });
    expect(comeback).toMatchObject({ outcome: 'ready' });
  });
});

describe('a roll back', { timeout: 30_000 }, () => {
  test('never overwrites what somebody else wrote', async () => {
    const machine = await new Machine('{ "theirs": true }').listen();
    machine.dies(said.startFailed);
    expect(await recover(machine.shell, machine.pushed(), { clock: fakeClock() })).toMatchObject({
      outcome: 'superseded',
      reason: said.startFailed,
      file: { exists: true },
    });
    expect(machine.config).toBe('{ "theirs": true }');
    expect(machine.restarts).toEqual([]);
  });

  test('replaces what the gateway wrote into the pushed file', async () => {
    const machine = await new Machine('{"nope":1,"gateway":{"mode":"local"},"meta":{"x":1}}').listen();
    expect(await rollBack(machine.shell, machine.pushed(), { clock: fakeClock() })).toMatchObject({
      outcome: 'rolledBack',
    });
    expect(machine.config).toBe(before.toString());
  });

  test('is not possible when there was nothing before', async () => {
    const machine = await new Machine(pushed).listen();
    expect(await rollBack(machine.shell, machine.pushed(null))).toMatchObject({ outcome: 'notPossible' });
    expect(machine.config).toBe(pushed.toString());
  });

  test('starts a machine that has stopped, tries again, and asks afterwards what was wrong', async () => {
    const machine = await new Machine(pushed).listen();
    machine.validates({ valid: false, issues: [{ path: '<root>', message: 'Unrecognized key: "nope"' }] });
    const { shell } = machine;
    let isStopped = true;
    machine.onStart = () => {
      isStopped = false;
      machine.serves();
    };
    const stopped: RemoteShell = {
      run: async (script, options) => {
        if (isStopped) throw new Failure('noStartedMachine', { facts: { machine: 'd1' } });
        return shell.run(script, options);
      },
    };
    const reasons: string[] = [];
    const onRollBack = (reason: string): number => reasons.push(reason);
    const options = { clock: fakeClock(), command: machine.command, onRollBack };
    expect(await recover(stopped, machine.pushed(), options)).toMatchObject({
      outcome: 'rolledBack',
      reason: '<root>: Unrecognized key: "nope"',
      comeback: { outcome: 'ready' },
    });
    expect(reasons).toEqual(['The machine stopped and is not started again.']);
    expect(machine.config).toBe(before.toString());
    expect(readdirSync(machine.folder.path('/data')).filter((name) => name.includes('.push-'))).toEqual([]);
  });
});
