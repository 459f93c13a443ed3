import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type Flysim, startFlysim } from '../../flysim/harness.ts';
import { flyctl } from './support/flyctl.ts';

const app = 'logging';
/** What is added to this file, the main process prints. */
const feed = '${TMPDIR:-/tmp}/feed';
let flysim: Flysim;
let machine: string;

beforeAll(async () => {
  flysim = await startFlysim();
  await flysim.createApp(app);
  machine = await flysim.createMachine(app, {
    command: ['sh', '-c', `printf 'line %s\\n' 1 2 3; echo to stderr >&2; : > ${feed}; tail -f ${feed}`],
  });
  await flysim.waitForState(app, machine, 'started');
  await vi.waitFor(async () => expect((await log()).join()).toContain('to stderr'));
});
afterAll(() => flysim.stop());
afterEach(() => flysim.clearFaults());

/** The messages of one page of the log. */
async function log(...args: string[]): Promise<string[]> {
  return messages((await flyctl(flysim, ['logs', '-a', app, '--no-tail', '--json', ...args])).stdout);
}

function messages(json: string): string[] {
  return [...json.matchAll(/"message": "(.*)"/g)].map(([, message]) => message ?? '');
}

interface Tail {
  readonly child: ChildProcessByStdio<null, Readable, null>;
  messages(): string[];
}

function tail(...args: string[]): Tail {
  const child = spawn(flysim.flyctl, ['logs', '-a', app, '--json', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  return { child, messages: () => messages(stdout) };
}

function emit(line: string): Promise<unknown> {
  const script = `echo "${line}" >> ${feed}`;
  return flyctl(flysim, ['ssh', 'console', '-q', '-a', app, '-C', `sh -c '${script}'`]);
}

it('has the lines of the main process and of the runner, in order', async () => {
  const lines = await log();
  expect(lines[0]).toBe('Starting machine');
  expect(lines.filter((line) => line.startsWith('line'))).toEqual(['line 1', 'line 2', 'line 3']);
  expect(lines).toContain('to stderr');
});

it('is filtered by machine or else by region', async () => {
  expect(await log('-m', machine, '-r', 'elsewhere')).toContain('line 1');
  const child = spawn(flysim.flyctl, ['logs', '-a', app, '-r', 'fra', '-n'], { stdio: 'pipe' });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  // An empty page is polled for ever.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect({ printed, exitCode: child.exitCode }).toEqual({ printed: '', exitCode: null });
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([127, null]);
});

it('is followed, with duplicates around the start', async () => {
  const { child, messages: seen } = tail();
  await vi.waitFor(() => expect(seen()).toContain('to stderr'));
  await emit('a new line');
  await vi.waitFor(() => expect(seen().filter((line) => line === 'a new line')).toHaveLength(2));
  const page = await log();
  expect(new Set(seen())).toEqual(new Set(page));
  expect(seen().length).toBeGreaterThan(page.length);
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([127, null]);
});

it('ends with success when the stream ends, also one that is already followed', async () => {
  const { child, messages: seen } = tail();
  await vi.waitFor(() => expect(seen()).toContain('to stderr'));
  await emit('followed');
  await vi.waitFor(() => expect(seen()).toContain('followed'));
  const closed = once(child, 'close');
  await flysim.setFault('log-stream-end');
  expect(await closed).toEqual([0, null]);
  const later = tail();
  expect(await once(later.child, 'close')).toEqual([0, null]);
  expect(later.messages()).toContain('followed');
});

it('comes twice and out of order with duplicate-logs', async () => {
  await flysim.setFault('duplicate-logs');
  const lines = (await log()).filter((line) => line.startsWith('line'));
  for (const line of ['line 1', 'line 2']) {
    expect(lines.filter((each) => each === line)).toHaveLength(2);
  }
  expect(lines).not.toEqual([...lines].sort());
});
