import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/errors.ts';
import { machines } from '../../../src/fly/generated/validators.mjs';
import { firstJson } from '../../../src/fly/json.ts';
import { hasJson, readJson, time } from '../../../src/fly/parse.ts';

function printed(stdout: string) {
  return { stdout: Buffer.from(stdout), stderr: '', exitCode: 0 };
}

const notices = fc.constantFrom(
  '',
  'Update available 0.4.1 -> 0.4.87.\n',
  '[info] hello {you}\n',
  'a "quote\n',
);

describe('firstJson', () => {
  it('finds the value that flyctl printed, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.object(), fc.array(fc.jsonValue())),
        notices,
        notices,
        (value, before, after) => {
          const text = JSON.stringify(value, undefined, 4);
          expect(firstJson(`${before}${text}\n${after}`)).toEqual(JSON.parse(text));
        },
      ),
    );
  });

  it('takes the first of several values', () => {
    expect(firstJson('{\n    "id": "a"\n}\n{\n    "id": "b"\n}\n')).toEqual({ id: 'a' });
  });

  it('takes null for a value: flyctl prints it for an empty list', () => {
    expect(firstJson('null\n')).toBeNull();
  });

  it('does not take a part of a value that is cut off for the whole', () => {
    const text = JSON.stringify([{ id: 'a', config: { env: {} } }, { id: 'b' }], undefined, 4);
    for (let length = 0; length < text.length; length++) {
      expect(() => firstJson(text.slice(0, length))).toThrow(SyntaxError);
    }
  });
});

describe('readJson', () => {
  it('names what is wrong when the shape is not the expected one', () => {
    const read = (): unknown =>
      readJson(printed('[{"id": "d89", "config": {"guest": {"cpus": "2"}}}]'), machines);
    expect(read).toThrow(Failure);
    expect(read).toThrow('badOutput: /0/config/guest/cpus must be float64 or null');
  });

  it('names what was printed instead of JSON', () => {
    expect(() => readJson(printed('Usage: flyctl machine list\n'), machines)).toThrow(
      'badOutput: no complete JSON: Usage: flyctl machine list',
    );
  });

  it('tolerates keys that it does not know', () => {
    expect(readJson(printed('[{"id": "d89", "new_key": {"x": 1}}]'), machines)).toHaveLength(1);
  });
});

describe('hasJson', () => {
  it.each([
    ['{"personal": "Me"}\n', true],
    ['', false],
    ['{"personal": ', false],
    ['Error: no\n', false],
  ])('of %j is %s', (text, expected) => {
    expect(hasJson(printed(text))).toBe(expected);
  });
});

describe('time', () => {
  it("is empty for Go's zero time and for none", () => {
    expect(['0001-01-01T00:00:00Z', '', null, undefined].map(time)).toEqual(['', '', '', '']);
    expect(time('2026-11-21T19:51:45Z')).toBe('2026-11-21T19:51:45Z');
  });
});
