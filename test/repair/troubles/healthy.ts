import { type Flysim, freePort, type MachineSpec } from '../../flysim/harness.ts';
import { deploy, type Deployment, type DeployOptions, guideConfig, run } from '../deployment.ts';
import { withOption } from '../command.ts';
import { maxRetries } from '../crash-loop.ts';
import type { Trouble } from '../trouble.ts';

/** The guide's whole sample but for its Discord, which a gateway would have to download first. */
function sample(app: string, port: number): object {
  const primary = 'anthropic/claude-opus-4-6';
  return {
    agents: {
      defaults: {
        model: { primary, fallbacks: ['anthropic/claude-sonnet-4-6'] },
        maxConcurrent: 4,
      },
      entries: { main: { default: true } },
    },
    auth: { profiles: { 'anthropic:default': { mode: 'token', provider: 'anthropic' } } },
    ...guideConfig(app, port),
    meta: {},
  };
}

async function healthy(flysim: Flysim, app: string, options: DeployOptions = {}): Promise<Deployment> {
  return run(await deploy(flysim, app, { config: (port) => sample(app, port), ...options }));
}

const standards = new WeakMap<Flysim, Promise<Deployment>>();

/** The guide's deployment, with a gateway that has been ready. One serves several rows, because starting a gateway is what takes the time. */
export function standardOf(flysim: Flysim): Promise<Deployment> {
  const found =
    standards.get(flysim) ?? healthy(flysim, 'standard', { change: (guide) => ({ ...guide, maxRetries }) });
  standards.set(flysim, found);
  return found;
}

const standard: Trouble = {
  title: 'none: the guide, standard',
  provoke: standardOf,
  isShared: true,
};

const heldLock: Trouble = {
  title: 'lock of a live gateway',
  provoke: standardOf,
  isShared: true,
};

/** The second machine has a volume of its own, as `fly scale count 2` makes it. */
const twoMachines: Trouble = {
  title: 'two machines',
  async provoke(flysim) {
    const deployment = await standardOf(flysim);
    const { spec, app } = deployment;
    // The machines of the simulation share a network, so that two gateways cannot have the same port.
    const port = await freePort();
    const command = withOption(spec.command, '--port', String(port));
    const machine = await flysim.createMachine(app, { ...spec, command, internalPort: port });
    await run({ ...deployment, machine, port });
    return deployment;
  },
  isShared: true,
};

const hardened: Trouble = {
  title: 'none: the guide, private',
  provoke: (flysim) => {
    const change = (guide: MachineSpec): MachineSpec => {
      const spec = { ...guide };
      delete spec.internalPort;
      delete spec.checkPath;
      return spec;
    };
    return healthy(flysim, 'hardened', { isPrivate: true, change });
  },
};

export const healthyDeployments = { standard, heldLock, twoMachines, hardened };
