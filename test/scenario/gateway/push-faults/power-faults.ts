import { setTimeout as delay } from 'node:timers/promises';
import { callCloud } from '../../../flysim/call.ts';
import { type Circumstances, type Fault, moment } from './fault.ts';
import type { Random } from './random.ts';

/** Faults of a machine as a whole, which is there again afterwards. */
export function powerFaults(place: {
  readonly socket: string;
  readonly app: string;
  readonly machine: string;
}): Fault[] {
  const { socket, ...machine } = place;
  const reached = (state: string) => callCloud(socket, 'sim.waitForState', { ...machine, state });
  const during = (
    random: Random,
    act: () => Promise<unknown>,
    after: () => Promise<unknown>,
  ): Circumstances => ({
    unreachable: true,
    during: async () => {
      await delay(moment(random));
      await act();
    },
    after: async () => {
      await after();
      await reached('started');
    },
  });
  return [
    {
      name: 'machine stopped midway',
      weight: 2,
      meet: (random) =>
        during(
          random,
          () => callCloud(socket, 'machines.stop', { ...machine, signal: 'SIGKILL', timeoutMs: 0 }),
          async () => {
            await reached('stopped');
            await callCloud(socket, 'machines.start', machine);
          },
        ),
    },
    {
      name: 'machine replaced midway',
      weight: 1,
      meet: (random) =>
        during(
          random,
          async () => {
            const { config } = await callCloud(socket, 'machines.get', machine);
            const env = { ...config.env, REPLACED: String(random.next()) };
            await callCloud(socket, 'machines.update', {
              ...machine,
              config: { ...config, env },
              skipStart: false,
            });
          },
          () => Promise.resolve(),
        ),
    },
  ];
}
