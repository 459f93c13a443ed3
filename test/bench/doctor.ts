import { Redactor } from '../../src/core/redact.ts';
import { examine } from '../../src/deployment/doctor/examine.ts';
import { gather } from '../../src/deployment/doctor/gather.ts';
import { rules } from '../../src/deployment/doctor/rules/table.ts';
import type { Sources } from '../../src/deployment/doctor/sources.ts';
import { FlyctlRunner } from '../../src/fly/runner.ts';
import { DeploymentStore } from '../../src/fly/store.ts';
import { machineExecTransport, sshConsoleTransport } from '../../src/fly/transports.ts';
import { createRemoteShell } from '../../src/remote/remote-shell.ts';
import { type Flysim, startFlysim } from '../flysim/harness.ts';
import { calm } from './calm.ts';
import { median, rounded, type Figures } from './figures.ts';

type DoctorFigures = Pick<Figures, 'doctor_ms_over_slowest_call' | 'doctor_remote_calls' | 'doctor_rules'>;

const rounds = 5;
/** About what calls take from Europe, in milliseconds. */
const latency = { api: 300, exec: 500, ssh: 3_000 };
const app = 'bench';

/** Examines a deployment of which nothing is known yet on a simulated Fly that is as slow as the real one. */
export async function measureDoctor(): Promise<DoctorFigures> {
  await using flysim = await startFlysim({ latency });
  await createDeployment(flysim);
  const ratios: number[] = [];
  let remoteCalls = 0;
  for (let round = 0; round < rounds; round += 1) {
    await calm();
    const calls = await timeCalls(flysim);
    ratios.push(calls.totalMs / Math.max(...calls.each.map(({ ms }) => ms)));
    const remote = calls.each.filter(({ command }) => /^(?:machine exec|ssh) /.test(command));
    remoteCalls = Math.max(remoteCalls, remote.length);
  }
  return {
    doctor_ms_over_slowest_call: rounded(median(ratios)),
    doctor_remote_calls: remoteCalls,
    doctor_rules: rules.length,
  };
}

/** A machine that can be looked into; no gateway runs on it, and there is no configuration to be judged. */
async function createDeployment(flysim: Flysim): Promise<void> {
  await flysim.createApp(app, { secrets: { OPENCLAW_GATEWAY_TOKEN: 'x' } });
  const id = await flysim.createMachine(app, {
    command: ['sleep', 'infinity'],
    env: { OPENCLAW_STATE_DIR: '/data' },
    volume: { name: 'data', path: '/data' },
  });
  await flysim.waitForState(app, id, 'started');
}

interface Calls {
  readonly totalMs: number;
  readonly each: readonly { readonly command: string; readonly ms: number }[];
}

async function timeCalls(flysim: Flysim): Promise<Calls> {
  const log: string[] = [];
  const redactor = new Redactor();
  const runner = new FlyctlRunner({
    locate: async () => flysim.flyctl,
    redactor,
    log: (line) => log.push(line),
  });
  const started = performance.now();
  examine(await gather(sourcesOf(runner, redactor), { app }, { signal: new AbortController().signal }));
  const totalMs = performance.now() - started;
  runner.dispose();
  return { totalMs, each: log.flatMap(parseCall) };
}

function sourcesOf(flyctl: FlyctlRunner, redactor: Redactor): Sources {
  return {
    flyctl,
    locator: { locate: async () => 'flyctl' },
    store: new DeploymentStore(flyctl),
    env: {},
    redactor,
    shell: ({ id }) =>
      createRemoteShell([machineExecTransport(flyctl, app, id), sshConsoleTransport(flyctl, app, id)]),
    judgeConfig: async () => [],
  };
}

/** Reads a line that the runner logs, e.g. `flyctl machine list -a bench --json: exit 0, 412 ms`. */
function parseCall(line: string): Calls['each'] {
  const [, command, ms] = /^flyctl (.*): exit \d+, (\d+) ms$/s.exec(line) ?? [];
  if (command === undefined) throw new Error(`A call failed: ${line}`);
  return [{ command, ms: Number(ms) }];
}
