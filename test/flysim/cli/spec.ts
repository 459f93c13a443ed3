import type { Context } from './context.ts';

export interface FlagSpec {
  readonly name: string;
  /** One letter, or several that mean the same. */
  readonly short?: string;
  readonly type: 'bool' | 'string' | 'int' | 'strings';
  readonly aliases?: readonly string[];
}

export interface CommandSpec {
  /** The words after `flyctl`, e.g. `machine list`. */
  readonly path: string;
  /** Other names of the last word. */
  readonly aliases?: readonly string[];
  readonly flags: readonly FlagSpec[];
  /** How many positional arguments it takes. */
  readonly args: readonly [min: number, max: number];
  /** Answered without asking the cloud who is signed in. */
  readonly local?: boolean;
  run(context: Context): Promise<void>;
}

export type FlagValue = boolean | string | number | readonly string[];

/** A command line that was understood. */
export interface Invocation {
  readonly command: CommandSpec;
  readonly flags: ReadonlyMap<string, FlagValue>;
  readonly args: readonly string[];
}
