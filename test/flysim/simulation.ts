import { join } from 'node:path';
import { callCloud } from './call.ts';
import type { Flysim } from './harness.ts';

type Calls = Pick<
  Flysim,
  | 'createApp'
  | 'createMachine'
  | 'log'
  | 'allocateIp'
  | 'addCertificate'
  | 'changeVolume'
  | 'volumeFolder'
  | 'setFault'
  | 'clearFaults'
  | 'setHostStatus'
  | 'waitForState'
>;

/** The part of `Flysim` that is calls to the daemon. */
export function bindCalls(socket: string, dir: string): Calls {
  return {
    createApp: async (app, options) => {
      await callCloud(socket, 'sim.createApp', { app, ...options });
    },
    createMachine: async (app, spec) => (await callCloud(socket, 'sim.createMachine', { app, spec })).id,
    log: async (app, machine, messages) => {
      await callCloud(socket, 'sim.log', { app, machine, messages });
    },
    allocateIp: async (app, type, address) =>
      (
        await callCloud(socket, 'sim.allocateIp', {
          app,
          type,
          ...(address === undefined ? {} : { address }),
        })
      ).address,
    addCertificate: async (app, hostname) => {
      await callCloud(socket, 'sim.addCertificate', { app, hostname });
    },
    changeVolume: async (volume, change) => {
      await callCloud(socket, 'sim.changeVolume', { volume, ...change });
    },
    volumeFolder: (volumeId) => join(dir, 'volumes', volumeId),
    setFault: async (name, options) => {
      await callCloud(socket, 'sim.setFault', { name, ...options });
    },
    clearFaults: async () => {
      await callCloud(socket, 'sim.clearFaults', {});
    },
    setHostStatus: async (app, machine, status) => {
      await callCloud(socket, 'sim.setHostStatus', { app, machine, status });
    },
    waitForState: async (app, machine, state) => {
      await callCloud(socket, 'sim.waitForState', { app, machine, state });
    },
  };
}
