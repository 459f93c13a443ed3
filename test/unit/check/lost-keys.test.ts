import { describe, expect, it } from 'vitest';
import { lostKey } from '../../../src/gateway/check/rules/syntax.ts';
import { found } from './support.ts';

describe('lostKey', () => {
  it('says that OpenClaw ignores __proto__, wherever it stands', () => {
    const text = '{"__proto__":{"a":1},"bindings":[{"__proto__":5}]}';
    expect(found(lostKey, text)).toEqual([
      'warning unknown-key@__proto__ "__proto__"',
      'warning unknown-key@bindings.0.__proto__ "__proto__"',
    ]);
  });

  it.each(['{"mcp":{"servers":{"__proto__":{}}}}', '{"nodeHost":{"mcp":{"servers":{"__proto__":{}}}}}'])(
    'refuses it as the name of a server: %s',
    (text) => {
      expect(found(lostKey, text)).toEqual([
        expect.stringMatching(/^error invalid-key@.*servers\.__proto__ "__proto__"$/),
      ]);
    },
  );

  it('has nothing against other names that objects have', () => {
    expect(found(lostKey, '{"skills":{"entries":{"constructor":{},"toString":{}}}}')).toEqual([]);
  });
});
