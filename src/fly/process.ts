import type { Readable } from 'node:stream';
import { execa, type Options } from 'execa';

export interface ProcessRequest {
  /** Absolute path of the executable. */
  readonly file: string;
  readonly args: readonly string[];
  /** Sent to standard input, which is closed after it. */
  readonly stdin?: Uint8Array | undefined;
  /** Leaves standard input open until the process ends; nothing is sent. */
  readonly holdsStdin?: boolean | undefined;
  /** All of the environment. */
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Milliseconds after which the process tree is ended. */
  readonly deadlineMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** How a process ended; never an exception, the caller judges it. */
export type ProcessEnd = Ending & { readonly stdout: Uint8Array; readonly stderr: Uint8Array };

type Ending =
  | { readonly reason: 'exited'; readonly exitCode: number }
  /** It could not be started; `detail` is in the system's words. */
  | { readonly reason: 'notStarted'; readonly detail: string }
  /** It was ended: by the signal, at the deadline, for printing too much, or by somebody else. */
  | { readonly reason: 'cancelled' | 'timeout' | 'tooMuch' | 'killed' };

export interface RunningProcess {
  readonly stdout: AsyncIterable<Uint8Array>;
  /** `stdout` of the end is empty. */
  readonly ended: Promise<ProcessEnd>;
}

/** Of standard output; a process that prints more is ended. */
const maxOutputBytes = 16 * 1024 * 1024;
/** Of standard error, whose end says what went wrong; what came before is dropped. */
const maxErrorBytes = 1024 * 1024;
/** From the polite signal to the one that cannot be ignored. */
const graceMs = 2_000;
/** From then on, a pipe that is still open is held by a process that left the tree; nothing more is read from it. */
const pipeMs = 500;

/** Runs a process to its end and collects its output. */
export async function runProcess(request: ProcessRequest): Promise<ProcessEnd> {
  const flood = new AbortController();
  const signals = [flood.signal, ...(request.signal ? [request.signal] : [])];
  const { stdout, ended } = startProcess({ ...request, signal: AbortSignal.any(signals) });
  const [collected, end] = await Promise.all([collect(stdout, () => flood.abort()), ended]);
  return { ...end, ...(flood.signal.aborted && { reason: 'tooMuch' }), stdout: collected };
}

/** Starts a process and hands out its standard output as it comes; the process waits while nobody reads. */
export function startProcess(request: ProcessRequest): RunningProcess {
  if (request.signal?.aborted) return { stdout: nothing(), ended: Promise.resolve(cancelled) };
  const child = execa(request.file, request.args, options(request));
  return { stdout: untilBroken(child.stdout), ended: settle(child, request) };
}

function options({ stdin, holdsStdin, env, cwd, deadlineMs, signal }: ProcessRequest) {
  return {
    env,
    cwd,
    extendEnv: false,
    // Always a pipe, as a rule a closed one: with /dev/null `ssh console` was seen to hang (OpenRouterLabs/spawn#1632).
    ...(!holdsStdin && { input: stdin ?? new Uint8Array() }),
    encoding: 'buffer',
    // What execa collects becomes part of an error message, which takes seconds for megabytes.
    buffer: false,
    reject: false,
    // On POSIX a process group of its own, on Windows `taskkill /T /F`: what flyctl started ends with it.
    killDescendants: true,
    forceKillAfterDelay: graceMs,
    ...(deadlineMs !== undefined && { timeout: deadlineMs }),
    ...(signal && { cancelSignal: signal }),
  } as const satisfies Options;
}

/** What is used of execa's subprocess. */
interface Child extends PromiseLike<Outcome> {
  readonly stdout: Readable;
  readonly stderr: Readable;
  kill(signal: 'SIGKILL'): boolean;
}

interface Outcome {
  readonly exitCode?: number | undefined;
  readonly timedOut: boolean;
  readonly isCanceled: boolean;
  readonly isTerminated: boolean;
  readonly originalMessage?: string | undefined;
}

async function settle(child: Child, request: ProcessRequest): Promise<ProcessEnd> {
  const stopWaiting = afterTheEnd(request, () => {
    child.stdout.destroy();
    child.stderr.destroy();
  });
  const [stderr, outcome] = await Promise.all([collectLast(child.stderr), child]);
  stopWaiting();
  const end = { ...endOf(outcome), stdout: new Uint8Array(), stderr };
  // What the leader left behind when it was ended, e.g. a child that ignores the polite signal.
  if (end.reason !== 'exited' && end.reason !== 'notStarted') child.kill('SIGKILL');
  return end;
}

function endOf(outcome: Outcome): Ending {
  if (outcome.isCanceled) return { reason: 'cancelled' };
  if (outcome.timedOut) return { reason: 'timeout' };
  if (outcome.isTerminated) return { reason: 'killed' };
  if (outcome.exitCode !== undefined) return { reason: 'exited', exitCode: outcome.exitCode };
  return { reason: 'notStarted', detail: outcome.originalMessage ?? '' };
}

/** Everything on the stream, or what there is when it becomes too much. */
async function collect(stream: AsyncIterable<Uint8Array>, tooMuch: () => void): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size <= maxOutputBytes) continue;
    tooMuch();
    break;
  }
  return Buffer.concat(chunks);
}

/** The end of what is on the stream. */
async function collectLast(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of untilBroken(stream)) {
    chunks.push(chunk);
    size += chunk.length;
    while (size > maxErrorBytes && chunks.length > 1) size -= chunks.shift()?.length ?? 0;
  }
  return Buffer.concat(chunks);
}

/** A stream that is destroyed, when its process is ended or could not be started, just ends. */
async function* untilBroken(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch {
    // How the process ended tells why.
  }
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

const cancelled: ProcessEnd = { reason: 'cancelled', stdout: new Uint8Array(), stderr: new Uint8Array() };

async function* nothing(): AsyncGenerator<Uint8Array> {}
