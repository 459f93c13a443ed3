import type { Failure } from '../../core/errors.ts';
import { explain } from '../../core/explain.ts';
import type { LogRow as SessionRow } from '../../fly/logs/session.ts';
import type { LogState } from '../../fly/logs/tail.ts';
import { type LogLevel, type LogRow, type LogStatus, logSteps } from '../../shared/logs.ts';

/** How the view shows a row. */
export function presentRow(row: SessionRow): LogRow {
  if (row.kind === 'gap') return { kind: 'gap', id: row.id, from: timeOf(row.from), to: timeOf(row.to) };
  return {
    kind: 'line',
    id: row.id,
    time: timeOf(row.timestamp),
    machine: row.instance,
    region: row.region,
    level: levelOf(row.level),
    provider: row.provider,
    text: row.message.replace(/[\r\n]+$/, '').replace(/\r\n?/g, '\n'),
  };
}

/** How the view shows a state. `now` in milliseconds since the epoch. */
export function presentState(state: LogState, now: number): LogStatus {
  switch (state.kind) {
    case 'connecting':
    case 'live':
      return { kind: state.kind };
    case 'reconnecting':
      return { kind: 'reconnecting', inMs: Math.max(0, state.at - now), ...reasonOf(state.failure) };
    case 'ended': {
      const { sentence, steps } = explain(state.failure);
      return { kind: 'ended', reason: sentence, steps: logSteps.filter((step) => steps.includes(step)) };
    }
  }
}

/** flyctl that was ended from outside did not fail. */
function reasonOf(failure: Failure | undefined): { reason?: string } {
  return failure && failure.kind !== 'cancelled' ? { reason: explain(failure).sentence } : {};
}

function timeOf(timestamp: string): number {
  const time = Date.parse(timestamp);
  return Number.isNaN(time) ? 0 : time;
}

/** Fly passes on the words of many loggers; an unknown one is nothing to worry about. */
function levelOf(word: string): LogLevel {
  if (/^(err|fatal|panic|crit|alert|emerg)/i.test(word)) return 'error';
  if (/^warn/i.test(word)) return 'warning';
  if (/^(debug|trace)/i.test(word)) return 'debug';
  return 'info';
}
