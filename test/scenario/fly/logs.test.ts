import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LogSession } from '../../../src/fly/logs/session.ts';
import { app, type Fly, startFly } from './support.ts';

/** Lines in the answer that flyctl starts with. */
const page = 100;

/** Mulberry32: the same numbers in [0, 1) for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A machine that logs numbers, and what a session shows of them. */
class Numbers implements AsyncDisposable {
  readonly #fly: Fly;
  readonly #random: () => number;
  readonly session: LogSession;
  #last = 0;
  #settled = 0;

  constructor(fly: Fly, random: () => number) {
    this.#fly = fly;
    this.#random = random;
    const target = { app, machine: fly.machine };
    const options = { redact: (text: string) => text, maxLines: 10_000, silenceMs: 500, random: () => 0 };
    this.session = new LogSession({ target, flyctl: fly.runner, ...options });
  }

  /** From `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.#random() * (high - low + 1));
  }

  shuffled<T>(items: readonly T[]): readonly T[] {
    const keyed = items.map((item) => ({ item, key: this.#random() }));
    return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
  }

  async write(count: number): Promise<void> {
    const messages = Array.from({ length: count }, () => `number ${++this.#last}`);
    await this.#fly.flysim.log(app, this.#fly.machine, messages);
  }

  /** Never so many at once that flyctl could miss some when it starts. */
  async writeSome(): Promise<void> {
    const count = this.between(1, 30);
    if (this.#last + count - this.#settled > page - 20) await this.settle();
    await this.write(count);
  }

  /** Waits until the newest number is shown. */
  async settle(): Promise<void> {
    await expect.poll(() => this.shown().at(-1), { timeout: 10_000, interval: 20 }).toBe(this.#last);
    this.#settled = this.#last;
  }

  async until(kind: string): Promise<void> {
    await expect.poll(() => this.session.state.kind, { timeout: 10_000, interval: 10 }).toBe(kind);
  }

  /** The numbers and, as `undefined`, the marks of gaps, in the order in which they are shown. */
  shown(): (number | undefined)[] {
    return [...this.session.rows].flatMap((row) => {
      if (row.kind === 'gap') return [undefined];
      const [, number] = row.kind === 'line' ? (/^number (\d+)$/.exec(row.message) ?? []) : [];
      return number === undefined ? [] : [Number(number)];
    });
  }

  /** What is to be shown when the numbers of `lost` could not be had any more. */
  expected(lost: readonly (readonly [number, number])[]): (number | undefined)[] {
    return Array.from({ length: this.#last }, (_, index) => index + 1).flatMap((number) => {
      const [first, last] = lost.find(([from, to]) => number >= from && number <= to) ?? [];
      if (first === undefined || last === undefined) return [number];
      return number === first ? [undefined] : [];
    });
  }

  /** flyctl cannot connect while numbers are written, more than it can get afterwards. @returns Those that are lost. */
  async outage(): Promise<readonly [number, number]> {
    const { flysim } = this.#fly;
    await this.settle();
    const from = this.#last + 1;
    await flysim.setFault('offline');
    await flysim.setFault('log-stream-end', { times: 1 });
    await this.until('reconnecting');
    await this.write(page + this.between(1, 200));
    await flysim.clearFaults();
    this.session.connect();
    await this.settle();
    return [from, this.#last - page];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.session.dispose();
    await this.#fly.expectNoProcess();
  }
}

describe('a log of numbered lines', () => {
  let fly: Fly;

  beforeAll(async () => {
    fly = await startFly();
  });
  afterAll(() => fly[Symbol.asyncDispose]());

  it('has each number that Fly could still give once and in order, and a mark for each real gap', async () => {
    await using numbers = new Numbers(fly, seeded(20_261_122));
    const lost: (readonly [number, number])[] = [];
    const { flysim } = fly;
    const troubles: (() => Promise<void>)[] = [
      () => flysim.setFault('log-stream-end', { times: 1 }),
      async () => {
        await flysim.setFault('cut-logs', { times: 1, bytes: numbers.between(1, 60_000) });
        numbers.session.connect();
      },
      async () => numbers.session.connect(),
      async () => void lost.push(await numbers.outage()),
    ];
    numbers.session.connect();
    for (const trouble of numbers.shuffled([...troubles, ...troubles])) {
      await flysim.setFault('duplicate-logs', { times: 1 });
      await numbers.writeSome();
      await trouble();
      await numbers.writeSome();
      if (numbers.between(0, 1) === 0) await numbers.settle();
    }
    await numbers.write(1);
    await numbers.settle();
    expect(numbers.shown()).toEqual(numbers.expected(lost));
    expect(lost).toHaveLength(2);
  });

  it('goes on when flyctl hangs without a word', async () => {
    await using numbers = new Numbers(fly, seeded(1));
    await fly.flysim.setFault('hang-logs', { times: 1 });
    numbers.session.connect();
    await numbers.until('live');
    await numbers.write(5);
    await numbers.until('reconnecting');
    await numbers.settle();
    expect(numbers.shown()).not.toContain(undefined);
  });
});
