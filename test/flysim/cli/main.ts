import { callCloud } from '../call.ts';
import type { Conditions } from '../protocol.ts';
import { parseCommandLine } from './argv.ts';
import { commands } from './commands.ts';
import { Context } from './context.ts';
import { FlyError } from './failure.ts';
import type { Invocation } from './spec.ts';
import { readTomlApp } from './toml.ts';

const signedIn: Conditions = { loggedIn: true, faults: [], latency: {} };

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
  if (local) return new Context(invocation, socket, signedIn, undefined);
  const conditions = await callCloud(socket, 'sim.conditions', { verb: path });
  if (!conditions.loggedIn || conditions.faults.some(({ name }) => name === 'not-logged-in')) {
    throw new FlyError("no access token available. Please login with 'flyctl auth login'");
  }
  const takesApp = flags.some(({ name }) => name === 'app');
  const config = invocation.flags.get('config');
  const tomlApp = takesApp ? await readTomlApp(typeof config === 'string' ? config : undefined) : undefined;
  return new Context(invocation, socket, conditions, tomlApp);
}

function fail(error: unknown): never {
  if (!(error instanceof FlyError)) {
    process.stdout.write('Oops, something went wrong! Could you try that again?\n');
    process.stdout.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(3);
  }
  if (error.exitCode !== 0 && error.message) process.stderr.write(`Error: ${error.message}\n`);
  process.stdout.write(error.help);
  process.exit(error.exitCode);
}

await main();
