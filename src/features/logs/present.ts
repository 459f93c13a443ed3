import type { Failure } from '../../core/errors.ts';
import { explain } from '../../core/explain.ts';
import type { LogRow as SessionRow } from '../../fly/logs/session.ts';
import type { LogState } from '../../fly/logs/tail.ts';
import { type LogLevel, type LogRow, type LogStatus, logSteps } from '../../shared/logs.ts';
import { chipOf } from './chips.ts';
import { describeEvent, isBadEvent } from './events.ts';

/** How the view shows a row. */
export function presentRow(row: SessionRow): LogRow {
  const { id } = row;
  if (row.kind === 'gap') return { kind: 'gap', id, from: row.from, to: row.to };
  if (row.kind === 'event') {
    const { time, machine, region, event } = row;
    const tone = isBadEvent(event) ? 'error' : 'quiet';
    return { kind: 'event', id, time, machine, region, tone, text: describeEvent(event) };
  }
  const chip = chipOf(row);
  return {
    kind: 'line',
    id,
    time: Math.trunc(row.time),
    machine: row.instance,
    region: row.region,
    level: levelOf(row.level),
    source: row.provider,
    text: tidy(row.message),
    ...(chip && { chip }),
    ...(row.raw !== undefined && { masked: true }),
  };
}

/** A message with one kind of line break, and none at its end. */
export function tidy(message: string): string {
  return message.replace(/[\r\n]+$/, '').replace(/\r\n?/g, '\n');
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

const levels = new Map<string, LogLevel>();

/** Fly passes on the words of many loggers; an unknown one is nothing to worry about. */
export function levelOf(word: string): LogLevel {
  const known = levels.get(word);
  if (known) return known;
  const level = readLevel(word);
  // The few that there are; a line could bring any.
  if (levels.size < 100) levels.set(word, level);
  return level;
}

function readLevel(word: string): LogLevel {
  if (/^(err|fatal|panic|crit|alert|emerg)/i.test(word)) return 'error';
  if (/^warn/i.test(word)) return 'warning';
  if (/^(debug|trace)/i.test(word)) return 'debug';
  return 'info';
}
