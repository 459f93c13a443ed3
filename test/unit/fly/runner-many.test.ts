import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../src/fly/parse.ts';
import { expectCancelled, expectStarted, useBench, verb } from './bench.ts';
import { collect } from './collect.ts';
import { expectGone } from './processes.ts';

const bench = useBench();

describe('many runs', () => {
  it('are at most four processes at once', async () => {
    const runs = [1, 2, 3, 4, 5, 6].map((n) => bench.runner.run(verb(`wait gate${n}`)));
    await expectStarted(bench, 4);
    bench.fake.release('gate1');
    await runs[0];
    await expectStarted(bench, 5);
    for (const n of [2, 3, 4, 5, 6]) bench.fake.release(`gate${n}`);
    expect(await Promise.all(runs)).toHaveLength(6);
    expect(bench.fake.peak).toBe(4);
  });

  it('are one process when they read the same', async () => {
    const controller = new AbortController();
    const left = bench.runner.run(verb('wait gate'), { signal: controller.signal });
    const stayed = bench.runner.run(verb('wait gate'));
    await expectStarted(bench, 1);
    controller.abort();
    await expect(left).rejects.toMatchObject({ kind: 'cancelled' });
    bench.fake.release('gate');
    expect(await stayed).toBe('waiting');
    expect(bench.fake.started).toEqual(['wait gate']);
  });

  it('that nobody waits for any more are ended', async () => {
    const controller = new AbortController();
    const runs = [1, 2].map(() => bench.runner.run(verb('wait gate'), { signal: controller.signal }));
    await expectStarted(bench, 1);
    controller.abort();
    await expectCancelled(runs);
    await expectGone(bench.fake.pids);
  });

  it('are each their own when they write, one after the other in an app', async () => {
    const write = verb('wait gate', { kind: 'write' });
    const runs = [bench.runner.run(write), bench.runner.run(write)];
    await expectStarted(bench, 1);
    await bench.runner.run(verb('print hello', { kind: 'write', app: 'other' }));
    expect(bench.fake.started).toEqual(['wait gate', 'print hello']);
    bench.fake.release('gate');
    await Promise.all(runs);
    expect(bench.fake.started).toEqual(['wait gate', 'print hello', 'wait gate']);
  });

  it('do not wait for a write in another lane of the app', async () => {
    const write = bench.runner.run(verb('wait gate', { kind: 'write' }));
    expect(await bench.runner.run(verb('print hello', { kind: 'write', lane: 'ssh d89' }))).toBe('hello');
    bench.fake.release('gate');
    await write;
  });

  it('that read see what a write has done: they do not join a read from before it', async () => {
    const before = bench.runner.run(verb('wait gate'));
    await expectStarted(bench, 1);
    await bench.runner.run(verb('print done', { kind: 'write' }));
    const after = bench.runner.run(verb('wait gate'));
    await expectStarted(bench, 3);
    bench.fake.release('gate');
    await Promise.all([before, after]);
  });
});

describe('a stream', () => {
  it('hands out output as it comes, and is killed by its signal', async () => {
    const controller = new AbortController();
    const stream = await bench.runner.stream({ args: ['logs', 'wait gate'], app: 'my-openclaw' }, controller);
    for await (const chunk of stream.stdout) {
      expect(utf8(chunk)).toBe('waiting\n');
      controller.abort();
    }
    await expect(stream.ended).rejects.toMatchObject({ kind: 'cancelled' });
    await expectGone(bench.fake.pids);
  });

  it('tells a good end from a bad one', async () => {
    const { signal } = new AbortController();
    const good = await bench.runner.stream({ args: ['logs', 'print one'], app: 'my-openclaw' }, { signal });
    expect(await collect(good.stdout)).toBe('one\n');
    await expect(good.ended).resolves.toBeUndefined();
    const bad = await bench.runner.stream(
      { args: ['logs', 'fail 404 Not Found'], app: 'my-openclaw' },
      { signal },
    );
    expect(await collect(bad.stdout)).toBe('');
    await expect(bad.ended).rejects.toMatchObject({ kind: 'notFound', facts: { app: 'my-openclaw' } });
  });

  it('takes no place from the runs', async () => {
    const controller = new AbortController();
    const names = ['a', 'b', 'c', 'd', 'e'];
    const streams = names.map((name) =>
      bench.runner.stream({ args: ['logs', `wait ${name}`], app: 'my-openclaw' }, controller),
    );
    await Promise.all(streams);
    await expectStarted(bench, 5);
    expect(await bench.runner.run(verb('print hello'))).toBe('hello');
    controller.abort();
    await expectGone(bench.fake.pids);
  });

  it('is ended when the runner is disposed', async () => {
    const { signal } = new AbortController();
    const stream = await bench.runner.stream({ args: ['logs', 'wait gate'], app: 'my-openclaw' }, { signal });
    await expectStarted(bench, 1);
    bench.runner.dispose();
    await expect(stream.ended).rejects.toMatchObject({ kind: 'cancelled' });
    await expectGone(bench.fake.pids);
  });
});
