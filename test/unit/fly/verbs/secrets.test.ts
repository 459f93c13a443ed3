import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import { type NewSecret, setSecrets } from '../../../../src/fly/verbs/secrets.ts';
import { parseSecrets } from '../../../flysim/cli/secrets-import.ts';

const app = 'my-openclaw';

/** The commands, and what is written to each. */
function given(
  secrets: readonly NewSecret[],
  options: { readonly stage?: boolean } = {},
): readonly string[][] {
  return setSecrets(app, secrets, options).map(({ args, stdin }) => [
    args.join(' '),
    Buffer.from(stdin ?? []).toString(),
  ]);
}

/** What Fly has after the commands, by the simulated flyctl. */
function received(secrets: readonly NewSecret[]): Record<string, string> {
  return Object.assign(
    {},
    ...setSecrets(app, secrets, {}).map(({ args, stdin }) => {
      const text = Buffer.from(stdin ?? []).toString();
      if (args[1] === 'import') return Object.fromEntries(parseSecrets(text));
      return { [String(args.at(-1)).replace(/=-$/, '')]: text.trim() };
    }),
  );
}

describe('one secret', () => {
  it.each(['plain', 'a#"b', 'a\r\nb', "'", '# not a comment'])(
    'is written to `set` as it is: %j',
    (value) => {
      expect(given([{ name: 'TOKEN', value }])).toEqual([[`secrets set -a ${app} TOKEN=-`, value]]);
    },
  );

  it.each([' spaces ', 'line\n', '\u0085'])('is imported when `set` would trim it: %j', (value) => {
    const [[command, stdin] = []] = given([{ name: 'TOKEN', value }], { stage: true });
    expect(command).toBe(`secrets import -a ${app} --stage`);
    expect(Object.fromEntries(parseSecrets(stdin ?? ''))).toEqual({ TOKEN: value });
  });
});

describe('several secrets', () => {
  const windows = 'first\r\nsecond';

  it('are imported by one command', () => {
    const pairs = { A: 'a#b', B: '"quoted"', C: "it's", D: '-----BEGIN\n# key\n-----END\n' };
    const secrets = Object.entries(pairs).map(([name, value]) => ({ name, value }));
    expect(given(secrets).map(([command]) => command)).toEqual([`secrets import -a ${app}`]);
    expect(received(secrets)).toEqual(pairs);
  });

  it('restart the machines once, with the last of the commands', () => {
    const secrets = [
      { name: 'A', value: 'a' },
      { name: 'B', value: windows },
      { name: 'C', value: windows },
    ];
    expect(given(secrets)).toEqual([
      [`secrets import -a ${app} --stage`, 'A="a"\n'],
      [`secrets set -a ${app} --stage B=-`, windows],
      [`secrets set -a ${app} C=-`, windows],
    ]);
  });
});

describe('values that flyctl would change', () => {
  it.each([
    ['empty', ''],
    ['too long', 'x'.repeat(65 * 1024)],
    ['with a NUL', 'secret\0'],
    ['half of a surrogate pair', 'secret\ud800'],
    ['trimmed by one way and cut by the other', ' secret\r\n# '],
  ])('are refused by the name of the secret, never by the value: %s', (_, value) => {
    const set = (): unknown => setSecrets(app, [{ name: 'TOKEN', value }], {});
    expect(set).toThrow(Failure);
    expect(set).toThrow(expect.objectContaining({ detail: expect.stringContaining('TOKEN') }));
    expect(set).not.toThrow(expect.objectContaining({ detail: expect.stringContaining('secret\\0') }));
  });

  it.each(['A=B', 'A B', 'A\nB', '', '1A', '-h'])('so are names that no variable has: %j', (name) => {
    expect(() => setSecrets(app, [{ name, value: 'x' }], {})).toThrow(Failure);
  });
});

describe('whatever the values are', () => {
  /** Made of what the parser treats in its own way. */
  const awkward = fc
    .array(fc.constantFrom('"', "'", '"""', '#', ' ', '\t', '\n', '\r\n', '\\', '=', '$', 'a', 'é', '\u0085'))
    .map((parts) => parts.join(''));
  const value = fc.oneof(awkward, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
  const pairs = fc.dictionary(fc.stringMatching(/^[A-Z][A-Z0-9_]{0,8}$/), value, { minKeys: 1, maxKeys: 4 });

  it('Fly has exactly them, or all are refused; none is in a command', () => {
    fc.assert(
      fc.property(pairs, (wanted) => {
        const secrets = Object.entries(wanted).map(([name, value]) => ({ name, value }));
        let verbs;
        try {
          verbs = setSecrets(app, secrets, {});
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
          return;
        }
        expect(received(secrets)).toEqual({ ...wanted });
        const words = new Set([
          'secrets',
          'set',
          'import',
          '-a',
          app,
          '--stage',
          ...secrets.map((s) => `${s.name}=-`),
        ]);
        expect(verbs.flatMap(({ args }) => args).filter((word) => !words.has(word))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a value on one line is never refused', () => {
    const oneLine = value.filter((text) => text !== '' && !/[\n\r\0]/.test(text));
    fc.assert(
      fc.property(oneLine, (text) => {
        expect(
          received([
            { name: 'A', value: text },
            { name: 'B', value: 'b' },
          ]),
        ).toEqual({ A: text, B: 'b' });
      }),
      { numRuns: 2_000 },
    );
  });
});
