import { describe, expect, it } from 'vitest';
import { formatRows } from '../../../../src/features/logs/export.ts';
import { event, gap, line, redact, secret } from './rows.ts';

const rows = [
  line(0, { message: `\x1b[33mtoken ${secret}\x1b[0m\nsecond line\n`, level: 'warn' }),
  gap(1),
  event(2, { type: 'exit', status: 'stopped', exitCode: 1 }),
];

describe('formatRows', () => {
  it('writes rows as they read, without colours and secrets', () => {
    expect(formatRows(rows, 'text', redact)).toBe(
      [
        '2026-11-21T19:51:45.98Z 91857550b64e83 iad app warning token ***\nsecond line',
        '1970-01-01T00:00:01.000Z … 1970-01-01T00:00:02.000Z',
        '2026-11-21T19:51:45.000Z 91857550b64e83 iad The machine’s process ended with code 1',
        '',
      ].join('\n'),
    );
  });

  it('writes one JSON object a line', () => {
    const objects = formatRows(rows, 'json', redact)
      .trimEnd()
      .split('\n')
      .map((text): unknown => JSON.parse(text));
    expect(objects).toMatchObject([
      {
        kind: 'line',
        time: '2026-11-21T19:51:45.98Z',
        machine: '91857550b64e83',
        region: 'iad',
        source: 'app',
        level: 'warn',
        message: 'token ***\nsecond line',
      },
      { kind: 'gap', from: '1970-01-01T00:00:01.000Z', to: '1970-01-01T00:00:02.000Z' },
      { kind: 'event', machine: '91857550b64e83', type: 'exit', status: 'stopped', exitCode: 1 },
    ]);
  });

  it('masks what became known as a secret after the row had come', () => {
    const late = (text: string): string => text.replaceAll('second', '***');
    expect(formatRows(rows, 'text', late)).not.toContain('second');
    expect(formatRows(rows, 'json', late)).not.toContain('second');
  });
});
