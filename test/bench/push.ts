import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redactor } from '../../src/core/redact.ts';
import { FlyctlRunner } from '../../src/fly/runner.ts';
import { machineExecTransport, sshConsoleTransport } from '../../src/fly/transports.ts';
import { sshConsole } from '../../src/fly/verbs/remote.ts';
import { hashOf } from '../../src/gateway/config.ts';
import { pushConfig, type PushOptions } from '../../src/gateway/config-push.ts';
import { createRemoteShell } from '../../src/remote/remote-shell.ts';
import { startFlysim, type Flysim } from '../flysim/harness.ts';
import { calm } from './calm.ts';
import { median, rounded, type Figures } from './figures.ts';

type PushFigures = Pick<Figures, 'push_ssh_sessions' | 'push_over_tee' | 'push_validate_ms'>;

const rounds = 9;
const validatedRounds = 3;
/** About what it takes to set up a session in Europe, in milliseconds. */
const sshLatencyMs = 300;
const app = 'bench';

/** Pushes a configuration of 4 KB to a machine of a simulated Fly, with and without all that makes it safe. */
export async function measurePush(): Promise<PushFigures> {
  await using flysim = await startFlysim({ latency: { ssh: sshLatencyMs } });
  const calls = join(flysim.dir, 'calls');
  const flyctl = join(flysim.dir, 'counted-flyctl');
  writeCountedFlyctl(flyctl, flysim.flyctl, calls);
  using runner = runnerOf(flyctl);
  const { push, tee } = await machineOf(flysim, runner.flyctl);

  await calm();
  const guarded: number[] = [];
  const bare: number[] = [];
  let sessions = 0;
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await timed(tee));
    writeFileSync(calls, '');
    guarded.push(await timed(() => push({ validation: 'off' })));
    sessions = Math.max(sessions, readFileSync(calls, 'utf8').trimEnd().split('\n').length);
  }
  const validated: number[] = [];
  for (let round = 0; round < validatedRounds; round += 1) validated.push(await timed(() => push({})));
  return {
    push_ssh_sessions: sessions,
    push_over_tee: rounded(median(guarded) / median(bare)),
    push_validate_ms: rounded(median(validated) - median(guarded)),
  };
}

function runnerOf(flyctl: string): { readonly flyctl: FlyctlRunner } & Disposable {
  const runner = new FlyctlRunner({
    locate: async () => flyctl,
    redactor: new Redactor(),
    log: () => undefined,
  });
  return { flyctl: runner, [Symbol.dispose]: () => runner.dispose() };
}

/** A machine with the real OpenClaw, whose gateway does not run, and the two ways to push to it. */
async function machineOf(flysim: Flysim, flyctl: FlyctlRunner) {
  await flysim.createApp(app, { secrets: { OPENCLAW_GATEWAY_TOKEN: 'x' } });
  const machine = await flysim.createMachine(app, {
    command: ['sleep', 'infinity'],
    env: { OPENCLAW_STATE_DIR: '/data' },
    volume: { name: 'data', path: '/data' },
  });
  await flysim.waitForState(app, machine, 'started');
  const shell = createRemoteShell([
    machineExecTransport(flyctl, app, machine),
    sshConsoleTransport(flyctl, app, machine),
  ]);
  const { stdout } = await shell.run('printenv OPENCLAW_STATE_DIR', { effect: 'read', deadlineMs: 20_000 });
  const stateDir = stdout.trim();
  const command = ['node', join(import.meta.dirname, '../../node_modules/openclaw/openclaw.mjs'), 'gateway'];

  let old: string | null = null;
  const push = async (options: Partial<PushOptions>): Promise<void> => {
    const bytes = newConfig();
    const place = { configPath: `${stateDir}/openclaw.json`, stateDir };
    const result = await pushConfig(shell, place, bytes, { expectedSha256: old, command, ...options });
    if (result.outcome !== 'written') throw new Error(`The push is ${result.outcome}.`);
    if (options.validation !== 'off' && result.validation.kind !== 'passed')
      throw new Error('It was not validated.');
    old = hashOf(bytes);
  };
  const tee = async (): Promise<void> => {
    const commandLine = `tee ${stateDir}/bare.json`;
    const verb = sshConsole(app, machine, { commandLine, stdin: newConfig(), deadlineMs: 60_000 });
    await flyctl.run(verb);
  };
  return { push, tee };
}

let count = 0;

/** A valid configuration of 4 KB, another one each time. */
function newConfig(): Buffer {
  count += 1;
  return Buffer.from(
    `// ${count} ${'x'.repeat(4_000)}\n{ gateway: { mode: "local" }, logging: { level: "info" } }\n`,
  );
}

/** Milliseconds. */
async function timed(act: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

/** Writes a flyctl that runs another one and adds a line to a file for each SSH session. */
function writeCountedFlyctl(path: string, flyctl: string, calls: string): void {
  const lines = ['#!/bin/sh', `[ "$1" = ssh ] && echo session >> '${calls}'`, `exec '${flyctl}' "$@"`, ''];
  writeFileSync(path, lines.join('\n'));
  chmodSync(path, 0o755);
}
