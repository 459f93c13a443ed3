import { join } from 'node:path';
import { expect } from 'vitest';
import { Redactor } from '../../../src/core/redact.ts';
import { FlyctlRunner } from '../../../src/fly/runner.ts';
import { type Flysim, type FlysimOptions, startFlysim } from '../../flysim/harness.ts';
import { processesWith } from '../flysim/support/processes.ts';

export const app = 'my-openclaw';

/** The simulated Fly.io with one app and one started machine, and our runner that drives its flyctl. */
export interface Fly extends AsyncDisposable {
  readonly flysim: Flysim;
  readonly runner: FlyctlRunner;
  readonly machine: string;
  /** What the runner logged. */
  readonly log: readonly string[];
  /** The flyctl processes that run now. */
  processes(): readonly number[];
  /** Waits until no flyctl runs. */
  expectNoProcess(): Promise<void>;
}

export async function startFly(options?: FlysimOptions): Promise<Fly> {
  const flysim = await startFlysim(options);
  await flysim.createApp(app, { secrets: { DISCORD_BOT_TOKEN: 'x' } });
  const machine = await flysim.createMachine(app, {
    name: 'gateway',
    command: ['sh', '-c', 'echo the gateway is ready; exec sleep 1000'],
    env: { OPENCLAW_STATE_DIR: '/data' },
    volume: { name: 'openclaw_data', path: '/data', sizeGb: 1 },
    internalPort: 3000,
  });
  await flysim.waitForState(app, machine, 'started');
  const log: string[] = [];
  const runner = new FlyctlRunner({
    locate: () => Promise.resolve(flysim.flyctl),
    redactor: new Redactor(),
    log: (line) => log.push(line),
  });
  const processes = (): readonly number[] => processesWith(join(flysim.dir, 'lib', 'flyctl.js'));
  return {
    flysim,
    runner,
    machine,
    log,
    processes,
    expectNoProcess: () => expect.poll(processes, { timeout: 5_000 }).toEqual([]),
    async [Symbol.asyncDispose]() {
      runner.dispose();
      await flysim.stop();
    },
  };
}
