import type { EventRow, LineRow, LogRow } from '../../../src/fly/logs/rows.ts';
import type { MachineEvent } from '../../../src/fly/model.ts';

const start = Date.parse('2026-11-21T19:51:40.120Z');
const machine = '91857550b64e83';

/** A line of the app, with what matters replaced. `id` also is how many seconds after the first it was written. */
export function line(id: number, message: string, changes: Partial<LineRow> = {}): LineRow {
  const time = start + id * 1_000;
  return {
    kind: 'line',
    id,
    time,
    timestamp: new Date(time).toISOString(),
    instance: machine,
    region: 'iad',
    level: 'info',
    provider: 'app',
    message,
    raw: undefined,
    ...changes,
  };
}

/** Many lines with the texts `line <id>`, from `from` up to but without `to`. */
export function lines(from: number, to: number): LineRow[] {
  return Array.from({ length: to - from }, (_, index) => line(from + index, `line ${from + index}`));
}

/** Something that happened to the machine, as many seconds after the first line as `id` says. */
export function event(id: number, changes: Partial<MachineEvent>): EventRow {
  const time = start + id * 1_000;
  const told: MachineEvent = {
    type: 'start',
    status: 'started',
    source: 'flyd',
    timestamp: time,
    ...changes,
  };
  return { kind: 'event', id, time, machine, region: 'iad', event: told };
}

const cyan = (text: string): string => `\u001b[36m${text}\u001b[39m`;
const yellow = (text: string): string => `\u001b[33m${text}\u001b[39m`;
const runner = { provider: 'runner' } as const;

/** A machine that starts, runs OpenClaw, is in trouble, loses its connection and recovers. */
export function sampleRows(): LogRow[] {
  return [
    line(0, 'Pulling container image registry-1.docker.io/openclaw/openclaw:2026.9.6', runner),
    line(1, 'Successfully prepared image (1.84 s)', runner),
    line(2, 'Mounting /dev/vdc at /data w/ uid: 1000, gid: 1000 and chmod 0755', runner),
    event(3, {}),
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
    line(9, 'GET /healthz 200 3 ms', { provider: 'proxy', level: 'debug' }),
    line(
      11,
      `2026-11-21T19:51:51.004+00:00 ${cyan('[agent]')} run 6f1c started {"session":"main","model":"anthropic/claude-opus-4-7","channel":"discord","tokens":18233}`,
    ),
    line(12, '[telegram] using token ********** of the account “main”', {
      raw: '[telegram] using token 7114:made-up of the account “main”',
    }),
    line(
      13,
      '[telegram] getUpdates conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      { level: 'error' },
    ),
    ...troubledRows(),
  ];
}

function troubledRows(): LogRow[] {
  return [
    line(
      14,
      'Error: connect ECONNREFUSED 127.0.0.1:18789\n    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1637:16)\n    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
      { level: 'error' },
    ),
    line(15, 'Out of memory: Killed process 664 (node) total-vm:22143236kB, anon-rss:1893412kB', runner),
    event(16, { type: 'exit', status: 'stopped', exitCode: 137, oomKilled: true, restartCount: 1 }),
    { kind: 'gap', id: 17, from: start + 16_000, to: start + 146_000 },
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
