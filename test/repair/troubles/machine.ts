import { freePort, type MachineSpec } from '../../flysim/harness.ts';
import { withOption } from '../command.ts';
import { answers, deploy, run } from '../deployment.ts';
import { crashLoop, maxRetries } from '../crash-loop.ts';
import type { Trouble } from '../trouble.ts';

const portMismatch: Trouble = {
  title: 'port mismatch',
  async provoke(flysim) {
    const port = await freePort();
    const deployment = await deploy(flysim, 'port-mismatch', {
      change: (guide) => ({ ...guide, command: withOption(guide.command, '--port', String(port)) }),
    });
    await run({ ...deployment, port });
    if (await answers(deployment.port)) throw new Error('The gateway answers where Fly looks for it.');
    return deployment;
  },
};

const loopback: Trouble = {
  title: 'bind to loopback',
  async provoke(flysim) {
    const deployment = await deploy(flysim, 'loopback', {
      change: (guide) => ({ ...guide, command: withOption(guide.command, '--bind', 'loopback') }),
    });
    await run(deployment, '127.0.0.1');
    if (await answers(deployment.port)) throw new Error('The gateway listens on more than 127.0.0.1.');
    return deployment;
  },
};

const offVolume: Trouble = {
  title: 'state directory off the volume',
  async provoke(flysim) {
    const change = (guide: MachineSpec): MachineSpec => {
      const env = { ...guide.env };
      delete env['OPENCLAW_STATE_DIR'];
      return { ...guide, env };
    };
    return run(await deploy(flysim, 'off-volume', { change }));
  },
};

/** In megabytes; a gateway needs about three times as much to start. */
const smallHeap = 60;

const heapTooSmall: Trouble = {
  title: 'heap too small',
  async provoke(flysim) {
    const change = ({ env, ...guide }: MachineSpec): MachineSpec => ({
      ...guide,
      env: { ...env, NODE_OPTIONS: `--max-old-space-size=${String(smallHeap)}` },
      maxRetries,
    });
    return crashLoop(await deploy(flysim, 'small-heap', { change }), 'JavaScript heap out of memory');
  },
};

export const machineTroubles = { portMismatch, loopback, offVolume, heapTooSmall };
