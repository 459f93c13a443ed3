import { appendFileSync, statSync, utimesSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/core/errors.ts';
import { Redactor } from '../../../src/core/redact.ts';
import { type PushedConfig, watchAfterPush } from '../../../src/gateway/after-push.ts';
import type { Aftermath } from '../../../src/gateway/aftermath.ts';
import type { Clock } from '../../../src/gateway/wait-until-ready.ts';
import type { RemoteShell } from '../../../src/remote/shell.ts';
import { freePort, serve } from './fake-gateway.ts';
import { logLine, said } from './log-lines.ts';
import { MachineFolder } from './machine-folder.ts';

const before = Buffer.from('{ "hooks": { "enabled": true } }');
const pushed = Buffer.from('// new\n{ "hooks": { "enabled": false } }');
const live = { '/startupz': { json: { ok: true, version: '2026.9.6', uptimeMs: 900_000 } } };

interface Setting {
  readonly machine: MachineFolder;
  readonly config: PushedConfig;
  readonly log: string;
  say(text: string, timeMs?: number, subsystem?: string): void;
}

/** A machine on which the new file is, with the log of a gateway that answers. */
async function setting(content: Uint8Array = pushed, port?: number): Promise<Setting> {
  const machine = new MachineFolder();
  const configPath = machine.write('/data/openclaw.json', content);
  const log = machine.write('/tmp/openclaw-1000/openclaw-2026-11-22.log', 'no JSON\n');
  const pushedAt = Math.floor(statSync(configPath).mtimeMs / 1000) * 1000;
  const ports = [port ?? (await serve(live))];
  const location = { configPath, tempDirs: [machine.path('/tmp')], ports };
  return {
    machine,
    log,
    config: { location, pushed, before, pushedAt },
    say: (text, timeMs = pushedAt + 500, subsystem = 'gateway/reload') =>
      appendFileSync(log, logLine(subsystem, text, timeMs)),
  };
}

function watch(
  { machine, config }: Setting,
  options: Parameters<typeof watchAfterPush>[2] = {},
): Promise<Aftermath> {
  return watchAfterPush(machine.shell(), config, { delaysMs: [0], ...options });
}

describe('after a push', { timeout: 30_000 }, () => {
  test('the words since then count, and no older ones', async () => {
    const machine = await setting();
    machine.say(said.applied, machine.config.pushedAt - 5_000);
    machine.say(said.invalid);
    machine.say('config change that is none of the known lines');
    expect(await watch(machine)).toEqual({ outcome: 'rejected', words: said.invalid });
  });

  test('a storm of lines is no harm', async () => {
    const machine = await setting();
    const line = logLine('gateway/reload', said.invalid, machine.config.pushedAt + 1);
    appendFileSync(machine.log, line.repeat(20_000));
    machine.say(said.detected);
    machine.say(said.applied);
    expect(await watch(machine)).toEqual({ outcome: 'applied' });
  });

  test('no secret leaves the machine in its words', async () => {
    const machine = await setting();
    const redactor = new Redactor();
    redactor.register('correct horse battery');
    machine.say('config reload failed: token: "0123456789abcdef01" is not "correct horse battery"');
    expect(await watch(machine, { redactor })).toEqual({
      outcome: 'rejected',
      words: 'config reload failed: token: "***" is not "***"',
    });
  });

  test('the log is also where the configuration says', async () => {
    const own = new MachineFolder();
    const file = own.write('/elsewhere.log', '');
    const text = Buffer.from(JSON.stringify({ logging: { file }, hooks: {} }));
    const machine = await setting(text);
    appendFileSync(file, logLine('gateway/reload', said.conflict, machine.config.pushedAt + 1));
    expect(await watch({ ...machine, config: { ...machine.config, pushed: text } })).toMatchObject({
      outcome: 'rejected',
    });
  });

  test('the copy that the gateway made since is named', async () => {
    const machine = await setting();
    const path = machine.config.location.configPath;
    const [old, fresh] = ['old', 'fresh'].map((name) =>
      machine.machine.write(`/data/openclaw.json.clobbered.${name}`, 'x'),
    );
    utimesSync(old ?? '', 1, 1);
    machine.say(said.invalid);
    expect(await watch(machine)).toMatchObject({ outcome: 'rejected', copy: fresh });
    expect(fresh).toContain(path);
  });

  test('what the gateway has accepted is told by its copy', async () => {
    const machine = await setting();
    expect(await watch(machine)).toEqual({ outcome: 'unconfirmed' });
    machine.machine.write('/data/openclaw.json.last-good', pushed);
    expect(await watch(machine)).toEqual({ outcome: 'applied' });
  });

  test('what means the same is nothing to do', async () => {
    const machine = await setting();
    const same = { ...machine.config, before: Buffer.from('{ hooks: { enabled: false } }') };
    expect(await watch({ ...machine, config: same })).toEqual({ outcome: 'nothingToDo' });
  });

  test('what the gateway wrote anew is compared by its meaning', async () => {
    const machine = await setting(Buffer.from('{ "hooks": { "enabled": false }, "meta": { "x": 1 } }'));
    expect(await watch(machine, { delaysMs: [0, 1_000_000] })).toMatchObject({
      outcome: 'rewritten',
      file: { exists: true },
      changes: [{ kind: 'added', path: ['meta'] }],
    });
  });

  test('what was put back is told at once', async () => {
    const machine = await setting(before);
    expect(await watch(machine, { delaysMs: [0, 1_000_000] })).toMatchObject({ outcome: 'reverted' });
  });

  test('a gateway that is gone has its last words', async () => {
    const machine = await setting(pushed, await freePort());
    expect(await watch(machine)).toEqual({
      outcome: 'gatewayDown',
      words: 'No gateway runs on the machine.',
    });
    machine.say(said.startFailed);
    expect(await watch(machine)).toEqual({ outcome: 'gatewayDown', words: said.startFailed });
  });
});

describe('a watch', { timeout: 30_000 }, () => {
  const clock = (): Clock & { readonly delays: number[] } => {
    const delays: number[] = [];
    const delay = async (ms: number): Promise<void> => void delays.push(ms);
    return { delays, delay, now: () => delays.reduce((sum, ms) => sum + ms, 0) };
  };

  test('looks as often as told, and tells what it found on the way', async () => {
    const machine = await setting();
    const told: Aftermath[] = [];
    const time = clock();
    const onProgress = (aftermath: Aftermath): void => {
      told.push(aftermath);
      machine.say(said.invalid);
    };
    const aftermath = await watch(machine, { delaysMs: [5_000, 30_000], clock: time, onProgress });
    expect(time.delays).toEqual([5_000, 25_000]);
    expect(told).toEqual([{ outcome: 'unconfirmed' }]);
    expect(aftermath).toMatchObject({ outcome: 'rejected' });
  });

  test('passes over a machine that restarts, but not at the end', async () => {
    const machine = await setting();
    const shell = machine.machine.shell();
    const failing = (times: number): RemoteShell => ({
      run: async (script, options) => {
        if (times-- > 0) throw new Failure('noStartedMachine');
        return shell.run(script, options);
      },
    });
    const options = { delaysMs: [0, 1], clock: clock() };
    expect(await watchAfterPush(failing(1), machine.config, options)).toEqual({ outcome: 'unconfirmed' });
    await expect(watchAfterPush(failing(2), machine.config, options)).rejects.toMatchObject({
      kind: 'noStartedMachine',
    });
  });

  test('can be cancelled', async () => {
    const watching = watch(await setting(), { delaysMs: [1_000_000], signal: AbortSignal.timeout(20) });
    await expect(watching).rejects.toMatchObject({ kind: 'cancelled' });
  });
});
