/** What a transport needs to run one command line on a machine. */
export interface TransportRequest {
  /**
   * The command line as the machine's SSH server or exec endpoint receives it. There is no shell behind it: it is
   * split into words by shell-like quoting and executed.
   */
  readonly commandLine: string;
  /** Sent to the command, followed by end of file. */
  readonly stdin?: Uint8Array;
  /** Milliseconds after which the call is ended and fails with `timeout`. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** What came back. It proves nothing by itself: see `RemoteShell`. */
export interface TransportReply {
  /** Everything on standard output, notices of the tool included. */
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
}

/** One way to run a command line on one machine. */
export interface Transport {
  /** Shown to the user and in the log, e.g. `ssh console`. */
  readonly name: string;
  readonly takesStdin: boolean;
  /** The longest run that it can be trusted with, in milliseconds. */
  readonly maxMs: number;
  /** The largest standard output that it can be trusted with, in bytes. */
  readonly maxOutputBytes: number;
  /**
   * Runs the command line. A non-zero end of the command is not an error here.
   * @throws Failure. Kinds `untrusted`, `notInstalled`, `tunnel`, `notLoggedIn`, `forbidden`, `notFound`, `noStartedMachine`, `offline`,
   * `rateLimited` promise that the command did not start; every other kind promises nothing.
   */
  exec(request: TransportRequest): Promise<TransportReply>;
}
