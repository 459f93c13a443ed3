import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { namespaceObstacle, namespaceSandbox } from '../machine/namespaces.ts';
import { plainSandbox } from '../machine/plain.ts';
import type { Host, Sandbox } from '../machine/sandbox.ts';
import { startWatchdog } from '../machine/watchdog.ts';
import type { Latency } from '../protocol.ts';
import { graphqlHandlers } from './apps.ts';
import { ConditionBoard } from './conditions.ts';
import { deployHandlers } from './deploys.ts';
import { Fleet } from './fleet.ts';
import type { Handlers } from './handlers.ts';
import { Logbook } from './logbook.ts';
import { machineHandlers } from './machines.ts';
import { secretHandlers } from './secrets.ts';
import { createCloudServer } from './server.ts';
import { conditionHandlers, simulationHandlers } from './simulation.ts';
import { State } from './state.ts';
import { volumeHandlers } from './volumes.ts';

/** What the daemon is started with, as JSON in its only argument. */
export interface DaemonOptions extends Host {
  readonly socket: string;
  /** Whether the state folder goes when the simulation ends. */
  readonly temporary: boolean;
  readonly isolation: 'auto' | 'none';
  readonly latency: Latency;
}

/** What the daemon prints, as one line of JSON, when it serves. */
export interface DaemonReady {
  readonly isolation: Sandbox['kind'];
  /** Why machines are plain processes although isolation was wanted. */
  readonly obstacle?: string;
}

async function main(options: DaemonOptions): Promise<void> {
  mkdirSync(join(options.dir, 'machines'), { recursive: true });
  const { sandbox, obstacle } = await chooseSandbox(options);
  const state = new State(options.dir);
  const logbook = new Logbook();
  const board = new ConditionBoard(options.latency);
  const fleet = new Fleet(state, logbook, options, sandbox);
  const stop = async (): Promise<void> => {
    server.close();
    await fleet.end();
    await sandbox.end();
    rmSync(options.temporary ? options.dir : options.socket, { recursive: true, force: true });
    process.exit(0);
  };
  const handlers: Handlers = {
    ...conditionHandlers(state, board),
    ...simulationHandlers(state, fleet, {
      plain: sandbox.kind === 'plain',
      stop: () => setImmediate(() => void stop()),
    }),
    ...graphqlHandlers(state, fleet),
    ...machineHandlers(state, fleet),
    ...volumeHandlers(state, fleet),
    ...secretHandlers(state, fleet),
    ...deployHandlers(state, fleet),
    'logs.page': (filter) => {
      state.app(filter.app);
      return logbook.page(filter);
    },
    'sim.log': ({ app, machine: instance, messages }) => {
      const { region } = state.machine(app, instance).machine;
      for (const message of messages) logbook.append({ app, instance, region, provider: 'app', message });
      return null;
    },
  };
  const server = createCloudServer({ state, fleet, logbook, board, handlers });
  rmSync(options.socket, { force: true });
  server.listen(options.socket, () => {
    fleet.resume();
    const ready: DaemonReady = { isolation: sandbox.kind, ...(obstacle === undefined ? {} : { obstacle }) };
    process.stdout.write(`${JSON.stringify(ready)}\n`);
  });
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  // Whoever started the daemon holds the other end; the simulation ends with it.
  process.stdin.resume().once('end', () => void stop());
}

async function chooseSandbox(options: DaemonOptions): Promise<{ sandbox: Sandbox; obstacle?: string }> {
  const plain = (): Sandbox =>
    plainSandbox(options, startWatchdog(options.scripts, join(options.dir, 'machines')));
  if (options.isolation === 'none') return { sandbox: plain() };
  if (process.platform !== 'linux') return { sandbox: plain(), obstacle: 'namespaces exist on Linux only' };
  const kind = process.getuid?.() === 0 ? 'root' : 'user';
  const obstacle = await namespaceObstacle(options, kind);
  return obstacle === undefined
    ? { sandbox: namespaceSandbox(options, kind) }
    : { sandbox: plain(), obstacle };
}

void main(JSON.parse(process.argv[2] ?? '{}') as DaemonOptions);
