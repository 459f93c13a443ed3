import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Queues } from '../../../src/fly/queues.ts';

const never = new AbortController().signal;

/** Work that waits to be ended by the test. */
class Gates {
  readonly running: string[] = [];
  readonly #open = new Map<string, () => void>();

  work(name: string): () => Promise<void> {
    return () =>
      new Promise((resolve) => {
        this.running.push(name);
        this.#open.set(name, resolve);
      });
  }

  async end(name: string): Promise<void> {
    this.running.splice(this.running.indexOf(name), 1);
    this.#open.get(name)?.();
    await setImmediate();
  }
}

describe('Queues', () => {
  it('runs so many at once and no more', async () => {
    const queues = new Queues(2);
    const gates = new Gates();
    for (const name of ['a', 'b', 'c']) void queues.run(gates.work(name), undefined, never);
    await setImmediate();
    expect(gates.running).toEqual(['a', 'b']);
    await gates.end('a');
    expect(gates.running).toEqual(['b', 'c']);
  });

  it('runs one at a time in a lane, and those who wait for it take no slot', async () => {
    const queues = new Queues(2);
    const gates = new Gates();
    void queues.run(gates.work('first'), 'app', never);
    void queues.run(gates.work('second'), 'app', never);
    void queues.run(gates.work('other lane'), 'app2', never);
    await setImmediate();
    expect(gates.running).toEqual(['first', 'other lane']);
    await gates.end('first');
    expect(gates.running).toEqual(['other lane', 'second']);
  });

  it('lets go at once who is cancelled while waiting, and never starts the work', async () => {
    const queues = new Queues(1);
    const gates = new Gates();
    const controller = new AbortController();
    void queues.run(gates.work('first'), undefined, never);
    const waiting = queues.run(gates.work('second'), 'app', controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ kind: 'cancelled' });
    await gates.end('first');
    expect(gates.running).toEqual([]);
    void queues.run(gates.work('third'), 'app', never);
    await setImmediate();
    expect(gates.running).toEqual(['third']);
  });

  it('keeps the turn of cancelled work until it has ended', async () => {
    const queues = new Queues(1);
    const gates = new Gates();
    const controller = new AbortController();
    void queues.run(gates.work('first'), undefined, controller.signal);
    void queues.run(gates.work('second'), undefined, never);
    await setImmediate();
    controller.abort();
    await setImmediate();
    expect(gates.running).toEqual(['first']);
    await gates.end('first');
    expect(gates.running).toEqual(['second']);
  });

  it('goes on after a failure', async () => {
    const queues = new Queues(1);
    const failing = queues.run(() => Promise.reject(new Error('no')), 'app', never);
    await expect(failing).rejects.toThrow('no');
    expect(await queues.run(() => Promise.resolve('yes'), 'app', never)).toBe('yes');
  });
});
