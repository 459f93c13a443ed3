import { FlyError } from './failure.ts';
import type { CommandSpec, FlagSpec, FlagValue, Invocation } from './spec.ts';

/** Flags that every command takes. */
const globalFlags: readonly FlagSpec[] = [
  { name: 'access-token', short: 't', type: 'string' },
  { name: 'debug', type: 'bool' },
  { name: 'verbose', type: 'bool' },
  { name: 'help', short: 'h', type: 'bool' },
];

/** Other names of the groups of commands. */
const groupAliases: Readonly<Record<string, string>> = {
  app: 'apps',
  ip: 'ips',
  lease: 'leases',
  m: 'machine',
  machines: 'machine',
  org: 'orgs',
  secret: 'secrets',
  snaps: 'snapshots',
  snapshot: 'snapshots',
  v: 'volumes',
  vol: 'volumes',
  volume: 'volumes',
};

/**
 * Reads a command line as cobra does: flags anywhere after the command, `--` ends them.
 * @throws FlyError in cobra's words
 */
export function parseCommandLine(commands: readonly CommandSpec[], argv: readonly string[]): Invocation {
  const { command, rest } = findCommand(commands, argv);
  const { flags, args } = parseFlags(command, rest);
  checkArgs(command, args);
  return { command, flags, args };
}

/** Finds the command by its leading words; flags may stand before and between them. */
function findCommand(
  commands: readonly CommandSpec[],
  argv: readonly string[],
): { readonly command: CommandSpec; readonly rest: string[] } {
  const rest: string[] = [];
  let path = '';
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (word.startsWith('-')) {
      rest.push(word);
      // The shorthands that take a value are the same in all commands that have them.
      const next = argv[at + 1];
      if (/^(-[atc]|--(app|access-token|config))$/.test(word) && next !== undefined) {
        rest.push(next);
        at++;
      }
      continue;
    }
    const extended = extend(commands, path, word);
    if (extended === undefined) throw unknownCommand(word, path);
    path = extended;
    const command = commands.find((each) => each.path === path);
    if (command) return { command, rest: [...rest, ...argv.slice(at + 1)] };
  }
  throw new FlyError(`flyctl ${path}`.trim(), { exitCode: 0, help: usage(path) });
}

/** @returns The path one word further, or undefined when no command goes that way. */
function extend(commands: readonly CommandSpec[], path: string, word: string): string | undefined {
  const prefix = path ? `${path} ` : '';
  const full = prefix + (groupAliases[word] ?? word);
  if (commands.some((each) => each.path === full || each.path.startsWith(`${full} `))) return full;
  return commands.find(
    (each) =>
      each.path.slice(0, each.path.lastIndexOf(' ') + 1) === prefix && (each.aliases ?? []).includes(word),
  )?.path;
}

function parseFlags(
  command: CommandSpec,
  words: readonly string[],
): { readonly flags: Map<string, FlagValue>; readonly args: string[] } {
  const known = [...command.flags, ...globalFlags];
  const flags = new Map<string, FlagValue>();
  const args: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') {
      args.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      args.push(word);
      continue;
    }
    const takeNext = (): string | undefined => words[++at];
    if (word.startsWith('--')) parseLong(command, known, word, takeNext, flags);
    else parseShort(command, known, word, takeNext, flags);
  }
  if (flags.get('help') === true) throw new FlyError('', { exitCode: 0, help: usage(command.path) });
  return { flags, args };
}

function parseLong(
  command: CommandSpec,
  known: readonly FlagSpec[],
  word: string,
  takeNext: () => string | undefined,
  flags: Map<string, FlagValue>,
): void {
  const equals = word.indexOf('=');
  const name = word.slice(2, equals < 0 ? undefined : equals);
  const flag = known.find((each) => each.name === name || each.aliases?.includes(name));
  if (!flag) throw flagError(command, `unknown flag: --${name}`);
  const value = equals >= 0 ? word.slice(equals + 1) : flag.type === 'bool' ? 'true' : takeNext();
  if (value === undefined) throw flagError(command, `flag needs an argument: --${name}`);
  setFlag(command, flag, value, flags);
}

/** A cluster of shorthands: `-qy`, `-aAPP`, `-a=APP`, `-a APP`. */
function parseShort(
  command: CommandSpec,
  known: readonly FlagSpec[],
  word: string,
  takeNext: () => string | undefined,
  flags: Map<string, FlagValue>,
): void {
  for (let at = 1; at < word.length; at++) {
    const letter = word.charAt(at);
    const flag = known.find((each) => each.short?.includes(letter));
    if (!flag) throw flagError(command, `unknown shorthand flag: '${letter}' in ${word}`);
    if (flag.type === 'bool' && word.charAt(at + 1) !== '=') {
      setFlag(command, flag, 'true', flags);
      continue;
    }
    const attached = word.slice(at + 1).replace(/^=/, '');
    const value = attached || (word.charAt(at + 1) === '=' ? '' : takeNext());
    if (value === undefined) throw flagError(command, `flag needs an argument: '${letter}' in ${word}`);
    setFlag(command, flag, value, flags);
    return;
  }
}

function setFlag(command: CommandSpec, flag: FlagSpec, text: string, flags: Map<string, FlagValue>): void {
  const label = flag.short ? `-${flag.short.charAt(0)}, --${flag.name}` : `--${flag.name}`;
  const invalid = (reason: string): FlyError =>
    flagError(command, `invalid argument "${text}" for "${label}" flag: ${reason}`);
  switch (flag.type) {
    case 'bool':
      if (!/^(1|t|true|0|f|false)$/i.test(text)) {
        throw invalid(`strconv.ParseBool: parsing "${text}": invalid syntax`);
      }
      flags.set(flag.name, /^(1|t|true)$/i.test(text));
      return;
    case 'int':
      if (!/^[+-]?\d+$/.test(text)) throw invalid(`strconv.ParseInt: parsing "${text}": invalid syntax`);
      flags.set(flag.name, Number(text));
      return;
    case 'strings': {
      const earlier = flags.get(flag.name);
      flags.set(flag.name, [...(Array.isArray(earlier) ? (earlier as string[]) : []), text]);
      return;
    }
    case 'string':
      flags.set(flag.name, text);
  }
}

function checkArgs(command: CommandSpec, args: readonly string[]): void {
  const [min, max] = command.args;
  const received = String(args.length);
  if (args.length >= min && args.length <= max) return;
  if (max === 0) throw unknownCommand(args[0] ?? '', command.path);
  if (min === max) throw flagError(command, `accepts ${String(min)} arg(s), received ${received}`);
  if (max === Infinity) {
    throw flagError(command, `requires at least ${String(min)} arg(s), only received ${received}`);
  }
  if (min === 0) throw flagError(command, `accepts at most ${String(max)} arg(s), received ${received}`);
  throw flagError(command, `accepts between ${String(min)} and ${String(max)} arg(s), received ${received}`);
}

function unknownCommand(word: string, path: string): FlyError {
  const parent = `flyctl ${path}`.trim();
  return new FlyError(`unknown command "${word}" for "${parent}"`, {
    help: `Run '${parent} --help' for usage.\n`,
  });
}

function flagError(command: CommandSpec, message: string): FlyError {
  return new FlyError(message, { help: usage(command.path) });
}

function usage(path: string): string {
  return `Usage:\n  ${`flyctl ${path}`.trim()} [flags]\n\nUse "flyctl --help" for more information about a command.\n`;
}
