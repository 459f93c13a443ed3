import { Redactor } from '../../../../src/core/redact.ts';
import { FlyctlRunner } from '../../../../src/fly/runner.ts';
import { machineExecTransport, sshConsoleTransport } from '../../../../src/fly/transports.ts';
import { createRemoteShell } from '../../../../src/remote/remote-shell.ts';
import type { RemoteShell } from '../../../../src/remote/shell.ts';
import { callCloud } from '../../../flysim/call.ts';
import type { Flysim } from '../../../flysim/harness.ts';
import type { Fault } from './fault.ts';
import { FlyctlChoice, flyctlFaults } from './flyctl-faults.ts';
import { connectionFaults, machineFaults } from './machine-faults.ts';
import { powerFaults } from './power-faults.ts';
import { sessionTransport } from './session-transport.ts';
import { Subject } from './subject.ts';

/** A machine and what can go wrong with it. */
export interface Lane {
  readonly subject: Subject;
  readonly faults: readonly Fault[];
}

const app = 'claw';

/** A machine that is reached without flyctl, and what can go wrong with its connection, its tools and its disk. */
export async function sessionLane(flysim: Flysim): Promise<Lane> {
  const { subject } = await machineWithSessions(flysim);
  return { subject, faults: [...connectionFaults, ...machineFaults] };
}

/** A machine that stops and is replaced. */
export async function powerLane(flysim: Flysim): Promise<Lane> {
  const { subject, machine } = await machineWithSessions(flysim);
  return { subject, faults: powerFaults({ socket: flysim.socket, app, machine }) };
}

/** A machine that is reached as the extension reaches it. All commands of this simulation meet its faults. */
export async function flyctlLane(flysim: Flysim): Promise<Lane & Disposable> {
  const { machine, volume } = await createMachine(flysim);
  const choice = new FlyctlChoice(flysim);
  const runner = new FlyctlRunner({
    locate: async () => choice.take(),
    redactor: new Redactor(),
    log: () => undefined,
  });
  const shell = createRemoteShell([
    machineExecTransport(runner, app, machine),
    sshConsoleTransport(runner, app, machine),
  ]);
  const subject = new Subject(volume, await stateDirOf(shell), () => shell);
  const dispose = (): void => runner.dispose();
  return { subject, faults: flyctlFaults(flysim, choice), [Symbol.dispose]: dispose };
}

async function machineWithSessions(flysim: Flysim): Promise<{ subject: Subject; machine: string }> {
  const { machine, volume } = await createMachine(flysim);
  const connect = (connections: readonly object[]): RemoteShell => {
    const left = [...connections];
    return createRemoteShell([
      sessionTransport({ socket: flysim.socket, app, machine }, () => left.shift() ?? {}),
    ]);
  };
  return { subject: new Subject(volume, await stateDirOf(connect([])), connect), machine };
}

async function createMachine(flysim: Flysim): Promise<{ machine: string; volume: string }> {
  await flysim.createApp(app).catch(() => undefined);
  const machine = await flysim.createMachine(app, {
    command: ['sleep', '3600'],
    env: { OPENCLAW_STATE_DIR: '/data' },
    volume: { name: 'openclaw_data', path: '/data' },
  });
  await flysim.waitForState(app, machine, 'started');
  const { config } = await callCloud(flysim.socket, 'machines.get', { app, machine });
  return { machine, volume: flysim.volumeFolder(config.mounts?.[0]?.volume ?? '') };
}

/** Where the machine really sees its volume. */
async function stateDirOf(shell: RemoteShell): Promise<string> {
  const { stdout } = await shell.run('printenv OPENCLAW_STATE_DIR', { effect: 'read', deadlineMs: 20_000 });
  return stdout.trim();
}
