import type { LogLine, LogRow } from '../../../src/shared/logs.ts';

const start = Date.parse('2026-11-21T19:51:40.120Z');

/** A line of the app, with what matters replaced. `id` also is how many seconds after the first it was written. */
export function line(id: number, text: string, changes: Partial<LogLine> = {}): LogLine {
  return {
    kind: 'line',
    id,
    time: start + id * 1_000,
    machine: '91857550b64e83',
    region: 'iad',
    level: 'info',
    provider: 'app',
    text,
    ...changes,
  };
}

/** Many lines, from `from` up to but without `to`. */
export function lines(from: number, to: number): LogLine[] {
  return Array.from({ length: to - from }, (_, index) => line(from + index, `line ${from + index}`));
}

const cyan = (text: string): string => `\u001b[36m${text}\u001b[39m`;
const yellow = (text: string): string => `\u001b[33m${text}\u001b[39m`;

/** A machine that starts, runs OpenClaw, is in trouble, loses its connection and recovers. */
export function sampleRows(): LogRow[] {
  const runner = { provider: 'runner' } as const;
  return [
    line(0, 'Pulling container image registry-1.docker.io/openclaw/openclaw:2026.9.6', runner),
    line(1, 'Successfully prepared image (1.84 s)', runner),
    line(2, 'Configuring firecracker', runner),
    line(3, 'Mounting /dev/vdc at /data w/ uid: 1000, gid: 1000 and chmod 0755'),
    line(4, '2026-11-21T19:51:44.120+00:00 [gateway] loading configuration…'),
    line(5, `2026-11-21T19:51:45.980+00:00 ${cyan('[gateway]')} starting on 0.0.0.0:3000`),
    line(6, `2026-11-21T19:51:46.102+00:00 ${cyan('[gateway]')} ready`),
    line(
      7,
      `2026-11-21T19:51:47.551+00:00 ${cyan('[discord]')} logged in as \u001b[1mlobster#4021\u001b[22m`,
    ),
    line(
      8,
      yellow(
        'Config warnings:\n- channels.discord: external plugin "discord" has no explicit trust\n- agents.entries: removed retired markers',
      ),
      { level: 'warning' },
    ),
    line(9, 'Health check on port 3000 is now passing.', { provider: 'health' }),
    line(10, 'GET /healthz 200 3 ms', { provider: 'proxy', level: 'debug' }),
    line(
      11,
      `2026-11-21T19:51:51.004+00:00 ${cyan('[agent]')} run 6f1c started {"session":"main","model":"anthropic/claude-opus-4-7","channel":"discord","tokens":18233}`,
    ),
    line(
      12,
      'Error: connect ECONNREFUSED 127.0.0.1:18789\n    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1637:16)\n    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
      { level: 'error' },
    ),
    { kind: 'gap', id: 13, from: start + 12_000, to: start + 146_000 },
    line(146, `${cyan('[gateway]')} \u001b[32mreconnected\u001b[0m after 2m 14s`),
    line(147, 'could not find a good candidate within 40 attempts at load balancing', {
      provider: 'proxy',
      level: 'error',
    }),
    line(
      148,
      `${cyan('[discord]')} message from <@104> in #general: “is the \u001b[30;43m lobster \u001b[0m awake?” 🦞`,
    ),
    line(149, `${cyan('[gateway]')} \u001b[2mevent loop delay 4 ms, heap 212 MB\u001b[0m`, {
      level: 'debug',
    }),
  ];
}
