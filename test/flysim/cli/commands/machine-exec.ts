import { type Context, delay } from '../context.ts';
import { FlyError } from '../failure.ts';
import { appFlags, bool, int, json, text } from '../flags.ts';
import { machineTarget } from '../machine-target.ts';
import { goJson, omitEmpty } from '../render.ts';
import type { CommandSpec } from '../spec.ts';

export const machineExecCommands: readonly CommandSpec[] = [
  {
    path: 'machine exec',
    flags: [
      ...[...appFlags, json, bool('select', 's'), int('timeout'), text('container'), bool('no-container')],
    ],
    args: [1, 2],
    run: exec,
  },
];

async function exec(context: Context): Promise<void> {
  const [first, second] = context.args;
  const id = second === undefined ? undefined : first;
  const command = second ?? first ?? '';
  const { app, machine } = await machineTarget(context, id);
  await delay(context.latency.exec ?? 0);
  const seconds = context.number('timeout');
  const result = await context
    .call('machines.exec', {
      app,
      machine: machine.id,
      command,
      ...(seconds ? { timeoutMs: seconds * 1_000 } : {}),
    })
    .catch((error: unknown) => {
      if (!(error instanceof FlyError)) throw error;
      const prefix = `could not exec command on machine ${machine.id}: failed to exec on VM ${machine.id}`;
      throw new FlyError(`${prefix}: ${error.message}`);
    });
  const { exitCode, stdout, stderr } = result;
  if (context.json) {
    context.out(goJson(omitEmpty({ exit_code: exitCode, stdout, stderr })));
    return;
  }
  if (exitCode !== 0) context.out(`Exit code: ${String(exitCode)}\n`);
  context.out(stdout);
  context.err(stderr);
}
