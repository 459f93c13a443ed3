import { describe, expect, test } from 'vitest';
import { compareVersions } from '../../../../../../src/deployment/doctor/rules/openclaw/version.ts';
import provenance from '../../../../../../schemas/provenance.json' with { type: 'json' };
import { knownVersion } from '../../../../../../src/gateway/check/known-version.ts';
import {
  codes,
  fixesOf,
  found,
  guideConfig,
  inspection,
  marked,
  snapshot,
  textOf,
} from '../../openclaw-snapshots.ts';

test('the newest known version is that of the bundled schema', () => {
  expect(knownVersion).toBe(provenance.openclaw);
});

describe('the version', () => {
  test('is worth a note when it is old', () => {
    expect(found('version-old', snapshot({ inside: { version: '2026.7.35' } }))).toMatchObject([
      {
        severity: 'info',
        title: 'OpenClaw 2026.7.35 is older than 2026.9.6',
        evidence: [{ text: '2026.7.35, 2 months behind 2026.9.6' }],
      },
    ]);
    expect(codes(snapshot({ inside: { version: '2026.10.1' } }))).toEqual([]);
  });

  test('is worth a note when it is not known', () => {
    const { version, ...unknown } = inspection();
    expect(version).toBe('2026.9.6');
    expect(codes({ ...snapshot(), inspection: { data: unknown } })).toEqual(['info version-unknown']);
  });

  test('must not be older than the one that wrote the configuration', () => {
    const config = { ...guideConfig, meta: { lastTouchedVersion: '2026.9.6' } };
    const [finding] = found('version-downgrade', snapshot({ config, inside: { version: '2026.7.35' } }));
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(marked(textOf(config), finding)).toBe('"2026.9.6"');
    expect(fixesOf(finding)).toEqual(['configHistory']);
    expect(found('version-downgrade', snapshot({ config }))).toEqual([]);
  });

  test.each([
    ['2026.9.6', '2026.10.1', -1],
    ['2026.9.6', '2026.9.6', 0],
    ['2026.7.1-2', '2026.7.1', 0],
    ['2027.1.0', '2026.12.31', 1],
    ['main', '2026.9.6', 0],
  ])('%s compared with %s', (one, other, sign) => {
    expect(Math.sign(compareVersions(one, other))).toBe(sign);
  });
});
