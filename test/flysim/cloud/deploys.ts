import { splitWords } from '../machine/words.ts';
import type { MachineConfig } from '../model.ts';
import type { DeploymentSpec } from '../protocol.ts';
import type { Fleet } from './fleet.ts';
import type { Handlers } from './handlers.ts';
import { globalId } from './ids.ts';
import { moved } from './simulation.ts';
import type { State } from './state.ts';

/** The calls of `flyctl deploy`. */
export function deployHandlers(
  state: State,
  fleet: Fleet,
): Handlers<`machines.${'createRelease' | 'deploy'}`> {
  return {
    'machines.createRelease': ({ app, image }) => {
      const { releases } = state.app(app);
      releases.unshift({
        id: globalId(),
        version: releases.length + 1,
        description: 'Deploy image',
        createdAt: new Date().toISOString(),
        imageRef: image,
      });
      state.changed();
      return null;
    },
    'machines.deploy': async ({ app, machine, deployment }) => {
      const record = state.machine(app, machine);
      const { config, state: before } = record.machine;
      const release = String(state.app(app).releases.length);
      const isStopped = before === 'stopped' || before === 'created';
      await fleet.deploy(record, deployed(config, deployment, release), !isStopped);
      return null;
    },
  };
}

/** What the file says takes the place of what was there; a machine keeps its size and its volume. */
function deployed(config: MachineConfig, deployment: DeploymentSpec, release: string): MachineConfig {
  const { image, env, command, services, mountPath } = deployment;
  const [mount] = config.mounts ?? [];
  return {
    ...config,
    image,
    env: mount && mountPath ? moved(env, mountPath, mount.path) : env,
    init: command ? { cmd: splitWords(command) } : {},
    services,
    metadata: { ...config.metadata, fly_release_version: release },
  };
}
