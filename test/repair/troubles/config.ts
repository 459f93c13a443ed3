import { chmodSync, chownSync } from 'node:fs';
import { join } from 'node:path';
import type { Flysim, MachineSpec } from '../../flysim/harness.ts';
import { deploy, type Deployment, type DeployOptions, guideConfig, readLog, start } from '../deployment.ts';
import { NotProvoked, type Trouble } from '../trouble.ts';

/** As on Fly a machine gives up in the end; ten attempts would only take longer. */
export const maxRetries = 1;

/**
 * Starts a gateway that dies, as often as the machine tries.
 * @param words That its log must have
 * @throws Error when it has died of something else.
 */
export async function crashLoop(deployment: Deployment, words: string): Promise<Deployment> {
  await start(deployment);
  await deployment.flysim.waitForState(deployment.app, deployment.machine, 'stopped');
  const log = await readLog(deployment);
  for (const expected of [words, `machine has reached its max restart count of ${String(maxRetries)}`]) {
    if (!log.includes(expected)) throw new Error(`The log does not say “${expected}”:\n${log}`);
  }
  return deployment;
}

async function dying(
  flysim: Flysim,
  app: string,
  words: string,
  options: DeployOptions,
): Promise<Deployment> {
  const change = (guide: MachineSpec): MachineSpec => ({ ...(options.change?.(guide) ?? guide), maxRetries });
  return crashLoop(await deploy(flysim, app, { ...options, change }), words);
}

const invalid: Trouble = {
  title: 'invalid configuration',
  provoke(flysim) {
    const app = 'invalid-config';
    return dying(flysim, app, 'Unrecognized key: "prot"', {
      config: (port) => ({ gateway: { ...guideConfig(app, port).gateway, prot: port } }),
    });
  },
};

const foreignOwner: Trouble = {
  title: 'configuration that root owns',
  async provoke(flysim) {
    if (!flysim.isolated || process.getuid?.() !== 0) {
      throw new NotProvoked('machines have a user of their own only where root runs the tests');
    }
    const deployment = await deploy(flysim, 'root-owned', { change: (guide) => ({ ...guide, maxRetries }) });
    const path = join(deployment.volume, 'openclaw.json');
    chownSync(path, 0, 0);
    chmodSync(path, 0o600);
    return crashLoop(deployment, 'Config file is not readable by the current process');
  },
};

const missingMode: Trouble = {
  title: 'gateway.mode missing',
  provoke(flysim) {
    const words = 'existing config is missing gateway.mode';
    return dying(flysim, 'missing-mode', words, {
      change: (guide) => ({
        ...guide,
        command: guide.command.filter((word) => word !== '--allow-unconfigured'),
      }),
      config: () => ({ gateway: { bind: 'auto' } }),
    });
  },
};

export const configTroubles = { invalid, foreignOwner, missingMode };
