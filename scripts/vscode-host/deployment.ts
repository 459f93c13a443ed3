import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flyctl, volumeFolderOf } from '../../test/demo/flyctl.ts';
import { type Flysim, type MachineSpec, startFlysim } from '../../test/flysim/harness.ts';
import { root } from '../lib/project.mjs';
import { installOlderOpenclaw, olderOpenclawCommand, olderOpenclawImage } from './older-openclaw.ts';

const app = 'my-openclaw';
const olderApp = 'older-openclaw';

/** What the sample configuration needs; no service accepts the values. */
const secrets = { OPENCLAW_GATEWAY_TOKEN: 'test-gateway-token', ANTHROPIC_API_KEY: 'sk-ant-test' };

export interface TestDeployment {
  /** For the tests inside VS Code: what `test/host/flysim.ts` reads. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Starts a simulated Fly and makes the VS Code of that user data folder use it. It has one machine that keeps a
 * configuration and the pinned OpenClaw, whose app has a public address, but runs no gateway, and one with an older OpenClaw.
 */
export async function startDeployment(userDataDir: string): Promise<TestDeployment> {
  const flysim = await startFlysim();
  try {
    const newest = await createMachine(flysim, app, {
      // A machine that is a plain process has no /app: there this word tells where its OpenClaw is.
      command: ['sh', '-c', 'exec sleep infinity', join(root, 'node_modules/openclaw/openclaw.mjs')],
    });
    const older = await createMachine(flysim, olderApp, {
      command: olderOpenclawCommand,
      image: olderOpenclawImage,
    });
    installOlderOpenclaw(older.stateDir);
    await flysim.allocateIp(app, 'shared_v4');
    await flysim.addCertificate(app, 'claw.example.org');
    for (const { app: name, machine } of [newest, older]) {
      await flyctl(flysim, ['machine', 'start', machine, '--app', name]);
      await flysim.waitForState(name, machine, 'started');
    }
    useFlyctl(userDataDir, flysim.flyctl);
    const deployment = { flyctl: flysim.flyctl, ...newest, older };
    return { env: { OPENCLAW_TEST_DEPLOYMENT: JSON.stringify(deployment) }, stop: () => flysim.stop() };
  } catch (error) {
    await flysim.stop();
    throw error;
  }
}

/** A machine that is not started yet, so that its volume can be filled. */
async function createMachine(flysim: Flysim, name: string, spec: Pick<MachineSpec, 'command' | 'image'>) {
  await flysim.createApp(name, { secrets });
  const machine = await flysim.createMachine(name, {
    ...spec,
    env: { OPENCLAW_STATE_DIR: '/data' },
    volume: { name: 'openclaw_data', path: '/data' },
    start: false,
  });
  const stateDir = await volumeFolderOf(flysim, name);
  return { app: name, machine, stateDir, configFile: join(stateDir, 'openclaw.json') };
}

/** Desktop VS Code reads the first file, a browser's the second. */
function useFlyctl(userDataDir: string, flyctl: string): void {
  for (const folder of ['User', 'Machine']) {
    mkdirSync(join(userDataDir, folder), { recursive: true });
    const settings = {
      'openclawDeployments.flyctlPath': flyctl,
      // In a browser VS Code saves after a second by itself, which no test expects.
      'files.autoSave': 'off',
    };
    writeFileSync(join(userDataDir, folder, 'settings.json'), JSON.stringify(settings));
  }
}
