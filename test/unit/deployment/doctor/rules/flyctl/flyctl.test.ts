import { expect, it } from 'vitest';
import { Failure } from '../../../../../../src/core/errors.ts';
import { flyctlRules } from '../../../../../../src/deployment/doctor/rules/flyctl.ts';
import type { FlyctlFacts, Snapshot } from '../../../../../../src/deployment/doctor/snapshot.ts';
import { standard, standardToml } from '../../snapshots.ts';
import { type Shown, shown } from '../fly/shown.ts';

const flyctl = (changes: Partial<FlyctlFacts>): Snapshot =>
  standard({ flyctl: { ...standard().flyctl, ...changes } });
const version = (number: string): Snapshot =>
  flyctl({ binary: { data: { path: '/usr/bin/flyctl', version: number } } });
const failure = (kind: Failure['kind'], detail: string): { readonly failure: Failure } => ({
  failure: new Failure(kind, { detail }),
});

const rows: readonly (readonly [string, Snapshot, Shown])[] = [
  [
    'flyctl-missing',
    flyctl({ binary: failure('notInstalled', '/usr/bin/flyctl: not there') }),
    {
      severity: 'error',
      evidence: ['where it was looked for: /usr/bin/flyctl: not there'],
      fixes: [
        'Choose flyctl…: pickFlyctl',
        'Where it was looked for: whereLooked',
        'How to install it: https://fly.io/docs/flyctl/install/',
      ],
    },
  ],
  [
    'flyctl-version',
    version('0.4.79'),
    {
      severity: 'warning',
      evidence: ['/usr/bin/flyctl: flyctl 0.4.79'],
      fixes: ['How to install it: https://fly.io/docs/flyctl/install/'],
    },
  ],
  [
    'flyctl-version',
    version('0.4.88'),
    { severity: 'info', evidence: ['/usr/bin/flyctl: flyctl 0.4.88'], fixes: [] },
  ],
  [
    'flyctl-version',
    version('2026.11.2'),
    { severity: 'info', evidence: ['/usr/bin/flyctl: flyctl 2026.11.2'], fixes: [] },
  ],
  [
    'flyctl-several',
    flyctl({ others: [{ path: '/opt/bin/fly', version: '0.4.70' }] }),
    {
      severity: 'warning',
      evidence: ['/usr/bin/flyctl: flyctl 0.4.87', '/opt/bin/fly: flyctl 0.4.70'],
      fixes: ['Choose flyctl…: pickFlyctl', 'Where it was looked for: whereLooked'],
    },
  ],
  [
    'not-signed-in',
    flyctl({ account: failure('notLoggedIn', 'no access token available.') }),
    { severity: 'error', evidence: ['flyctl: no access token available.'], fixes: ['Sign In: signIn'] },
  ],
  [
    'limited-token',
    standard({
      secrets: failure('forbidden', 'not authorized to access this app'),
      volumes: failure('forbidden', ''),
    }),
    {
      severity: 'warning',
      evidence: ['volumes: forbidden', 'secrets: not authorized to access this app'],
      fixes: ['Sign In: signIn'],
    },
  ],
  [
    'environment-token',
    flyctl({ tokenVariable: 'FLY_API_TOKEN' }),
    { severity: 'info', evidence: ['environment: FLY_API_TOKEN is set'], fixes: [] },
  ],
  [
    'tunnel-trouble',
    standard({
      inside: null,
      inspection: failure('tunnel', 'tunnel unavailable: failed probing "personal"'),
    }),
    {
      severity: 'warning',
      evidence: ['flyctl: tunnel unavailable: failed probing "personal"'],
      fixes: ['Restart the agent: agent restart'],
    },
  ],
  [
    'toml-broken',
    standard({ toml: standardToml.replace('"iad"', '"iad') }),
    {
      severity: 'error',
      evidence: ['fly.toml: 3: primary_region = "iad', 'TOML: Unterminated string constant'],
      marks: 'primary_region = "iad',
      fixes: [],
    },
  ],
];

it.each(rows)('%s', (code, snapshot, expected) => {
  expect(shown(code, snapshot)).toEqual([expected]);
});

it('has a case for every rule', () => {
  const tested = new Set(rows.map(([code]) => code));
  expect(flyctlRules.map(({ code }) => code).filter((code) => !tested.has(code))).toEqual([]);
});

it.each(['0.4.80', '0.4.87'])('has nothing against flyctl %s', (number) => {
  expect(shown('flyctl-version', version(number))).toEqual([]);
});

it('a file that is broken is no reason for others to speak', () => {
  const broken = standard({ toml: standardToml.replace('"iad"', '"iad') });
  expect(shown('no-mount', broken)).toEqual([]);
  expect(shown('drift-env', broken)).toEqual([]);
});
