import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogReader } from '../../../../src/fly/logs/reader.ts';
import type { LogEntry } from '../../../../src/fly/model.ts';
import { cut, flyctlObject, logEntry, printed } from './fixtures.ts';

function readAll(chunks: readonly Uint8Array[]): LogEntry[] {
  const reader = new LogReader();
  return chunks.flatMap((chunk) => reader.push(chunk).flat());
}

function readText(text: string, ...positions: number[]): LogEntry[] {
  return readAll(cut(text, positions));
}

/** Text that is hard on a reader: braces, quotes, line breaks, ANSI escapes, characters of several bytes. */
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('{', '}', '"', '\\', '\n', '\r', '    ', '<', '\u001b[31m', 'é', '漢', '🦞'),
  }),
  fc.constantFrom('\n}\n', '{\n    "level": "', '}\n{', '\\"}'),
);

const entries = fc.array(
  fc.record({
    timestamp: fc.constantFrom('2026-11-21T19:51:45Z', '2026-11-21T19:51:45.123456789Z'),
    instance: nasty,
    region: fc.constantFrom('iad', 'nrt', ''),
    level: fc.constantFrom('info', 'error', ''),
    provider: fc.constantFrom('app', 'runner', 'proxy'),
    message: nasty,
  }),
  { maxLength: 8 },
);

const positions = fc.array(fc.nat({ max: 20_000 }), { maxLength: 40 });

describe('LogReader', () => {
  it('reads what flyctl prints, wherever it is cut', () => {
    fc.assert(
      fc.property(entries, positions, (written, at) => {
        expect(readAll(cut(printed(written), at))).toEqual(written);
      }),
    );
  });

  it('reads objects on one line too, wherever they are cut', () => {
    const separator = fc.constantFrom('', '\n', ' ', '\r\n');
    fc.assert(
      fc.property(entries, separator, positions, (written, between, at) => {
        const text = written.map((entry) => JSON.stringify(flyctlObject(entry)) + between).join('');
        expect(readAll(cut(text, at))).toEqual(written);
      }),
    );
  });

  it('hands out an entry with the very byte that completes it', () => {
    const text = printed([logEntry()]);
    const bytes = new TextEncoder().encode(text.trimEnd());
    const reader = new LogReader();
    const early = [...bytes.subarray(0, -1)].flatMap((byte) => reader.push(Uint8Array.of(byte)).flat());
    expect(early).toEqual([]);
    expect(reader.push(bytes.subarray(-1))).toEqual([[logEntry()]]);
  });

  describe('a broken object costs that object only', () => {
    const first = logEntry({ message: 'before' });
    const second = logEntry({ message: 'after' });
    const object = printed([logEntry({ message: 'broken' })]);

    it('when it is cut off anywhere and the next one follows', () => {
      fc.assert(
        fc.property(fc.nat({ max: object.length - 3 }), positions, (length, at) => {
          const text = printed([first]) + object.slice(0, length) + printed([second]);
          expect(readAll(cut(text, at))).toEqual([first, second]);
        }),
      );
    });

    it('when it is not JSON inside', () => {
      const broken = object.replace('"level": "info"', '"level": info');
      expect(readText(printed([first]) + broken + printed([second]), 300)).toEqual([first, second]);
    });

    it('when one line of compact output is cut off', () => {
      const line = (entry: LogEntry): string => `${JSON.stringify(flyctlObject(entry))}\n`;
      for (const length of [1, 12, 40, 60, 120]) {
        const text = line(first) + line(logEntry()).slice(0, length) + '\n' + line(second);
        expect(readText(text, 250), `cut after ${length}`).toEqual([first, second]);
      }
    });

    it('when other text stands between the objects', () => {
      const text = `Warning: {x}\n${printed([first])}panic: { oh\n  no\n${printed([second])}`;
      expect(readText(text, 5, 30)).toEqual([first, second]);
    });

    it('when it is valid JSON but no log entry', () => {
      expect(readText(`{"error":"x"}\n{\n    "level": 3\n}\n${printed([second])}`)).toEqual([second]);
    });
  });

  it('tells where an object could not be read', () => {
    const lines = ['a', 'broken', 'b'].map((message) => printed([logEntry({ message })]));
    const text = lines.join('').replace('"broken"', 'broken');
    const [bytes = new Uint8Array()] = cut(text, []);
    expect(new LogReader().push(bytes)).toEqual([[logEntry({ message: 'a' })], [logEntry({ message: 'b' })]]);
  });

  it('forgets text that never ends, and reads on', () => {
    const reader = new LogReader();
    const endless = new TextEncoder().encode(`{\n    "message": "${'x'.repeat(1024 * 1024)}`);
    const found = Array.from({ length: 5 }, () => reader.push(endless)).flat();
    expect(found).toEqual([[], [], [], [], [], []]);
    expect(reader.push(new TextEncoder().encode(printed([logEntry()]))).flat()).toEqual([logEntry()]);
  });

  it('reads a message of several megabytes', () => {
    const long = logEntry({ message: '漢\n"'.repeat(400_000) });
    expect(readText(printed([long, logEntry()]), 1_000_000)).toEqual([long, logEntry()]);
  });

  it('reads objects with keys in another order, or with others', () => {
    const reversed = (object: object): object => Object.fromEntries(Object.entries(object).reverse());
    const text = JSON.stringify(reversed({ ...flyctlObject(logEntry()), added: {} }), undefined, 4);
    expect(readText(`${text}\n${printed([logEntry()])}`, 100)).toEqual([logEntry(), logEntry()]);
  });

  it('takes the words of a proxy error where the message is empty', () => {
    const object = { ...flyctlObject(logEntry({ message: '', provider: 'proxy' })) };
    const text = JSON.stringify(object, undefined, 4).replace(
      '"Message": ""',
      '"Message": "could not find a machine"',
    );
    expect(readText(text)).toEqual([logEntry({ message: 'could not find a machine', provider: 'proxy' })]);
  });

  it('falls back to the instance and region of the metadata', () => {
    const text = '{"timestamp":"2026-11-21T19:51:45Z","message":"m","meta":{"Instance":"i","Region":"r"}}';
    expect(readText(text)).toEqual([
      {
        timestamp: '2026-11-21T19:51:45Z',
        instance: 'i',
        region: 'r',
        level: '',
        provider: '',
        message: 'm',
      },
    ]);
  });
});
