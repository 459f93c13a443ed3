/** What one run of flyctl printed. */
export interface FlyctlOutput {
  readonly stdout: Uint8Array;
  readonly stderr: string;
  readonly exitCode: number;
}

/** A flyctl command as data: what to run and how to read what it prints. */
export interface Verb<T> {
  /** Everything after the binary's name. Never holds a secret. */
  readonly args: readonly string[];
  readonly stdin?: Uint8Array;
  /** Absolute path of the folder to run in, for a command that reads files there; a neutral one when left out. */
  readonly cwd?: string;
  /** Reads of the same `args` in flight are one process; writes run one at a time per app. */
  readonly kind: 'read' | 'write';
  /** The app that a write locks and that messages name. */
  readonly app?: string;
  readonly machine?: string;
  /** Milliseconds after which the process is ended; waiting for its turn does not count. */
  readonly deadlineMs: number;
  /** Verbs of the same lane run one at a time, whatever their kind. A write's lane is its app when left out. */
  readonly lane?: string;
  /**
   * Whether `parse` is to read the output although flyctl did not end with 0. Never when left out.
   * Asked only when flyctl ended by itself.
   */
  accepts?(output: FlyctlOutput): boolean;
  /**
   * Reads the output of a run that flyctl ended with 0, or that is accepted.
   * @throws Failure `badOutput` when the shape is not the expected one.
   */
  parse(output: FlyctlOutput): T;
}

/** A flyctl command that runs until it is ended. */
export interface StreamVerb {
  readonly args: readonly string[];
  readonly app: string;
  /** Keeps standard input open, for a command that ends when it is closed: it cannot outlive this process then. */
  readonly holdsStdin?: boolean;
}

/** A running `StreamVerb`. */
export interface FlyctlStream {
  readonly stdout: AsyncIterable<Uint8Array>;
  /** Resolves when flyctl ended by itself with 0; rejects with a `Failure` otherwise (`cancelled` when aborted). */
  readonly ended: Promise<void>;
}

/** The one place that spawns flyctl. */
export interface Flyctl {
  /** @throws Failure */
  run<T>(verb: Verb<T>, options?: { readonly signal?: AbortSignal | undefined }): Promise<T>;
  /** The process tree is killed when the signal is aborted. */
  stream(verb: StreamVerb, options: { readonly signal: AbortSignal }): Promise<FlyctlStream>;
}
