import { chownSync, cpSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { temporaryFolder } from '../../scripts/processes/folder.ts';
import { freePort, openclawMachine, startFlysim, type Flysim } from '../flysim/harness.ts';
import { flyctl, volumeFolderOf } from './flyctl.ts';

export const demoApp = 'my-openclaw';

/** What a visitor finds in the folder that is opened: the deployment's `fly.toml` and `openclaw.json`. */
export const sampleWorkspace = join(import.meta.dirname, 'workspace');

const volumeName = 'openclaw_data';
const gatewayDeadlineMs = 120_000;
const pollMs = 200;

/** Addresses from the ranges kept for documentation: RFC 5737 and RFC 3849. */
const addresses = { v4: '203.0.113.24', v6: '2001:db8::18' } as const;

/** Values that no service accepts, so that nothing of worth can be lost or spent. */
/** What the gateway asks its users for. */
export const gatewayToken = 'demo-gateway-token';
const secrets = { OPENCLAW_GATEWAY_TOKEN: gatewayToken, ANTHROPIC_API_KEY: 'sk-ant-demo' };

/** A simulated Fly with one deployment, whose machine runs the real OpenClaw gateway. */
export interface DemoCloud {
  readonly flysim: Flysim;
  readonly machine: string;
  /** The host's folder of the volume: the machine's `/data`. */
  readonly dataFolder: string;
  /** Where the gateway answers on this computer. */
  readonly gatewayUrl: string;
  /** Settles when the gateway is up, 6 to 15 seconds after the start. */
  readonly gatewayReady: Promise<void>;
  stop(): Promise<void>;
}

/** Starts the simulation and the machine; the gateway comes up meanwhile. */
export async function startCloud(): Promise<DemoCloud> {
  const folder = temporaryFolder('fly');
  const flysim = await startFlysim({ dir: folder.path });
  const ended = new AbortController();
  const stop = async (): Promise<void> => {
    ended.abort();
    await flysim.stop();
    await folder.remove();
  };
  try {
    const port = await freePort();
    const { machine, dataFolder } = await createDeployment(flysim, port);
    const gatewayUrl = `http://127.0.0.1:${port}`;
    const gatewayReady = waitForGateway(gatewayUrl, flysim, ended.signal);
    // Whoever waits for it sees the failure; whoever stops before that does not care.
    gatewayReady.catch(() => {});
    return { flysim, machine, dataFolder, gatewayUrl, gatewayReady, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function createDeployment(
  flysim: Flysim,
  port: number,
): Promise<{ machine: string; dataFolder: string }> {
  await flysim.createApp(demoApp, { organization: 'personal', secrets });
  for (const [type, address] of Object.entries(addresses)) {
    await flysim.allocateIp(demoApp, type === 'v4' ? 'v4' : 'v6', address);
  }
  // The configuration has to be on the volume before the gateway looks for it.
  const gateway = openclawMachine({ port, volume: volumeName });
  const spec = { ...gateway, command: stayingUp(gateway.command), region: 'iad', start: false };
  const machine = await flysim.createMachine(demoApp, spec);
  const dataFolder = await volumeFolderOf(flysim, demoApp);
  const config = join(dataFolder, 'openclaw.json');
  cpSync(join(sampleWorkspace, 'openclaw.json'), config);
  const { uid, gid } = statSync(dataFolder);
  chownSync(config, uid, gid);
  await flyctl(flysim, ['machine', 'start', machine, '--app', demoApp]);
  return { machine, dataFolder };
}

/**
 * Runs the gateway from a script that keeps the machine up when the gateway dies, so that what a dead gateway leaves
 * behind can be seen and repaired. A gateway that is the machine's main process takes the machine down with it.
 */
function stayingUp(gateway: readonly string[]): string[] {
  const script = `trap 'kill -TERM $gateway 2>/dev/null; wait $gateway; exit' INT TERM
${gateway.join(' ')} &
gateway=$!
wait $gateway
echo "The gateway has ended with $?; the machine stays up."
sleep infinity &
wait`;
  return ['sh', '-c', script];
}

async function waitForGateway(url: string, flysim: Flysim, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + gatewayDeadlineMs;
  while (!(await isHealthy(url, signal))) {
    if (performance.now() > deadline) {
      const logs = await flyctl(flysim, ['logs', '--no-tail', '--app', demoApp]).catch(String);
      throw new Error(`The gateway did not come up.\n${logs.split('\n').slice(-40).join('\n')}`);
    }
    await delay(pollMs, undefined, { signal });
  }
}

/** A path that the gateway does not know is answered with a page and 200, so the type has to be looked at too. */
async function isHealthy(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(`${url}/healthz`, { signal });
    return response.ok && (response.headers.get('content-type') ?? '').startsWith('application/json');
  } catch {
    return false;
  }
}
