import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Envelope, type Opened, seal } from '../../../src/remote/envelope.ts';
import { splitWords } from './split-words.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

/** Runs the command line as a server without a shell does. */
function execute(envelope: Envelope, stdin: Uint8Array = Buffer.alloc(0)): Buffer {
  const [command = '', ...args] = splitWords(envelope.commandLine);
  return spawnSync(command, args, { input: stdin, maxBuffer: 64 * 1024 * 1024 }).stdout;
}

function run(script: string, args: readonly string[] = [], stdin?: Uint8Array): Opened | undefined {
  const envelope = seal(script, args);
  return envelope.open(execute(envelope, stdin));
}

const opened = (text: string, status = 0): Opened => ({ stdout: Buffer.from(text), status });

describe('the command line', () => {
  test('is three words, the last in one pair of single quotes and without a backslash', () => {
    const { commandLine } = seal(`echo "it's" \\$1`, ["o'clock"]);
    expect(commandLine).toMatch(/^sh -c '[^'\\]*'$/);
    expect(splitWords(commandLine)).toHaveLength(3);
  });

  test('refuses what does not fit into a command line of Windows', () => {
    expect(() => seal(`: ${'x'.repeat(23 * 1024)}`)).toThrow(RangeError);
    expect(seal(`: ${'x'.repeat(20 * 1024)}`).commandLine.length).toBeLessThan(32_767);
  });
});

describe('a script in an envelope', () => {
  test('gets its arguments and its standard input, and returns exactly what it writes', () => {
    const text = fc.string({ unit: 'grapheme' }).map((raw) => raw.replaceAll('\0', ''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), fc.uint8Array({ maxLength: 4096 }), (args, stdin) => {
        const result = run(`printf '%s\\0' "$@"; cat`, args, stdin);
        const list = args.length === 0 ? '\0' : args.map((arg) => `${arg}\0`).join('');
        expect(result).toEqual({ stdout: Buffer.concat([Buffer.from(list), stdin]), status: 0 });
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['ends with exit', 'echo a; exit 7', opened('a\n', 7)],
    ['fails at its last command', 'echo a; false', opened('a\n', 1)],
    ['is stopped by set -e', 'set -e; echo a; false; echo b', opened('a\n', 1)],
    ['kills itself', 'echo a; kill -9 $$', opened('a\n', 137)],
    ['has no final newline', 'printf a', opened('a')],
    ['prints nothing', ':', opened('')],
    ['closes standard output', 'echo a; exec >&-', opened('a\n')],
    ['has a trap', 'trap "echo t" EXIT; echo a; exit 3', opened('a\nt\n', 3)],
    ['ends with a comment', 'echo a # b', opened('a\n')],
  ])('that %s is proven', (_, script, expected) => {
    expect(run(script)).toEqual(expected);
  });

  test('that does not parse is proven to have failed', () => {
    const result = run('if then');
    expect(result?.status).toBeGreaterThan(0);
    expect(result?.stdout).toHaveLength(0);
  });

  test('may write megabytes of any bytes', () => {
    const bytes = randomBytes(3 * 1024 * 1024);
    expect(bytes.equals(run('cat', [], bytes)?.stdout ?? Buffer.alloc(0))).toBe(true);
  });
});

describe('what is around the output', () => {
  const envelope = seal('printf "one\\ntwo"');
  const output = execute(envelope);

  test('notices before and after it are cut off', () => {
    const noisy = Buffer.concat([
      Buffer.from('No machine specified, using e1 in region ams'),
      output,
      Buffer.from('bye'),
    ]);
    expect(envelope.open(noisy)).toEqual(opened('one\ntwo'));
  });

  test('nothing is proven when any part of it is missing', () => {
    for (let length = 0; length < output.length; length += 1) {
      expect(envelope.open(output.subarray(0, length))).toBeUndefined();
    }
    expect(envelope.open(output.subarray(1))).toBeUndefined();
  });

  test('the markers of another run prove nothing', () => {
    expect(seal('printf "one\\ntwo"').open(output)).toBeUndefined();
  });
});
