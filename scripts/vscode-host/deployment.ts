import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { volumeFolderOf } from '../../test/demo/flyctl.ts';
import { startFlysim } from '../../test/flysim/harness.ts';

const app = 'my-openclaw';

export interface TestDeployment {
  /** For the tests inside VS Code: what `test/host/flysim.ts` reads. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Starts a simulated Fly with one machine that keeps a configuration but runs no gateway, and makes the VS Code of
 * that user data folder use it.
 */
export async function startDeployment(userDataDir: string): Promise<TestDeployment> {
  const flysim = await startFlysim();
  try {
    await flysim.createApp(app);
    const machine = await flysim.createMachine(app, {
      command: ['sleep', 'infinity'],
      env: { OPENCLAW_STATE_DIR: '/data' },
      volume: { name: 'openclaw_data', path: '/data' },
    });
    await flysim.waitForState(app, machine, 'started');
    useFlyctl(userDataDir, flysim.flyctl);
    const configFile = join(await volumeFolderOf(flysim, app), 'openclaw.json');
    const deployment = { flyctl: flysim.flyctl, app, machine, configFile };
    return { env: { OPENCLAW_TEST_DEPLOYMENT: JSON.stringify(deployment) }, stop: () => flysim.stop() };
  } catch (error) {
    await flysim.stop();
    throw error;
  }
}

/** Desktop VS Code reads the first file, a browser's the second. */
function useFlyctl(userDataDir: string, flyctl: string): void {
  for (const folder of ['User', 'Machine']) {
    mkdirSync(join(userDataDir, folder), { recursive: true });
    const settings = JSON.stringify({ 'openclawDeployments.flyctlPath': flyctl });
    writeFileSync(join(userDataDir, folder, 'settings.json'), settings);
  }
}
