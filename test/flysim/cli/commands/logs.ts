import type { LogEntry } from '../../model.ts';
import { type Context, delay } from '../context.ts';
import { FlyError } from '../failure.ts';
import { appFlags, bool, json, text } from '../flags.ts';
import { renderEntry } from '../log-text.ts';
import { followLog } from '../log-stream.ts';
import type { CommandSpec } from '../spec.ts';

/** flyctl polls about this often while a page is empty. */
const POLL_MS = 128;
/** After this long the subscription alone delivers; before it, the polling delivers the same entries again. */
const OVERLAP_MS = 2_000;
/** flyctl gives up after ten errors in a row; the simulation takes this long for them. */
const GIVE_UP_MS = 500;

export const logCommands: readonly CommandSpec[] = [
  {
    path: 'logs',
    flags: [
      ...[...appFlags, json, text('machine', 'mi', 'instance')],
      ...[text('region', 'r'), bool('select', 's'), bool('no-tail', 'n')],
    ],
    args: [0, 0],
    run: logs,
  },
];

async function logs(context: Context): Promise<void> {
  const app = context.requireApp();
  const instance = context.text('machine');
  const region = context.text('region') || process.env['FLY_REGION'];
  const filter = { app, ...(instance ? { instance } : {}), ...(region ? { region } : {}) };
  const print = printer(context);
  const page = await firstPage(context, filter);
  for (const entry of page) print(entry);
  if (context.bool('no-tail')) return;
  if (context.fault('log-stream-end')) {
    await delay(context.fault('log-stream-end')?.ms ?? 0);
    return;
  }
  if (context.fault('hang-logs')) await context.call('sim.hang', {});
  const after = page.at(-1)?.sequence ?? 0;
  await followOverlapping(context, filter, after, page.slice(-1), print);
}

type Filter = { readonly app: string; readonly instance?: string; readonly region?: string };

/** Polls until there is a page; without a tail that is the whole job, and it takes as long as the log is empty. */
async function firstPage(context: Context, filter: Filter): Promise<readonly LogEntry[]> {
  for (;;) {
    const page = await context.call('logs.page', filter).catch(async (error: unknown) => {
      if (error instanceof FlyError && !/^40[134] /.test(error.message)) await delay(GIVE_UP_MS);
      throw error;
    });
    if (page.length > 0 || !context.bool('no-tail')) return page;
    await delay(POLL_MS);
  }
}

/**
 * Follows the log. While polling and subscription overlap, the last entry of the page comes again and each new entry
 * comes twice, the second time out of order.
 */
async function followOverlapping(
  context: Context,
  filter: Filter,
  after: number,
  repeated: readonly LogEntry[],
  print: (entry: LogEntry) => void,
): Promise<void> {
  const begun = Date.now();
  const late = new Set<NodeJS.Timeout>();
  for (const entry of repeated) print(entry);
  await followLog(context.socket, { ...filter, after }, (entry) => {
    print(entry);
    if (Date.now() - begun > OVERLAP_MS) return;
    const timer = setTimeout(() => {
      late.delete(timer);
      print(entry);
    }, POLL_MS);
    late.add(timer);
  });
  late.forEach(clearTimeout);
}

/** Prints entries; `duplicate-logs` prints each again after the one that follows it. */
function printer(context: Context): (entry: LogEntry) => void {
  const write = cutter(context);
  const print = (entry: LogEntry): void => write(renderEntry(entry, context.json));
  if (!context.fault('duplicate-logs')) return print;
  let previous: LogEntry | undefined;
  return (entry) => {
    print(entry);
    if (previous) print(previous);
    else print(entry);
    previous = entry;
  };
}

/** Writes; `cut-logs` ends flyctl on the way. */
function cutter(context: Context): (text: string) => void {
  const cut = context.fault('cut-logs');
  if (!cut) return (text) => context.out(text);
  let left = cut.bytes ?? 0;
  return (text) => {
    context.out(text.slice(0, left));
    left -= text.length;
    if (left > 0) return;
    context.err('Error: unexpected EOF\n');
    process.exit(1);
  };
}
