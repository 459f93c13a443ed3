import { expect, test } from 'vitest';
import { rules } from '../../../../../src/deployment/doctor/rules/table.ts';

/** Rows of “Troubleshooting” in OpenClaw's guide to Fly (docs/install/fly.md), and the rules that know them. */
const rows: Readonly<Record<string, readonly string[]>> = {
  'App is not listening on expected address': ['bind-loopback', 'log-not-listening'],
  'Health checks failing / connection refused': [
    'port-mismatch',
    'gateway-starting',
    'log-health-check-failed',
  ],
  'OOM / memory issues': [
    'memory-low',
    'heap-limit',
    'log-heap-exhausted',
    'log-out-of-memory',
    'log-killed',
  ],
  'Gateway lock issues': ['lock-stale', 'lock-held', 'owner-lease', 'log-gateway-lock', 'log-state-in-use'],
  'Config not being read': ['config-missing', 'config-misplaced', 'config-unreadable', 'mode-missing'],
  'Writing config via SSH': ['files-foreign-owner', 'state-dir-unwritable', 'config-misplaced'],
  'State not persisting': ['state-dir-off-volume', 'no-mount'],
};

test.each(Object.entries(rows))('the row “%s” has its rules', (_row, wanted) => {
  const codes = rules.map(({ code }) => code);
  expect(wanted.filter((code) => !codes.includes(code))).toEqual([]);
});

test('no two rules have one code', () => {
  const codes = rules.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});
