import { describe, expect, it } from 'vitest';
import { recentLog } from '../../../../src/fly/verbs/logs.ts';
import { output } from './printed.ts';

const verb = recentLog({ app: 'my-openclaw', machine: 'd8916e2c431518' });

function entry(timestamp: string, message: string): string {
  return `${JSON.stringify({ level: 'info', message, timestamp, meta: {} }, undefined, 4)}\n`;
}

describe('recentLog', () => {
  it('asks for one page of one machine, and not for long: flyctl does not end while there is no line', () => {
    expect(verb.args.join(' ')).toBe('logs -a my-openclaw --machine d8916e2c431518 --no-tail --json');
    expect(verb.deadlineMs).toBe(5_000);
  });

  it('has the oldest entry first, whatever order they come in', () => {
    const printed = entry('2026-11-22T04:00:00.2Z', 'two') + entry('2026-11-22T04:00:00.10Z', 'one');
    expect(verb.parse(output(printed)).map(({ message }) => message)).toEqual(['one', 'two']);
  });

  it('may have none', () => {
    expect(verb.parse(output(''))).toEqual([]);
  });
});
