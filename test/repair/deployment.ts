import { chownSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { flyctl, volumeFolderOf } from '../demo/flyctl.ts';
import { type Flysim, freePort, type MachineSpec, openclawMachine } from '../flysim/harness.ts';

/** One app of the simulation, as OpenClaw's guide deploys it but for what a trouble changes. */
export interface Deployment {
  readonly flysim: Flysim;
  readonly app: string;
  readonly machine: string;
  /** Where Fly sends requests: the port of the machine's service. */
  readonly port: number;
  /** The host's folder of the volume. */
  readonly volume: string;
  readonly spec: MachineSpec;
}

/** Accepted by nothing but the gateway that is started with it. */
const token = 'only-for-these-runs';
const pollMs = 200;
const deadlineMs = 120_000;

/** The configuration that the guide asks for. */
export function guideConfig(app: string): object {
  return {
    gateway: {
      mode: 'local',
      bind: 'lan',
      controlUi: { allowedOrigins: [`https://${app}.fly.dev`] },
    },
    agents: { defaults: { model: { primary: 'anthropic/claude-opus-4-7' } } },
  };
}

/** Creates the app with a machine that is not started yet, and its configuration on the volume. */
export async function deploy(
  flysim: Flysim,
  app: string,
  change: (spec: MachineSpec, port: number) => Partial<MachineSpec> = () => ({}),
  config: unknown = guideConfig(app),
): Promise<Deployment> {
  await flysim.createApp(app, {
    secrets: { OPENCLAW_GATEWAY_TOKEN: token, ANTHROPIC_API_KEY: 'sk-ant-of-these-runs' },
  });
  const port = await freePort();
  const guide = { ...openclawMachine({ port }), region: 'iad', start: false };
  const spec = { ...guide, ...change(guide, port) };
  const machine = await flysim.createMachine(app, spec);
  const volume = await volumeFolderOf(flysim, app);
  const deployment = { flysim, app, machine, port, volume, spec };
  if (config !== undefined) writeOnVolume(deployment, 'openclaw.json', JSON.stringify(config, undefined, 2));
  return deployment;
}

/** Writes a file that belongs to the volume's owner. */
export function writeOnVolume({ volume }: Pick<Deployment, 'volume'>, name: string, text: string): void {
  const path = join(volume, name);
  rmSync(path, { force: true });
  writeFileSync(path, text);
  const { uid, gid } = statSync(volume);
  chownSync(path, uid, gid);
}

/** @returns Once Fly has accepted it. */
export async function start({ flysim, app, machine }: Deployment): Promise<void> {
  await flyctl(flysim, ['machine', 'start', machine, '-a', app]);
}

export async function stop({ flysim, app, machine }: Deployment): Promise<void> {
  await flyctl(flysim, ['machine', 'stop', machine, '-a', app]);
}

/** Runs a script on the machine, as root where the simulation has users. */
export async function onMachine({ flysim, app, machine }: Deployment, script: string): Promise<string> {
  return flyctl(flysim, ['ssh', 'console', '-q', '-a', app, '--machine', machine, '-C', `sh -c '${script}'`]);
}

/** What Fly's log says of the app. */
export async function log({ flysim, app }: Deployment): Promise<string> {
  return flyctl(flysim, ['logs', '--no-tail', '-a', app]);
}

/** Whether a gateway that has started answers at the port. */
export async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${String(port)}/startupz`);
    return response.ok && (response.headers.get('content-type') ?? '').startsWith('application/json');
  } catch {
    return false;
  }
}

/** @throws Error that names what it waited for, when it does not come in two minutes. */
export async function until(what: string, condition: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + deadlineMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`${what} did not come in two minutes`);
    await delay(pollMs);
  }
}
