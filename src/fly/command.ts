import { quote } from '../remote/quote.ts';

/** Arguments longer than this, e.g. scripts, are cut in logs. */
const longestArgument = 100;

/** The command for people, without its flags: `flyctl machine list`. */
export function commandName(args: readonly string[]): string {
  const firstFlag = args.findIndex((arg) => arg.startsWith('-'));
  return ['flyctl', ...(firstFlag < 0 ? args : args.slice(0, firstFlag))].join(' ');
}

/** The whole command for the log; not meant to be run. */
export function commandLine(args: readonly string[]): string {
  return ['flyctl', ...args.map(shorten)].join(' ');
}

/** The whole command as it can be typed into a POSIX shell. */
export function typedCommand(args: readonly string[]): string {
  return ['flyctl', ...args.map((arg) => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : quote(arg)))].join(' ');
}

function shorten(arg: string): string {
  return arg.length > longestArgument ? `${arg.slice(0, longestArgument)}…` : arg;
}
