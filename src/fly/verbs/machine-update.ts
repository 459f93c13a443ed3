import type { Verb } from '../flyctl.ts';
import { joinWords } from '../shlex.ts';
import { restartMs } from './deadlines.ts';

/** What is left out stays as it is. None of it may be secret: it travels as arguments. */
export interface MachineChange {
  /** The words of `init.cmd`; none when the image is to decide. */
  readonly command?: readonly string[];
  /** Is added to what is there; see `updateMachine` for what cannot be done. */
  readonly env?: Readonly<Record<string, string>>;
  /** A preset such as `shared-cpu-2x`. It sets the memory, too, unless that is given as well. */
  readonly size?: string;
  /** See `memoryLimits` for what flyctl takes. */
  readonly memoryMb?: number;
  /** Is added to what is there, like `env`. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Whether the machine is to run afterwards; it does when left out. */
  readonly start?: boolean;
}

/**
 * flyctl trims the command and lets an empty one clear `init.cmd`. Before it did so it ignored the empty text, but split
 * every other one, of which a space gives no words (flyctl, internal/command/machine/run.go, both versions).
 */
const noCommand = ' ';

/**
 * Replaces the machine by one with another configuration. Ends when it has started, or, with `start: false`, when Fly
 * has accepted it; the checks are left to the caller. Nothing is compared before: a machine that is up to date is
 * replaced, too. The next deploy undoes all of it.
 *
 * A failure does not mean that nothing changed: flyctl fails as well when the machine took the change and does not stay
 * up (`timeout reached waiting for machine's state to change`). Read the machine again.
 *
 * Variables and metadata are merged into what is there, each cut at its first `=`, so they can be set but not removed:
 * an empty value stays as an empty text (parseKVFlag in flyctl's internal/command/machine/run.go, ParseKVStringsToMap in
 * internal/cmdutil). Whether Fly's API keeps a key of metadata whose value is empty is not known, so read an empty value
 * and a missing one alike. Services, mounts and the restart policy stay as they are.
 */
export function updateMachine(app: string, machine: string, change: MachineChange): Verb<void> {
  return {
    args: [
      ...['machine', 'update', '-a', app],
      ...flagsOf(change),
      ...['--skip-health-checks', '-y', machine],
    ],
    kind: 'write',
    app,
    machine,
    deadlineMs: restartMs,
    parse: () => undefined,
  };
}

function flagsOf({ command, env, size, memoryMb, metadata, start = true }: MachineChange): readonly string[] {
  return [
    ...(command ? ['--command', joinWords(command) || noCommand] : []),
    ...pairs('-e', env),
    ...(size === undefined ? [] : ['--vm-size', size]),
    ...(memoryMb === undefined ? [] : ['--vm-memory', String(memoryMb)]),
    ...pairs('-m', metadata),
    ...(start ? [] : ['--skip-start']),
  ];
}

function pairs(flag: string, values: Readonly<Record<string, string>> = {}): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
}
