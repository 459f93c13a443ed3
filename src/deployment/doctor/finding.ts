import type { Range, TextEdit } from '../../core/text.ts';
import type { Verb } from '../../fly/flyctl.ts';

/** `error`: the gateway does not run, or is not what its user takes it for. `warning`: it will not be some day. */
export type Severity = 'error' | 'warning' | 'info';

/** The files that a finding can point into: the workspace's own fly.toml, and the configuration on the machine. */
export type FindingFile = 'fly.toml' | 'openclaw.json';

/** Something that was seen. */
export interface Evidence {
  /** A line of a file, a value, words of a log; without secrets. May have several lines. */
  readonly text: string;
  /** Where, in a few words: `fly.toml`, `machine 8e1f…`, `log of the gateway`. */
  readonly source: string;
}

interface FixBase {
  /** What the button says, an imperative: `Set the memory to 2048 MB`. */
  readonly title: string;
}

/**
 * What can be done about a finding. Nothing runs before it was shown: edits as a diff, flyctl commands word by word, and
 * what a command of the extension asks anyway.
 */
export type Fix =
  | (FixBase & {
      /** Edits of the fly.toml that the snapshot has. They reach the machine with the next deploy. */
      readonly kind: 'editToml';
      readonly edits: readonly TextEdit[];
    })
  | (FixBase & {
      /** The configuration as it should be; it is compared with the one on the machine and pushed. */
      readonly kind: 'editConfig';
      readonly text: string;
    })
  | (FixBase & {
      /** flyctl commands, in order. */
      readonly kind: 'flyctl';
      readonly verbs: readonly Verb<unknown>[];
      /** What the user must know before: what restarts, what the next deploy undoes. */
      readonly consequence: string;
      /** Whether the gateway is waited for afterwards. */
      readonly awaitsGateway: boolean;
    })
  | (FixBase & {
      /** Gives files below the state directory to the user whose gateway reads them. */
      readonly kind: 'changeOwner';
      readonly owner: { readonly uid: number; readonly gid: number };
      /** Absolute, on the machine. */
      readonly paths: readonly string[];
    })
  | (FixBase & {
      /** A command of the extension, called with the app and the machine. */
      readonly kind: 'command';
      readonly command:
        | 'clearGatewayLock'
        | 'rescue'
        | 'openConfig'
        | 'configHistory'
        | 'setSecret'
        | 'showLogs'
        | 'signIn'
        | 'pickFlyctl'
        | 'whereLooked'
        | 'startMachine'
        | 'restartMachine';
      /** For `setSecret`: the name of the secret. */
      readonly secret?: string;
    })
  | (FixBase & { readonly kind: 'link'; readonly url: string });

/** One trouble of a deployment. */
export interface Finding {
  /** Which rule found it, in kebab case, e.g. `memory-low`. Stable, and unique among all rules. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, as a short sentence without a full stop. */
  readonly title: string;
  /** One or two sentences: what it does to the user and what helps. */
  readonly explanation: string;
  readonly evidence: readonly Evidence[];
  /** The exact token, where it is about a line of a file. */
  readonly place?: { readonly file: FindingFile; readonly range: Range };
  /** The best first; empty when only the user can help. */
  readonly fixes: readonly Fix[];
  /** An https address that tells more. */
  readonly link?: string;
}
