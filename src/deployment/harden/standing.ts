import type { Address, Certificate, Machine, Secret } from '../../fly/model.ts';
import type { Failure } from '../../core/errors.ts';

/** A fly.toml of the workspace. */
export interface TomlSource {
  /** Absolute path of the workspace folder, from which deploys are made. */
  readonly folder: string;
  /** From there on, with slashes, e.g. `deploy/fly.private.toml`. */
  readonly file: string;
  readonly text: string;
}

/** The configuration of the gateway, where it is and what it holds. */
export interface ConfigSource {
  /** Absolute on the machine. */
  readonly path: string;
  readonly text: string;
}

/** How an app stands to the internet. Plans are made of it and read nothing else. */
export interface Standing {
  readonly app: string;
  readonly addresses: readonly Address[];
  readonly certificates: readonly Certificate[];
  readonly secrets: readonly Secret[];
  /** All of the app. */
  readonly machines: readonly Machine[];
  /** The one that runs the gateway; nothing when the app has none. */
  readonly machine?: Machine;
  /** What that one was deployed with, as a deploy takes it; nothing when flyctl does not tell. */
  readonly image?: string;
  /** Nothing when the gateway has no configuration yet, or when it could not be read. */
  readonly config?: ConfigSource;
  /** Why the configuration could not be read. */
  readonly configFailure?: Failure;
  /** Where the gateway listens on its machine. */
  readonly port: number;
  /** The ones that name the app: the usual fly.toml first. */
  readonly tomls: readonly TomlSource[];
}
