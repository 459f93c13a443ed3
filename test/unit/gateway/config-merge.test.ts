import JSON5 from 'json5';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeGatewayRewrite } from '../../../src/gateway/config-merge.ts';

const base = '// ours\n{ "gateway": { "mode": "local" }, "meta": { "lastTouchedVersion": "2026.9.5" } }\n';
const theirs = JSON.stringify(
  {
    meta: { lastTouchedVersion: '2026.9.6', migrations: { modelPolicyAllowlist: true } },
    gateway: { mode: 'local' },
  },
  null,
  2,
);

describe('a rewrite by the gateway', () => {
  test('that only touches meta is put into mine, with my comments and formatting', () => {
    const mine = `// ours\n{\n    "gateway": { "mode": "local", "port": 3000 }, // mine\n    "meta": { "lastTouchedVersion": "2026.9.5" }\n}\n`;
    const merge = mergeGatewayRewrite({ base, mine, theirs });
    if (merge.kind !== 'merged') throw new Error(merge.kind);
    expect(merge.text).toContain('// ours\n{\n    "gateway": { "mode": "local", "port": 3000 }, // mine\n');
    expect(merge.text).toContain('\n        "lastTouchedVersion": "2026.9.6",\n');
    expect(JSON5.parse(merge.text)).toEqual({
      gateway: { mode: 'local', port: 3000 },
      meta: JSON5.parse(theirs).meta,
    });
  });

  test('that adds meta to a file without is put into mine', () => {
    const without = '{\n\t// nothing yet\n\t"gateway": { "mode": "local" }\n}\r\n';
    const merge = mergeGatewayRewrite({ base: without, mine: `\uFEFF${without}`, theirs });
    if (merge.kind !== 'merged') throw new Error(merge.kind);
    expect(merge.text.startsWith('\uFEFF{\n\t// nothing yet\n')).toBe(true);
    expect(JSON5.parse(merge.text)).toEqual(JSON5.parse(theirs));
  });

  test.each([
    ['that only formats anew', base, JSON.stringify(JSON5.parse(base))],
    ['to what I have, too', theirs, theirs],
  ])('%s leaves mine as it is', (_name, mine, now) => {
    const changed = mine.replace('"local"', '"remote"');
    expect(mergeGatewayRewrite({ base, mine: changed, theirs: now })).toEqual({
      kind: 'merged',
      text: changed,
    });
  });

  test.each([
    ['changes something else, too', base, theirs.replace('local', 'remote')],
    ['changes a meta that I changed', base.replace('9.5', '9.4'), theirs],
    ['cannot be read', base, theirs.slice(0, -3)],
    ['meets a text of mine that cannot be read', base.slice(0, -4), theirs],
  ])('that %s is a conflict', (_name, mine, now) => {
    expect(mergeGatewayRewrite({ base, mine, theirs: now })).toEqual({ kind: 'conflict' });
  });

  test('never loses a value of mine, nor a note of the gateway', () => {
    const config = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }));
    fc.assert(
      fc.property(config, config, config, fc.boolean(), (before, now, notes, isJson5) => {
        const text = JSON.stringify({ ...before, meta: 1 });
        const mine = isJson5
          ? JSON5.stringify({ ...now, meta: 1 })
          : JSON.stringify({ ...now, meta: 1 }, null, 2);
        const merge = mergeGatewayRewrite({
          base: text,
          mine,
          theirs: JSON.stringify({ ...before, meta: notes }),
        });
        if (merge.kind === 'merged')
          expect(JSON5.parse(merge.text)).toEqual(JSON.parse(JSON.stringify({ ...now, meta: notes })));
        else expect(isJson5).toBe(true);
      }),
    );
  });
});
