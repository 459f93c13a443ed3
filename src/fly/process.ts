import { execa, type Options } from 'execa';

export interface ProcessRequest {
  /** Absolute path of the executable. */
  readonly file: string;
  readonly args: readonly string[];
  /** Sent to standard input, which is closed in any case. */
  readonly stdin?: Uint8Array | undefined;
  /** All of the environment. */
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Milliseconds after which the process tree is ended. */
  readonly deadlineMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** How a process ended; never an exception, the caller judges it. */
export type ProcessEnd = Printed &
  (
    | { readonly reason: 'exited'; readonly exitCode: number }
    /** It could not be started; `detail` is in the system's words. */
    | { readonly reason: 'notStarted'; readonly detail: string }
    /** It was ended: by the signal, at the deadline, for printing too much, or by somebody else. */
    | { readonly reason: 'cancelled' | 'timeout' | 'tooMuch' | 'killed' }
  );

interface Printed {
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
}

export interface RunningProcess {
  readonly stdout: AsyncIterable<Uint8Array>;
  /** `stdout` of the end is empty. */
  readonly ended: Promise<ProcessEnd>;
}

/** The most that is kept of each of standard output and error, in bytes. */
const maxOutputBytes = 16 * 1024 * 1024;
/** From the polite signal to the one that cannot be ignored. */
const graceMs = 2_000;
/** From then on, a pipe that is still open is held by a process that left the tree; nothing more is read from it. */
const pipeMs = 500;

const base = {
  encoding: 'buffer',
  reject: false,
  extendEnv: false,
  stripFinalNewline: false,
  maxBuffer: maxOutputBytes,
  // On POSIX a process group of its own, on Windows `taskkill /T /F`: what flyctl started ends with it.
  killDescendants: true,
  forceKillAfterDelay: graceMs,
} as const satisfies Options;

/** Runs a process to its end and collects its output. */
export async function runProcess(request: ProcessRequest): Promise<ProcessEnd> {
  if (request.signal?.aborted) return cancelled();
  const child = execa(request.file, request.args, { ...base, ...options(request) });
  return settle(child, request);
}

/** Starts a process and hands out its standard output as it comes; the process waits while nobody reads. */
export function startProcess(request: ProcessRequest): RunningProcess {
  if (request.signal?.aborted) return { stdout: nothing(), ended: Promise.resolve(cancelled()) };
  const buffer = { stdout: false, stderr: true } as const;
  const child = execa(request.file, request.args, { ...base, ...options(request), buffer });
  return { stdout: child.stdout, ended: settle(child, request) };
}

function options({ stdin, env, cwd, deadlineMs, signal }: ProcessRequest) {
  return {
    env,
    cwd,
    // Always a pipe that is closed: with /dev/null `ssh console` was seen to hang (OpenRouterLabs/spawn#1632).
    input: stdin ?? new Uint8Array(),
    ...(deadlineMs !== undefined && { timeout: deadlineMs }),
    ...(signal && { cancelSignal: signal }),
  };
}

/** What is used of execa's subprocess. */
interface Child extends PromiseLike<Outcome> {
  readonly stdout: { destroy(): unknown };
  readonly stderr: { destroy(): unknown };
  kill(signal: 'SIGKILL'): boolean;
}

interface Outcome {
  readonly stdout: Uint8Array | undefined;
  readonly stderr: Uint8Array | undefined;
  readonly exitCode?: number | undefined;
  readonly timedOut: boolean;
  readonly isCanceled: boolean;
  readonly isMaxBuffer: boolean;
  readonly isTerminated: boolean;
  readonly originalMessage?: string | undefined;
}

async function settle(child: Child, request: ProcessRequest): Promise<ProcessEnd> {
  const stopWaiting = afterTheEnd(request, () => {
    child.stdout.destroy();
    child.stderr.destroy();
  });
  const outcome = await child;
  stopWaiting();
  const end = endOf(outcome);
  // What the leader left behind when it was ended, e.g. a child that ignores the polite signal.
  if (end.reason !== 'exited' && end.reason !== 'notStarted') child.kill('SIGKILL');
  return end;
}

function endOf(outcome: Outcome): ProcessEnd {
  const { stdout = new Uint8Array(), stderr = new Uint8Array(), exitCode } = outcome;
  const printed = { stdout, stderr };
  if (outcome.isCanceled) return { ...printed, reason: 'cancelled' };
  if (outcome.timedOut) return { ...printed, reason: 'timeout' };
  if (outcome.isMaxBuffer) return { ...printed, reason: 'tooMuch' };
  if (outcome.isTerminated) return { ...printed, reason: 'killed' };
  if (exitCode === undefined) {
    return { ...printed, reason: 'notStarted', detail: outcome.originalMessage ?? '' };
  }
  return { ...printed, reason: 'exited', exitCode };
}

/**
 * Calls `act` when the process should long have ended, cancelled or at its deadline.
 * @returns Puts an end to that.
 */
function afterTheEnd({ deadlineMs, signal }: ProcessRequest, act: () => void): () => void {
  const wait = graceMs + pipeMs;
  const timers: NodeJS.Timeout[] = [];
  const onAbort = (): void => void timers.push(setTimeout(act, wait));
  signal?.addEventListener('abort', onAbort, { once: true });
  if (deadlineMs !== undefined) timers.push(setTimeout(act, deadlineMs + wait));
  return () => {
    signal?.removeEventListener('abort', onAbort);
    timers.forEach(clearTimeout);
  };
}

function cancelled(): ProcessEnd {
  return { reason: 'cancelled', stdout: new Uint8Array(), stderr: new Uint8Array() };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
