import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTimes, TimeReader } from '../../../../src/fly/logs/time.ts';

const second = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 9 });

describe('TimeReader', () => {
  it('reads what Date.parse reads, and the fraction down to microseconds', () => {
    const times = new TimeReader();
    fc.assert(
      fc.property(second, fc.option(digits), (date, fraction) => {
        const whole = date.toISOString().slice(0, 19);
        const timestamp = `${whole}${fraction === null ? '' : `.${fraction}`}Z`;
        const expected = Date.parse(`${whole}Z`) + Number(`0.${(fraction ?? '0').slice(0, 6)}`) * 1_000;
        expect(times.read(timestamp)).toBeCloseTo(expected, 3);
      }),
    );
  });

  it('reads other offsets, and takes the time before where there is none', () => {
    const times = new TimeReader();
    const time = Date.parse('2026-11-21T19:51:45.5Z');
    const stamps = ['2026-11-21T20:51:45.5+01:00', '', 'yesterday', 'yesterdayZ'];
    expect(stamps.map((timestamp) => times.read(timestamp))).toEqual([time, time, time, time]);
  });
});

describe('compareTimes', () => {
  it('tells nanoseconds apart', () => {
    const times = new TimeReader();
    const stamps = ['45.000000002Z', '45Z', '45.00000001Z', '44.999999999Z'];
    const rows = stamps.map((end) => `2026-11-21T19:51:${end}`);
    const sorted = rows.map((timestamp) => ({ timestamp, time: times.read(timestamp) })).sort(compareTimes);
    expect(sorted.map(({ timestamp }) => timestamp.slice(17))).toEqual([
      '44.999999999Z',
      '45Z',
      '45.000000002Z',
      '45.00000001Z',
    ]);
  });
});
