import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Flysim, freePort, openclawMachine, startFlysim } from '../../flysim/harness.ts';
import type { Machine } from '../../flysim/model.ts';
import { flyctl, flyctlJson } from './support/flyctl.ts';

const app = 'openclaw';
const readyMs = 150_000;
let flysim: Flysim;
let machine: string;
let port: number;
let folder: string;

beforeAll(async () => {
  flysim = await startFlysim();
  port = await freePort();
  await flysim.createApp(app, { secrets: { OPENCLAW_GATEWAY_TOKEN: 'gateway-token' } });
  machine = await flysim.createMachine(app, { ...openclawMachine({ port }), start: false });
  const volume = (await described()).config.mounts?.[0]?.volume ?? '';
  folder = flysim.volumeFolder(volume);
  const config = { gateway: { mode: 'local', port, bind: 'lan' }, logging: { level: 'info' } };
  writeFileSync(join(folder, 'openclaw.json'), JSON.stringify(config));
  await flyctl(flysim, ['machine', 'start', machine, '-a', app]);
});
afterAll(() => flysim.stop());

async function described(): Promise<Machine> {
  const [found] = await flyctlJson<Machine[]>(flysim, ['machine', 'list', '-a', app]);
  if (!found) throw new Error('the machine is gone');
  return found;
}

async function console(script: string): Promise<string> {
  const command = ['ssh', 'console', '-q', '-a', app, '--machine', machine, '-C', `sh -c '${script}'`];
  return (await flyctl(flysim, command)).stdout;
}

async function log(): Promise<string> {
  return (await flyctl(flysim, ['logs', '-a', app, '--no-tail'])).stdout;
}

/** Waits until the gateway has said so often that it is ready, and answers on this host. */
async function ready(times: number): Promise<void> {
  const poll = { timeout: readyMs, interval: 500 };
  await vi.waitFor(async () => {
    const response = await fetch(`http://127.0.0.1:${String(port)}/readyz`);
    expect(await response.json()).toMatchObject({ ready: true });
  }, poll);
  await vi.waitFor(async () => {
    expect((await log()).match(/\[gateway\] ready/g)).toHaveLength(times);
  }, poll);
}

it('runs the real gateway as Fly would', { timeout: 3 * readyMs }, async () => {
  await ready(1);
  expect(await console('id -u; stat -c %u $OPENCLAW_STATE_DIR $OPENCLAW_STATE_DIR/state')).toEqual(
    flysim.isolated && process.getuid?.() === 0 ? '0\n1000\n1000\n' : expect.stringMatching(/^\d+\n/),
  );
  expect(JSON.parse(await console('openclaw config validate --json'))).toMatchObject({ valid: true });
  const candidate = `env OPENCLAW_CONFIG_PATH=/dev/stdin openclaw config validate --json`;
  const piped = await flyctl(flysim, ['ssh', 'console', '-q', '-a', app, '-C', candidate], {
    stdin: '{ gateway: { nope: true } }',
  });
  expect(piped.exitCode).toBe(1);
  expect(JSON.parse(piped.stdout)).toMatchObject({ valid: false, issues: [{ path: 'gateway' }] });

  const restarted = await flyctl(flysim, ['machine', 'restart', machine, '-a', app]);
  expect(restarted.stdout).toContain(`Machine ${machine} restarted successfully!`);
  expect(await log()).toContain('received SIGINT; shutting down');
  await ready(2);

  const pid = String.raw`sed -n "s/.*\"pid\": *\([0-9]*\).*/\1/p"`;
  await console(`kill -9 $(${pid} $OPENCLAW_STATE_DIR/tmp/openclaw-*/gateway.state.lock)`);
  await vi.waitFor(async () => {
    const { state, events } = await described();
    expect(state).toBe('started');
    expect(events.find(({ type }) => type === 'exit')?.request?.exit_event).toMatchObject({
      exit_code: 137,
      restarting: true,
    });
  }, 10_000);
  expect(await log()).toContain('machine exited with code 137 (signal 9)');
});
