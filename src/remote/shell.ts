/** What the caller of `RemoteShell.run` needs; the shell chooses a transport that can give it. */
export interface ShellOptions {
  /** Values for `$1`, `$2` … of the script. */
  readonly args?: readonly string[];
  /** Standard input of the script, any bytes. */
  readonly stdin?: Uint8Array;
  /** Milliseconds until the call fails with `timeout`. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
  /**
   * `read`: running it twice does no harm, so another transport may be tried when the result was not proven.
   * `write`: it is tried again only when it is certain that it did not start.
   */
  readonly effect: 'read' | 'write';
  /** The largest standard output to expect, in bytes; 64 KiB when left out. */
  readonly maxOutputBytes?: number;
}

/** A proven result: the script's own end marker arrived with its status. */
export interface ShellResult {
  /** Exactly the bytes that the script wrote, as UTF-8 text; notices of the transport are cut off. */
  readonly stdout: string;
  readonly stderr: string;
  /** The exit status of the script, 0 to 255. */
  readonly status: number;
  /** The name of the transport that was used. */
  readonly transport: string;
}

/** Runs POSIX shell scripts on one machine and proves what happened. The waist of the hourglass. */
export interface RemoteShell {
  /**
   * @param script A POSIX `sh` script. It reads `$1` … and standard input like any script.
   * @returns The proven result, whatever the script's status.
   * @throws Failure `unproven` when the end marker is missing, whatever the transport claims; `timeout`,
   * `cancelled`, and the transport's own kinds otherwise.
   */
  run(script: string, options: ShellOptions): Promise<ShellResult>;
}
