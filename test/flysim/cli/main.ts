import { callCloud } from '../call.ts';
import type { Conditions, Fault, FaultName } from '../protocol.ts';
import { parseCommandLine } from './argv.ts';
import { commands } from './commands.ts';
import { Context, delay } from './context.ts';
import { FlyError } from './failure.ts';
import type { Invocation } from './spec.ts';
import { readTomlApp } from './toml.ts';

const unknown: Conditions = { loggedIn: true, faults: [], latency: {} };
const SLOW_MS = 1_000;

/** Runs flyctl on this process's arguments and ends the process. */
async function main(): Promise<never> {
  // Cancelled commands print nothing; `ssh console` and `logs` have their own words.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(127));
  try {
    const invocation = parseCommandLine(commands, process.argv.slice(2));
    await invocation.command.run(await contextOf(invocation));
    process.exit(0);
  } catch (error) {
    return fail(error);
  }
}

async function contextOf(invocation: Invocation): Promise<Context> {
  const socket = process.env['FLYSIM_SOCKET'] ?? '';
  const { path, local, flags } = invocation.command;
  if (local) return new Context(invocation, socket, unknown, undefined);
  const conditions = await callCloud(socket, 'sim.conditions', { verb: path });
  const fault = (name: FaultName): Fault | undefined => conditions.faults.find((each) => each.name === name);
  if (fault('slow')) await delay(fault('slow')?.ms ?? SLOW_MS);
  if (fault('hang')) await callCloud(socket, 'sim.hang', {});
  const signedIn = conditions.loggedIn || givenToken(invocation) !== '';
  if (!signedIn || fault('not-logged-in')) {
    throw new FlyError("no access token available. Please login with 'flyctl auth login'");
  }
  const takesApp = flags.some(({ name }) => name === 'app');
  const config = invocation.flags.get('config');
  const tomlApp = takesApp ? await readTomlApp(typeof config === 'string' ? config : undefined) : undefined;
  return new Context(invocation, socket, conditions, tomlApp);
}

/** A token that takes the place of the session; of the two variables the first that is set counts, even when empty. */
function givenToken(invocation: Invocation): string {
  const flag = invocation.flags.get('access-token');
  if (typeof flag === 'string') return flag;
  return process.env['FLY_ACCESS_TOKEN'] ?? process.env['FLY_API_TOKEN'] ?? '';
}

function fail(error: unknown): never {
  if (error instanceof Error && 'syscall' in error) {
    process.stderr.write(`Error: the simulated Fly does not answer: ${error.message}\n`);
    process.exit(1);
  }
  if (!(error instanceof FlyError)) {
    process.stdout.write('Oops, something went wrong! Could you try that again?\n');
    process.stdout.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(3);
  }
  if (error.exitCode !== 0 && error.message) process.stderr.write(`Error: ${error.message}\n`);
  process.stdout.write(error.help);
  process.exit(error.exitCode);
}

void main();
