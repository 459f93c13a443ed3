import { describe, expect, it } from 'vitest';
import { Flights } from '../../../src/fly/flights.ts';

/** Work whose end the test decides, and which counts how often it was started. */
class Work {
  readonly runs: {
    readonly signal: AbortSignal;
    resolve(value: string): void;
    reject(error: Error): void;
  }[] = [];

  readonly start = (signal: AbortSignal): Promise<string> =>
    new Promise((resolve, reject) => this.runs.push({ signal, resolve, reject }));
}

describe('Flights', () => {
  it('is one work for all who ask for the same while it is under way', async () => {
    const flights = new Flights<string>();
    const work = new Work();
    const all = ['a', 'a', 'b'].map((key) => flights.join(key, work.start));
    expect(work.runs).toHaveLength(2);
    work.runs[0]?.resolve('first');
    work.runs[1]?.resolve('second');
    expect(await Promise.all(all)).toEqual(['first', 'first', 'second']);
  });

  it('starts anew once it has ended', async () => {
    const flights = new Flights<string>();
    const work = new Work();
    const first = flights.join('a', work.start);
    work.runs[0]?.resolve('old');
    await first;
    void flights.join('a', work.start);
    expect(work.runs).toHaveLength(2);
  });

  it('lets one leave without disturbing the other', async () => {
    const flights = new Flights<string>();
    const work = new Work();
    const leaving = new AbortController();
    const left = flights.join('a', work.start, leaving.signal);
    const stayed = flights.join('a', work.start, new AbortController().signal);
    leaving.abort();
    await expect(left).rejects.toMatchObject({ kind: 'cancelled' });
    expect(work.runs[0]?.signal.aborted).toBe(false);
    work.runs[0]?.resolve('done');
    expect(await stayed).toBe('done');
  });

  it('ends the work when the last one has left, and does not hand it to the next', async () => {
    const flights = new Flights<string>();
    const work = new Work();
    const leaving = new AbortController();
    const both = [1, 2].map(() => flights.join('a', work.start, leaving.signal));
    leaving.abort();
    const cancelled = { status: 'rejected', reason: { kind: 'cancelled' } };
    expect(await Promise.allSettled(both)).toMatchObject([cancelled, cancelled]);
    expect(work.runs[0]?.signal.aborted).toBe(true);
    void flights.join('a', work.start);
    expect(work.runs).toHaveLength(2);
    work.runs[0]?.reject(new Error('the process was ended'));
  });

  it('starts nothing for one who has left already', async () => {
    const flights = new Flights<string>();
    const work = new Work();
    await expect(flights.join('a', work.start, AbortSignal.abort())).rejects.toMatchObject({
      kind: 'cancelled',
    });
    expect(work.runs).toEqual([]);
  });

  it('passes a failure to all', async () => {
    const flights = new Flights<string>();
    const work = new Work();
    const all = [1, 2].map(() => flights.join('a', work.start));
    work.runs[0]?.reject(new Error('offline'));
    const failed = { status: 'rejected', reason: { message: 'offline' } };
    expect(await Promise.allSettled(all)).toMatchObject([failed, failed]);
  });

  it('lets nobody join what began before it was closed', async () => {
    const flights = new Flights<string>();
    const work = new Work();
    const before = flights.join('a', work.start);
    flights.close();
    const after = flights.join('a', work.start);
    work.runs[0]?.resolve('old');
    work.runs[1]?.resolve('new');
    expect(await Promise.all([before, after])).toEqual(['old', 'new']);
  });
});
