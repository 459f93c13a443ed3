import { type Fault, moment, type ToolFault } from './fault.ts';
import type { Random } from './random.ts';

/** Tools that the push script calls, with how often it does; together they are at every stage of it. */
const calls: readonly [tool: string, times: number][] = [
  ['dirname', 2],
  ['stat', 3],
  ['tee', 1],
  ['wc', 1],
  ['sha256sum', 4],
  ['cut', 4],
  ['chmod', 1],
  ['sync', 1],
  ['mv', 3],
  ['uname', 1],
  ['perl', 1],
  ['readlink', 1],
];

function anyCall(random: Random): Pick<ToolFault, 'tool' | 'call'> {
  const [tool, times] = random.pick(calls);
  return { tool, call: 1 + random.below(times) };
}

/** Half of the file is there when the tool fails. */
const fails = (words: string) => `head -c 1000 > "$1"; echo "tee: $1: ${words}" >&2; exit 1`;

let foreign = 0;

/** What can go wrong on the way to the machine. */
export const connectionFaults: readonly Fault[] = [
  { name: 'none', weight: 2, meet: () => ({}) },
  {
    name: 'connection cut in stdin',
    weight: 5,
    meet: (random) => ({ connection: { stdinBytes: random.below(random.pick([30, 5_000, 100_000])) } }),
  },
  {
    name: 'connection cut in stdout',
    weight: 5,
    meet: (random) => ({ connection: { stdoutBytes: random.below(random.pick([60, 400])) } }),
  },
  {
    name: 'connection cut in time',
    weight: 4,
    meet: (random) => ({ connection: { afterMs: moment(random) } }),
  },
  {
    name: 'connection cut, nobody to ask',
    weight: 4,
    meet: (random) => ({
      connection: random.pick([
        { stdinBytes: random.below(5_000) },
        { afterMs: moment(random) },
        { lostTail: 9 },
      ]),
      nextConnection: random.pick([{ refused: true }, { silent: true }, { stdoutBytes: random.below(100) }]),
      unreachable: true,
    }),
  },
  {
    name: 'lost output tail',
    weight: 3,
    meet: (random) => ({ connection: { lostTail: 1 + random.below(300) } }),
  },
  { name: 'silent exit 0', weight: 2, meet: () => ({ connection: { silent: true } }) },
  { name: 'slow', weight: 1, meet: (random) => ({ connection: { slowMs: moment(random) } }) },
  {
    name: 'hang',
    weight: 1,
    meet: () => ({ connection: { hangs: true }, deadlineMs: 400, unreachable: true }),
  },
  { name: 'cancelled', weight: 3, meet: (random) => ({ cancelMs: 1 + moment(random) }) },
];

/** What can go wrong on the machine. */
export const machineFaults: readonly Fault[] = [
  {
    name: 'full disk',
    weight: 3,
    meet: () => ({ tool: { tool: 'tee', call: 1, action: fails('No space left on device') } }),
  },
  {
    name: 'read-only volume',
    weight: 2,
    meet: (random) => ({
      tool: {
        ...random.pick([
          { tool: 'tee', call: 1 },
          { tool: 'chmod', call: 1 },
          { tool: 'mv', call: 1 },
        ]),
        action: 'echo "it: Read-only file system" >&2; exit 1',
      },
    }),
  },
  {
    name: 'wrong owner',
    weight: 2,
    meet: (random, subject) => {
      subject.disown(random);
      return {
        tool: { tool: 'chown', call: 1, action: 'echo "chown: Operation not permitted" >&2; exit 1' },
      };
    },
  },
  {
    name: 'script killed at any stage',
    weight: 6,
    meet: (random) => ({ tool: { ...anyCall(random), action: 'kill -KILL 0' } }),
  },
  {
    name: 'concurrent writer at any stage',
    weight: 6,
    meet: (random) => {
      foreign += 1;
      const writes = random.pick([
        '/bin/sh -c \'printf %s "$1" > "$2.new"; exec /bin/mv "$2.new" "$2"\' sh "$FOREIGN" "$TARGET"',
        'printf %s "$FOREIGN" > "$TARGET"',
      ]);
      return { tool: { ...anyCall(random), action: writes, foreign: `// foreign at a stage ${foreign}` } };
    },
  },
  {
    name: 'concurrent writer',
    weight: 3,
    meet: (random) => ({
      writer: { ms: moment(random), how: random.pick(['rename', 'in place'] as const) },
    }),
  },
  {
    name: 'gateway rewriting',
    weight: 3,
    meet: (random) => ({ writer: { ms: moment(random), how: 'rewrite' } }),
  },
  { name: 'refused by OpenClaw', weight: 1, meet: () => ({ verdict: 'rejected' }) },
  {
    name: 'OpenClaw breaks down',
    weight: 1,
    meet: (random) => ({ verdict: random.pick(['crash', 'noise'] as const) }),
  },
];
