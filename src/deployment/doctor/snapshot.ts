import type { Failure } from '../../core/errors.ts';
import type { Address, Certificate, LogEntry, Machine, Secret, Volume } from '../../fly/model.ts';
import type { FlyToml } from '../../fly/toml/fly-toml.ts';
import type { Finding as ConfigFinding } from '../../gateway/check/finding.ts';
import type { Inspection } from '../../gateway/inspect/inspection.ts';

/** What a read brought, or why it brought nothing. */
export type Reading<T> = { readonly data: T } | { readonly failure: Failure };

/** flyctl itself, and the session that it has. */
export interface FlyctlFacts {
  /** Where the one is that is used, and its version; or why there is none. */
  readonly binary: Reading<{ readonly path: string; readonly version: string }>;
  /** Other flyctl executables on the search path, with another version than the one that is used. */
  readonly others: readonly { readonly path: string; readonly version: string }[];
  readonly account: Reading<string>;
  /** The variable of the environment that flyctl takes its token from, e.g. `FLY_API_TOKEN`; never its value. */
  readonly tokenVariable?: string;
}

/** A fly.toml of the workspace that names the app. */
export interface TomlFile {
  /** Of the file, as text. */
  readonly uri: string;
  /** What it is called on screen: its path in the workspace. */
  readonly label: string;
  readonly toml: FlyToml;
}

/** Everything that the rules look at, gathered at one moment. Rules read nothing else. */
export interface Snapshot {
  readonly app: string;
  /** Milliseconds since the epoch. */
  readonly takenAtMs: number;
  readonly flyctl: FlyctlFacts;
  /** The one that deploys the app; without it the rules about its lines say nothing. */
  readonly tomlFile?: TomlFile;
  readonly machines: Reading<readonly Machine[]>;
  readonly addresses: Reading<readonly Address[]>;
  readonly certificates: Reading<readonly Certificate[]>;
  readonly volumes: Reading<readonly Volume[]>;
  readonly secrets: Reading<readonly Secret[]>;
  /** What Fly's log last said of the machine, the oldest first. */
  readonly log: Reading<readonly LogEntry[]>;
  /** The machine that was looked into, or would have been: the one that runs OpenClaw, started ones first. */
  readonly machine?: Machine;
  /** What was found on it; absent when it is not started. */
  readonly inspection?: Reading<Inspection>;
  /** What the machine's own OpenClaw has against its configuration, in its words; nothing when it accepts it. */
  readonly complaint?: Reading<string | undefined>;
  /** What the editor's checks say about the configuration on the machine. */
  readonly configFindings: readonly ConfigFinding[];
}

/** The data of a reading, if there is any. */
export function dataOf<T>(reading: Reading<T> | undefined): T | undefined {
  return reading && 'data' in reading ? reading.data : undefined;
}

/** The failure of a reading, if it failed. */
export function failureOf(reading: Reading<unknown> | undefined): Failure | undefined {
  return reading && 'failure' in reading ? reading.failure : undefined;
}
