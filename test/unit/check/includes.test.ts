import { describe, expect, it } from 'vitest';
import { includeValue } from '../../../src/gateway/check/rules/includes.ts';
import { found } from './support.ts';

const include = (names: unknown) => JSON.stringify({ gateway: { $include: names } });

describe('includeValue', () => {
  it.each([
    './gateway.json5',
    'sub/gateway.json5',
    'a/../gateway.json5',
    '/data/gateway.json5',
    'openclaw.json5',
  ])('takes the file %s', (name) => {
    expect(found(includeValue, include(name)).filter((finding) => finding.startsWith('error'))).toEqual([]);
  });

  it.each([
    ['an empty name', ''],
    ['the folder itself', './'],
    ['an address', 'https://example.com/gateway.json5'],
    ['a variable, which is not replaced here', './${NAME}.json5'],
    ['the home folder, which is not known here', '~/gateway.json5'],
    ['a character that no name has', 'a\0b'],
    ['a name that is too long', 'a'.repeat(4096)],
    ['the configuration itself', './openclaw.json'],
  ])('refuses %s', (_what, name) => {
    const [finding, ...others] = found(includeValue, include(name));
    expect(finding).toMatch(/^error invalid-value@gateway\.\$include /);
    expect(others).toEqual([]);
  });

  it.each([[5], [null], [{}], [['a.json5', 5]]])('refuses %j, which is no name', (names) => {
    expect(found(includeValue, include(names))).toHaveLength(1);
  });

  it('marks the name in a list', () => {
    expect(found(includeValue, include(['a.json5', '']))).toEqual([
      'error invalid-value@gateway.$include.1 ""',
    ]);
  });

  it.each(['../gateway.json5', 'a/../../gateway.json5', '/etc/openclaw.json5'])(
    'refuses %s, which is outside',
    (name) => {
      expect(found(includeValue, include(name))).toEqual([
        `error include-outside@gateway.$include "${name}"`,
      ]);
    },
  );

  it('only warns of a path whose folder may be the right one', () => {
    expect(found(includeValue, include('/data/a.json5'))).toEqual([
      'warning include-outside@gateway.$include "/data/a.json5"',
    ]);
  });

  it('only warns when the machine may allow other folders', () => {
    const deployment = { secrets: [], env: ['OPENCLAW_INCLUDE_ROOTS'], hostnames: [] };
    expect(found(includeValue, include('../a.json5'), { deployment })).toEqual([
      'warning include-outside@gateway.$include "../a.json5"',
    ]);
  });
});
