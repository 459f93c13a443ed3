import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TomlPath, TomlValue } from '../../../../src/fly/toml/fly-toml.ts';
import { parseFlyToml } from '../../../../src/fly/toml/parse.ts';
import { apply } from './apply.ts';

const word = fc.constantFrom('app', 'env', 'a', 'b-c', 'vm', 'x y');
const text = fc.string({ unit: fc.constantFrom('a', '1', ' ', "'", '"', '\\', '\n', 'é', '#') });
const scalar: fc.Arbitrary<TomlValue> = fc.oneof(text, fc.integer(), fc.boolean());
const value: fc.Arbitrary<TomlValue> = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(word, scalar, { maxKeys: 3 }),
);
const path: fc.Arbitrary<TomlPath> = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 3 }),
  fc.tuple(word, fc.nat({ max: 2 }), word),
  fc.tuple(word, word, fc.nat({ max: 2 })),
);
const key = word.map((name) => (name.includes(' ') ? `"${name}"` : name));
const written = fc.constantFrom(
  '1',
  "'x'",
  '"y"',
  'true',
  '[1, 2,]',
  '[\n  1,\n]',
  '{ a = 1 }',
  '{}',
  '"""\nl\n"""',
);
const keys = fc.array(key, { minLength: 1, maxLength: 2 }).map((names) => names.join('.'));
const line = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('', '  '),
      keys,
      fc.constantFrom(' = ', '='),
      written,
      fc.constantFrom('', ' # why'),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom('', '# a comment', '  # another'),
);
const header = fc.oneof(
  keys.map((names) => `[${names}]`),
  keys.map((names) => `  [[${names}]] # of them`),
);
const lines = fc.oneof({ arbitrary: line, weight: 3 }, header);

/** Texts of which many are valid TOML, of every style. */
const file = fc
  .tuple(fc.array(lines, { maxLength: 9 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([all, eol, ended]) => (all.join('\n') + (ended ? '\n' : '')).replaceAll('\n', eol));

it('is there after it was set, and everything else keeps its value and its bytes', () => {
  let changes = 0;
  fc.assert(
    fc.property(file, path, value, (before, at, wanted) => {
      const toml = parseFlyToml(before);
      const edits = toml.set(at, wanted);
      if (edits.length === 0) return;
      changes += 1;
      const after = parseFlyToml(apply(before, edits));
      expect(after.valueAt(at)).toEqual(wanted);
      expect(leavesOutside(after.value, at)).toEqual(leavesOutside(toml.value, at));
      const added = edits[0]?.text ?? '';
      if (added.startsWith('\n') || added.startsWith('\r\n'))
        expect(withoutLines(after.text, added)).toContain(before);
    }),
    { numRuns: 1_500, seed: 1 },
  );
  expect(changes).toBeGreaterThan(400);
});

it('can set what a fly.toml may lack, whatever it is like', () => {
  const wanted: readonly (readonly [TomlPath, TomlValue])[] = [
    [['primary_region'], 'iad'],
    [['env', 'OPENCLAW_STATE_DIR'], '/data'],
    [['vm', 0, 'memory'], '2048mb'],
    [['http_service', 'checks', 0], { path: '/startupz', method: 'GET' }],
    [['http_service', 'processes', 0], 'app'],
    [['mounts'], { source: 'openclaw_data', destination: '/data' }],
  ];
  const parts = fc.subarray([
    "app = 'x'\n",
    '[env]\n  NODE_ENV = "production"\n',
    '[http_service]\n  internal_port = 3000\n',
    '[[vm]]\n  size = "shared-cpu-2x"\n',
    '# the end',
  ]);
  fc.assert(
    fc.property(
      parts,
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom(...wanted),
      (some, eol, [at, target]) => {
        const before = some.join('\n').replaceAll('\n', eol);
        const after = apply(before, parseFlyToml(before).set(at, target));
        expect(parseFlyToml(after).valueAt(at)).toEqual(target);
        for (const part of some) expect(after).toContain(part.trimEnd().split('\n').at(-1));
      },
    ),
    { numRuns: 300, seed: 1 },
  );
});

/** The paths of all values that are neither at the path nor on the way to it. */
function leavesOutside(tree: TomlValue, at: TomlPath, here: TomlPath = []): readonly string[] {
  const isOnTheWay = here.every((part, index) => index >= at.length || part === at[index]);
  if (isOnTheWay && here.length >= at.length) return [];
  if (typeof tree !== 'object') return [`${JSON.stringify(here)} ${JSON.stringify(tree)}`];
  return Object.entries(tree).flatMap(([name, child]) =>
    leavesOutside(child, at, [...here, Array.isArray(tree) ? Number(name) : name]),
  );
}

function withoutLines(whole: string, added: string): string {
  const start = whole.indexOf(added);
  return whole.slice(0, start) + whole.slice(start + added.length);
}
