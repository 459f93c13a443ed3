import type { Range } from '../../core/text.ts';

/** Something that is wrong, or worth knowing, about a configuration. */
export interface Finding {
  /** `error`: the gateway refuses it or will not start. `warning`: it works otherwise than meant, or is unsafe. */
  readonly severity: 'error' | 'warning' | 'info';
  /** Which rule found it, e.g. `unknown-key`. Stable. */
  readonly code: string;
  /** Where in the configuration, joined by dots, array indices as numbers; empty for the root. */
  readonly path: string;
  /** The exact token. */
  readonly range: Range;
  /** One or two sentences: what is wrong and what to do. */
  readonly message: string;
  /** The environment variable that is missing, where one would make the finding go away. */
  readonly variable?: string;
}
