import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** How much of a failed command's output is shown: npm says the cause first and its usage last, others the reverse. */
const shownLines = 20;

/** A command that ended with an error. `output` is what it printed. */
export class CommandError extends Error {
  constructor(command, reason, output) {
    super(`${command} ${reason}\n${shorten(output)}`);
    this.name = 'CommandError';
  }
}

function shorten(output) {
  const lines = output.trimEnd().split('\n');
  if (lines.length <= 2 * shownLines) return lines.join('\n');
  return [...lines.slice(0, shownLines), '…', ...lines.slice(-shownLines)].join('\n');
}

/**
 * Runs a command to its end, quietly: its output is shown only when it fails. Ending this process ends it too.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} options
 * @throws CommandError with the last lines of the output.
 */
export function run(command, args, options = {}) {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const words = [command, ...args].join(' ');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const end = () => child.kill();
  process.on('exit', end);
  return withSignals(child, () => {
    return new Promise((resolve, reject) => {
      child.on('error', (error) =>
        reject(new CommandError(words, `could not be started: ${error.message}`, '')),
      );
      child.on('close', (code, signal) => {
        process.off('exit', end);
        if (code === 0) resolve();
        else reject(new CommandError(words, `ended with ${signal ?? code}`, output));
      });
    });
  });
}

/** Passes the signals that end this process on to the child, then ends as the signal asks. */
export async function withSignals(child, wait) {
  let received;
  const forward = (signal) => {
    received = signal;
    child.kill(signal);
  };
  for (const signal of endingSignals) process.on(signal, forward);
  try {
    return await wait();
  } finally {
    for (const signal of endingSignals) process.off(signal, forward);
    if (received) process.exit(128 + constants.signals[received]);
  }
}
