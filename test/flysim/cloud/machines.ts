import { text } from 'node:stream/consumers';
import { splitWords } from '../machine/words.ts';
import type { ExecResult } from '../protocol.ts';
import type { Fleet } from './fleet.ts';
import type { Handlers } from './handlers.ts';
import { type MachineLifeCalls, machineLifeHandlers } from './machine-life.ts';
import { Problem } from './problem.ts';
import type { MachineRecord, State } from './state.ts';

/** The Machines API ends a command after this long, whatever was asked for (field reports). */
const EXEC_CAP_MS = 30_000;

type MachineCalls =
  `machines.${'list' | 'get' | 'start' | 'stop' | 'restart' | 'suspend' | 'update' | 'wait' | 'exec'}`;

/** The calls that the Machines API answers about machines. */
export function machineHandlers(state: State, fleet: Fleet): Handlers<MachineCalls | MachineLifeCalls> {
  return {
    ...machineLifeHandlers(state, fleet),
    'machines.list': ({ app }) => state.machinesOf(state.app(app).name).map(({ machine }) => machine),
    'machines.get': ({ app, machine }) => state.machine(app, machine).machine,
    'machines.start': ({ app, machine }) => {
      fleet.vm(state.machine(app, machine)).start();
      return null;
    },
    'machines.stop': ({ app, machine, ...options }) => {
      void fleet.vm(state.machine(app, machine)).stop(options);
      return null;
    },
    'machines.restart': ({ app, machine, ...options }) => {
      void fleet.vm(state.machine(app, machine)).restart(options);
      return null;
    },
    'machines.suspend': ({ app, machine }) => {
      void fleet.vm(state.machine(app, machine)).suspend();
      return null;
    },
    'machines.update': async ({ app, machine, config, skipStart }) => {
      const record = state.machine(app, machine);
      await fleet.deploy(record, config, !skipStart);
      return record.machine;
    },
    'machines.wait': async ({ app, machine, state: wanted, timeoutMs }) => {
      const record = state.machine(app, machine);
      await state.until(() => record.machine.state === wanted, timeoutMs);
      return null;
    },
    'machines.exec': ({ app, machine, command, timeoutMs }) =>
      exec(fleet, state.machine(app, machine), command, Math.min(timeoutMs ?? EXEC_CAP_MS, EXEC_CAP_MS)),
  };
}

async function exec(
  fleet: Fleet,
  record: MachineRecord,
  command: string,
  timeoutMs: number,
): Promise<ExecResult> {
  const env = { ...fleet.environment(record), HOME: '/root', USER: 'root' };
  const { stdin, stdout, stderr, ended } = fleet
    .guest(record)
    .spawn({ words: splitWords(command), user: 'root', env });
  stdin.end();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Problem(408, 'deadline_exceeded')), timeoutMs);
  });
  try {
    const [{ code }, out, err] = await Promise.race([
      Promise.all([ended, text(stdout), text(stderr)]),
      deadline,
    ]);
    return { exitCode: code ?? -1, stdout: out, stderr: err };
  } finally {
    clearTimeout(timer);
  }
}
