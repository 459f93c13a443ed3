import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { identify } from '../../../src/fly/identity.ts';

function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/flyctl/version/${name}`, import.meta.url), 'utf8');
}

describe('identify', () => {
  it.each([
    ['flyctl.json.txt', '0.4.87'],
    ['flyctl.txt', '0.4.87'],
    ['fly-alias.txt', '0.2.103'],
  ])('knows flyctl by %s', (file, version) => {
    expect(identify(fixture(file))).toEqual({ kind: 'flyctl', version });
  });

  it('is not disturbed by notices around the version', () => {
    expect(identify(`A notice.\n${fixture('flyctl.json.txt')}Warning: metrics\n`)).toMatchObject({
      kind: 'flyctl',
    });
  });

  it('knows the fly of Concourse CI', () => {
    expect(identify(fixture('concourse.txt'))).toEqual({ kind: 'concourse' });
  });

  it.each(['', '7.9.1\n', '{"Version":"1.2.3"}\n', 'flyway v9.0.0\n'])(
    'does not take %j for flyctl',
    (printed) => {
      expect(identify(printed)).toMatchObject({ kind: 'unknown' });
    },
  );
});
