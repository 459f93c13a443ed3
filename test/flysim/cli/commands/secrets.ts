import { buffer } from 'node:stream/consumers';
import type { Context } from '../context.ts';
import { FlyError } from '../failure.ts';
import { appFlags, bool, json } from '../flags.ts';
import { withLease } from '../machine-target.ts';
import { goJson, table } from '../render.ts';
import { parseSecrets } from '../secrets-import.ts';
import { secretObject } from '../shapes.ts';
import type { CommandSpec } from '../spec.ts';

/** `NAME=-` reads at most this much of standard input. */
const MAX_STDIN_BYTES = 64 * 1_024;

const applyFlags = [...appFlags, bool('stage'), bool('detach'), bool('dns-checks')];

export const secretCommands: readonly CommandSpec[] = [
  { path: 'secrets list', aliases: ['ls'], flags: [...appFlags, json], args: [0, 0], run: list },
  {
    path: 'secrets set',
    flags: applyFlags,
    args: [1, Infinity],
    run: async (context) => apply(context, await pairsOf(context.args)),
  },
  {
    path: 'secrets import',
    flags: applyFlags,
    args: [0, 0],
    run: async (context) => {
      const secrets = parseSecrets((await buffer(process.stdin)).toString('utf8'));
      if (secrets.size === 0) throw new FlyError('requires at least one SECRET=VALUE pair');
      await apply(context, Object.fromEntries(secrets));
    },
  },
  {
    path: 'secrets unset',
    flags: applyFlags,
    args: [1, Infinity],
    run: (context) => apply(context, Object.fromEntries(context.args.map((name) => [name, null]))),
  },
  {
    path: 'secrets deploy',
    flags: [...appFlags, bool('detach'), bool('dns-checks')],
    args: [0, 0],
    run: async (context) => {
      const app = await context.app();
      const machines = await context.call('machines.list', { app: app.name }, 'failed to list VMs');
      if (machines.length === 0) throw new FlyError('no machines available to deploy');
      await rollOut(context, app.name);
    },
  },
];

async function list(context: Context): Promise<void> {
  const app = await context.app();
  const secrets = await context.call('machines.secrets', { app: app.name }, 'failed to list secrets');
  if (context.json) {
    context.out(goJson(secrets.map(secretObject)));
    return;
  }
  const marks = { Deployed: '', Unknown: '', Staged: '* ', Partial: '! ' };
  const rows = secrets.map(({ name, digest, status }) => [marks[status] + name, digest, status]);
  context.out(table('', ['Name', 'Digest', 'Status'], rows));
  const staged = secrets.filter(({ status }) => status === 'Staged').length;
  if (staged > 0) {
    context.out(
      `There are ${String(staged)} secrets not deployed. Run \`fly secrets deploy\` to deploy them.\n`,
    );
  }
}

/** Changes the secrets and, unless they are staged, restarts the machines with them. A null value removes. */
async function apply(context: Context, secrets: Readonly<Record<string, string | null>>): Promise<void> {
  const app = await context.app();
  await context.call(
    'machines.setSecrets',
    { app: app.name, secrets },
    'update secrets: failed to update app secrets',
  );
  if (!app.deployed) {
    context.out('Secrets are staged for the first deployment\n');
    return;
  }
  if (context.bool('stage')) {
    context.out(
      'Secrets have been staged, but not set on VMs. Deploy or update machines in this app for the secrets to take effect.\n',
    );
    return;
  }
  await rollOut(context, app.name);
}

/** Gives the machines the current secrets, one after the other. */
async function rollOut(context: Context, app: string): Promise<void> {
  const machines = await context.call('machines.list', { app }, 'failed to list VMs');
  context.out(`Updating existing machines in '${app}' with rolling strategy\n\n-------\n`);
  for (const [at, { id }] of machines.entries()) {
    const position = `[${String(at + 1)}/${String(machines.length)}]`;
    await withLease(context, id);
    context.out(` > ${position} Updating ${id} [app]\n`);
    await context.call('machines.deploySecrets', { app, machine: id }, 'update secrets');
    context.out(` \u2714 ${position} Machine ${id} [app] update succeeded\n`);
  }
  context.out('-------\n');
}

/** The pairs of `secrets set`; the first value `-` is standard input, trimmed. */
async function pairsOf(args: readonly string[]): Promise<Record<string, string>> {
  const secrets: Record<string, string> = {};
  let readStdin = false;
  for (const arg of args) {
    const equals = arg.indexOf('=');
    if (equals < 0) throw new FlyError(`'${arg}': must be in the format NAME=VALUE`);
    const value = arg.slice(equals + 1);
    if (value !== '-') {
      secrets[arg.slice(0, equals)] = value;
      continue;
    }
    const bytes = readStdin ? Buffer.alloc(0) : await buffer(process.stdin);
    readStdin = true;
    secrets[arg.slice(0, equals)] = bytes.subarray(0, MAX_STDIN_BYTES).toString('utf8').trim();
  }
  return secrets;
}
