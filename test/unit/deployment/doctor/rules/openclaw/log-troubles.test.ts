import { describe, expect, test } from 'vitest';
import { down, facts, fixesOf, found, machine, nowMs, snapshot } from '../../openclaw-snapshots.ts';

const minute = 60_000;

function logged(minutesAgo: number, text: string) {
  return { timeMs: nowMs - minutesAgo * minute, text };
}

function entry(minutesAgo: number, message: string) {
  const of = { instance: 'd8916e2c431518', region: 'iad', level: 'info', provider: 'app' };
  return { ...of, timestamp: new Date(nowMs - minutesAgo * minute).toISOString(), message };
}

const lockWords = 'Gateway failed to start: gateway already running (pid 23869); lock timeout after 5000ms';

describe('a line of a log', () => {
  test('is told with its time, its words and what helps', () => {
    const [finding] = found(
      'log-gateway-lock',
      snapshot({ inside: { ...down, log: [logged(2, lockWords)] } }),
    );
    expect(finding).toMatchObject({
      severity: 'error',
      evidence: [{ text: `2026-11-21 19:58:00 UTC ${lockWords}`, source: 'log of the gateway' }],
    });
    expect(fixesOf(finding)).toEqual(['clearGatewayLock', 'showLogs']);
  });

  test('is told once, the newest of both logs', () => {
    const log = { data: [entry(1, `\u001B[33m${lockWords}\u001B[39m`)] };
    const found1 = found(
      'log-gateway-lock',
      snapshot({ inside: { ...down, log: [logged(2, lockWords)] }, log }),
    );
    expect(found1).toMatchObject([
      { evidence: [{ text: `2026-11-21 19:59:00 UTC ${lockWords}`, source: 'log of Fly' }] },
    ]);
  });

  test('about a start is over when the gateway was ready after it, and not before', () => {
    const over = { log: [logged(5, lockWords), logged(4, 'ready')] };
    expect(found('log-gateway-lock', snapshot({ inside: over }))).toEqual([]);
    const again = { ...down, log: [logged(5, 'ready'), logged(4, lockWords)] };
    expect(found('log-gateway-lock', snapshot({ inside: again }))).toHaveLength(1);
  });

  test('about a start is over when the gateway says how long it has run', () => {
    const log = { data: [entry(90, lockWords)] };
    expect(found('log-gateway-lock', snapshot({ inside: { log: [] }, log }))).toEqual([]);
  });

  test('about the running gateway stays, as a warning once it is up again', () => {
    const words = 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory';
    const log = { data: [entry(70, words), entry(59, '[gateway] ready')] };
    expect(found('log-heap-exhausted', snapshot({ log }))).toMatchObject([
      { severity: 'warning', link: 'https://docs.openclaw.ai/install/fly#troubleshooting' },
    ]);
    expect(found('log-heap-exhausted', snapshot({ log, inside: down }))).toMatchObject([
      { severity: 'error' },
    ]);
  });

  test('of several lines is read line by line', () => {
    const log = { data: [entry(1, 'Reaped child\n INFO Process appears to have been OOM killed!')] };
    expect(found('log-out-of-memory', snapshot({ log, inside: down }))).toHaveLength(1);
  });

  test('that announces another has it at its end', () => {
    const log = {
      data: [
        entry(1, 'Gateway failed to start: Invalid config at /data/openclaw.json:'),
        entry(1, 'openclaw.json:1 — gateway: Unrecognized key: "prot"'),
      ],
    };
    const [finding] = found('log-config-invalid', snapshot({ log, inside: down }));
    expect(finding?.evidence[0]?.text).toContain(
      'Invalid config at /data/openclaw.json: openclaw.json:1 — gateway: Unrecognized key: "prot"',
    );
  });

  test('that follows from another is not told beside it', () => {
    const blocked = 'Gateway start blocked: existing config is missing gateway.mode.';
    const unreadable = "read failed: Error: EACCES: permission denied, open '/data/openclaw.json'";
    const log = { data: [entry(1, unreadable), entry(1, blocked)] };
    const of = snapshot({ log, inside: down });
    expect(found('log-mode-missing', of)).toEqual([]);
    expect(found('log-config-not-permitted', of)).toHaveLength(1);
    expect(
      found('log-mode-missing', snapshot({ log: { data: [entry(1, blocked)] }, inside: down })),
    ).toHaveLength(1);
  });

  test('about files that may not be read is over once the gateway is ready with them', () => {
    const start = 'Gateway failed to start: Invalid config at /data/openclaw.json:';
    const reason = "<root>: read failed: Error: EACCES: permission denied, open '/data/openclaw.json'";
    const log = { data: [entry(3, start), entry(3, reason), entry(2, '[gateway] ready')] };
    for (const code of ['log-config-not-permitted', 'log-not-permitted']) {
      expect(found(code, snapshot({ log }))).toEqual([]);
    }
  });

  test('that is long is cut', () => {
    const inside = { ...down, log: [logged(1, `EACCES: permission denied${'x'.repeat(1000)}`)] };
    const [finding] = found('log-not-permitted', snapshot({ inside }));
    expect(finding?.evidence[0]?.text).toHaveLength('2026-11-21 19:59:00 UTC '.length + 301);
  });
});

test.each([
  ['machine has reached its max restart count of 10', 'log-restart-limit', ['rescue', 'showLogs']],
  [
    'Refusing to bind gateway to lan without auth.',
    'log-no-auth',
    ['setSecret OPENCLAW_GATEWAY_TOKEN', 'rescue', 'showLogs'],
  ],
  [lockWords, 'log-gateway-lock', ['clearGatewayLock', 'rescue', 'showLogs']],
])('of a stopped machine, Fly’s log tells: %s', (message, code, fixes) => {
  const stopped = machine({ state: 'stopped' });
  const of = snapshot({ inside: null, machine: stopped, log: { data: [entry(1, message)] } });
  expect(fixesOf(found(code, of)[0])).toEqual(fixes);
});

test('what Fly says of the machine itself is no error of the log', () => {
  const log = { data: [entry(1, 'machine has reached its max restart count of 10')] };
  const of = snapshot({ inside: null, machine: machine({ state: 'stopped' }), log });
  expect(found('log-restart-limit', of)).toMatchObject([{ severity: 'warning' }]);
});

test('a variable that a line names is the one that is set', () => {
  const words = 'Missing env var "SLACK_BOT_TOKEN" - feature using this value will be unavailable';
  const [finding] = found('log-env-missing', snapshot({ inside: { log: [logged(1, words)] } }));
  expect(fixesOf(finding)).toEqual(['setSecret SLACK_BOT_TOKEN', 'showLogs']);
});

test('the clock that counts is the machine’s', () => {
  const late = facts({ gateways: [620], answeringPort: 3000, nowMs: nowMs + 600 * minute });
  const log = [{ timeMs: nowMs + 500 * minute, text: lockWords }];
  const inside = { locks: { locks: [], others: [], facts: late }, log };
  expect(found('log-gateway-lock', snapshot({ inside }))).toEqual([]);
});
