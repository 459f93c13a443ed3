import { describe, expect, it } from 'vitest';
import { parseLogLine } from '../../../src/gateway/log-line.ts';
import { logLine } from './log-lines.ts';

const timeMs = Date.parse('2026-11-21T19:51:45.980Z');

describe('parseLogLine', () => {
  it('reads a line of a part of OpenClaw', () => {
    expect(parseLogLine(logLine('gateway/ws', 'listening', timeMs))).toEqual({
      timeMs,
      level: 'INFO',
      subsystem: 'gateway/ws',
      message: 'listening',
    });
  });

  it('reads a line of OpenClaw as a whole', () => {
    expect(parseLogLine(logLine(undefined, 'spawn broker ready', timeMs))).toMatchObject({
      subsystem: 'openclaw',
      message: 'spawn broker ready',
    });
  });

  it('joins the logged values in versions that do not write a message', () => {
    const name = '{"subsystem":"telegram"}';
    const values = { '0': name, '1': { chat: 5 }, '2': 'getUpdates conflict' };
    const line = JSON.stringify({
      ...values,
      _meta: { date: '2026-11-21T19:51:45.980Z', logLevelName: 'WARN' },
    });
    expect(parseLogLine(line)).toEqual({
      timeMs,
      level: 'WARN',
      subsystem: 'telegram',
      message: '{"chat":5} getUpdates conflict',
    });
  });

  it.each(['plain words', '{"cut":', '[1]'])('takes %o for a message', (line) => {
    expect(parseLogLine(line)).toEqual({ timeMs: 0, level: '', subsystem: 'openclaw', message: line });
  });

  it('passes empty lines over', () => {
    expect(parseLogLine('  ')).toBeUndefined();
  });
});
