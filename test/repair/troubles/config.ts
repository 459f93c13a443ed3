import { chmodSync, chownSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deploy, settled, stop, until, writeAsOwner } from '../deployment.ts';
import { crashLoop, maxRetries } from '../crash-loop.ts';
import { NotProvoked, type Trouble } from '../trouble.ts';
import { standardOf } from './healthy.ts';

/** A gateway that has taken a change, so that OpenClaw keeps a copy of what it works with, and then meets a wrong one. */
const invalid: Trouble = {
  title: 'invalid configuration',
  async provoke(flysim) {
    const deployment = await standardOf(flysim);
    const { volume } = deployment;
    const path = join(volume, 'openclaw.json');
    const good = { ...JSON.parse(readFileSync(path, 'utf8')), logging: { level: 'info' } };
    writeAsOwner(volume, 'openclaw.json', JSON.stringify(good, undefined, 2));
    await until('copy of what works', () => existsSync(`${path}.last-good`));
    await stop(deployment);
    await settled(deployment, 'stopped');
    const wrong = { ...good, gateway: { ...good.gateway, prot: deployment.port } };
    writeAsOwner(volume, 'openclaw.json', JSON.stringify(wrong, undefined, 2));
    return crashLoop(deployment, 'Unrecognized key: "prot"');
  },
  isShared: true,
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
  async provoke(flysim) {
    const deployment = await deploy(flysim, 'missing-mode', {
      change: (guide) => ({
        ...guide,
        command: guide.command.filter((word) => word !== '--allow-unconfigured'),
        maxRetries,
      }),
      config: () => ({ gateway: { bind: 'auto' } }),
    });
    return crashLoop(deployment, 'existing config is missing gateway.mode');
  },
};

export const configTroubles = { invalid, foreignOwner, missingMode };
