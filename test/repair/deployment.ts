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
  /** The host's folder of the volume, and where the machine sees it. */
  readonly volume: string;
  readonly mountPath: string;
  readonly spec: MachineSpec;
}

export interface DeployOptions {
  /** Makes the machine out of the guide's. */
  readonly change?: (guide: MachineSpec) => MachineSpec;
  /** Makes `openclaw.json`; it is the guide's when left out. */
  readonly config?: (port: number) => object;
  /** Without addresses that the internet reaches. */
  readonly isPrivate?: boolean;
}

/** What the guide has set; accepted by no service but the gateway that is started with it. */
const secrets = {
  OPENCLAW_GATEWAY_TOKEN: '5e'.repeat(32),
  ANTHROPIC_API_KEY: 'of-these-runs-only-0123456789',
};
const pollMs = 200;
const deadlineMs = 5 * 60_000;

/** The configuration that the guide asks for, as far as it is about the gateway. */
export function guideConfig(app: string, port: number): { readonly gateway: object } {
  const local = [`http://localhost:${String(port)}`, `http://127.0.0.1:${String(port)}`];
  const controlUi = { allowedOrigins: [`https://${app}.fly.dev`, ...local] };
  return { gateway: { mode: 'local', bind: 'auto', controlUi } };
}

/** Creates the app with a machine that is not started yet, and its configuration on the volume. */
export async function deploy(flysim: Flysim, app: string, options: DeployOptions = {}): Promise<Deployment> {
  await flysim.createApp(app, { secrets });
  const port = await freePort();
  const guide = guideMachine(port);
  const spec = options.change?.(guide) ?? guide;
  const machine = await flysim.createMachine(app, spec);
  for (const type of options.isPrivate ? (['private_v6'] as const) : (['shared_v4', 'v6'] as const)) {
    await flysim.allocateIp(app, type);
  }
  const volume = await volumeFolderOf(flysim, app);
  // Without a file system of its own the machine sees the host's folder.
  const mountPath = flysim.isolated ? (spec.volume?.path ?? '') : volume;
  const config = options.config?.(port) ?? guideConfig(app, port);
  writeAsOwner(volume, 'openclaw.json', `${JSON.stringify(config, undefined, 2)}\n`);
  return { flysim, app, machine, port, volume, mountPath, spec };
}

function guideMachine(port: number): MachineSpec {
  const env = {
    NODE_ENV: 'production',
    OPENCLAW_PREFER_PNPM: '1',
    OPENCLAW_STATE_DIR: '/data',
    NODE_OPTIONS: '--max-old-space-size=1536',
  };
  return { ...openclawMachine({ port }), env, region: 'iad', checkPath: '/startupz', start: false };
}

/** Writes a file that belongs to the owner of its folder. */
export function writeAsOwner(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  rmSync(path, { force: true });
  writeFileSync(path, text);
  const { uid, gid } = statSync(folder);
  chownSync(path, uid, gid);
}

/** Starts the machine; its gateway comes up later, if it does. */
export async function start({ flysim, app, machine }: Deployment): Promise<void> {
  await flyctl(flysim, ['machine', 'start', machine, '-a', app]);
  await settled({ flysim, app, machine }, 'started');
}

/** Waits until the machine is in the state; five minutes, however busy the computer is. */
export async function settled(
  { flysim, app, machine }: Pick<Deployment, 'flysim' | 'app' | 'machine'>,
  state: 'started' | 'stopped',
): Promise<void> {
  const wait = (): Promise<boolean> =>
    flysim.waitForState(app, machine, state).then(
      () => true,
      () => false,
    );
  await until(`${state} machine`, wait);
}

/** Starts the machine and waits for its gateway. */
export async function run(deployment: Deployment, host = outside): Promise<Deployment> {
  await start(deployment);
  await until('gateway', () => answers(deployment.port, host));
  return deployment;
}

/** Stops the machines of the app; nothing waits for it. */
export async function stop({ flysim, app }: Deployment): Promise<void> {
  const machines: unknown = JSON.parse(await flyctl(flysim, ['machine', 'list', '--json', '-a', app]));
  for (const machine of Array.isArray(machines) ? machines : []) {
    await flyctl(flysim, ['machine', 'stop', String(machine.id), '-a', app]);
  }
}

/** Runs a script without single quotes on the machine, as root where the machine has users. */
export async function onMachine({ flysim, app, machine }: Deployment, script: string): Promise<string> {
  return flyctl(flysim, ['ssh', 'console', '-q', '-a', app, '--machine', machine, '-C', `sh -c '${script}'`]);
}

/** What Fly's log says of the app. */
export async function readLog({ flysim, app }: Deployment): Promise<string> {
  return flyctl(flysim, ['logs', '--no-tail', '-a', app]);
}

/** An address that a gateway has only when it listens on all: Fly's proxy does not come from 127.0.0.1 either. */
const outside = '127.0.0.2';

/** Whether a gateway that has started answers at the port. */
export async function answers(port: number, host = outside): Promise<boolean> {
  try {
    const response = await fetch(`http://${host}:${String(port)}/startupz`);
    return response.ok && (response.headers.get('content-type') ?? '').startsWith('application/json');
  } catch {
    return false;
  }
}

/** @throws Error that names what it waited for, when that does not come in five minutes. */
export async function until(what: string, condition: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + deadlineMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`In five minutes there was no ${what}.`);
    await delay(pollMs);
  }
}
