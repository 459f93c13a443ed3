import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/errors.ts';
import { Redactor } from '../../../src/core/redact.ts';
import type { FlyctlOutput, Verb } from '../../../src/fly/flyctl.ts';
import { utf8 } from '../../../src/fly/parse.ts';
import { FlyctlRunner } from '../../../src/fly/runner.ts';
import { collect } from './collect.ts';
import { FakeFlyctl } from './fake-flyctl.ts';
import { expectGone } from './processes.ts';

let fake: FakeFlyctl;
let runner: FlyctlRunner;
let log: string[];

const env = {
  PATH: process.env['PATH'],
  FLY_JSON: '1',
  LOG_LEVEL: 'debug',
  FLY_APP: 'other',
  FLY_ORG: 'other',
  FLY_ORGANIZATION: 'other',
  FLY_REGION: 'fra',
  FLY_API_TOKEN: 'correct horse battery',
};

beforeEach(() => {
  fake = new FakeFlyctl();
  log = [];
  runner = new FlyctlRunner({
    locate: () => Promise.resolve(fake.path),
    redactor: new Redactor(),
    log: (line) => log.push(line),
    env,
  });
});

afterEach(() => {
  runner.dispose();
  fake[Symbol.dispose]();
});

function verb(what: string, extra: Partial<Verb<string>> = {}): Verb<string> {
  return {
    args: ['machine', 'list', '-a', 'my-openclaw', what],
    kind: 'read',
    app: 'my-openclaw',
    deadlineMs: 10_000,
    parse: ({ stdout }: FlyctlOutput) => utf8(stdout).trim(),
    ...extra,
  };
}

async function expectCancelled(runs: readonly Promise<unknown>[]): Promise<void> {
  const cancelled = { status: 'rejected', reason: { kind: 'cancelled' } };
  expect(await Promise.allSettled(runs)).toMatchObject(runs.map(() => cancelled));
}

async function expectStarted(count: number): Promise<void> {
  await expect.poll(() => fake.started.length).toBe(count);
}

describe('a run', () => {
  it('gives what the verb reads from the output', async () => {
    expect(await runner.run(verb('print hello'))).toBe('hello');
  });

  it('gets the environment without what would change the output, and with the token', async () => {
    const seen = Object.fromEntries(
      (await runner.run(verb('env'))).split('\n').map((line) => line.split('=', 2)),
    );
    expect(seen).toMatchObject({
      NO_COLOR: '1',
      FLY_NO_UPDATE_CHECK: '1',
      FLY_NO_INCIDENTS_CHECK: '1',
      FLY_SEND_METRICS: '0',
      FLY_API_TOKEN: 'correct horse battery',
    });
    for (const name of ['FLY_JSON', 'LOG_LEVEL', 'FLY_APP', 'FLY_ORG', 'FLY_ORGANIZATION', 'FLY_REGION']) {
      expect(seen).not.toHaveProperty(name);
    }
  });

  it('happens in the root folder, away from any fly.toml', async () => {
    expect(await runner.run(verb('cwd'))).toBe('/');
  });

  it('gets its input, or an end of file', async () => {
    expect(await runner.run(verb('stdin', { stdin: Buffer.from('a config') }))).toBe('a config');
    expect(await runner.run(verb('stdin'))).toBe('');
  });

  it('is logged without secrets, and short', async () => {
    await runner.run(verb('print hello'));
    await runner.run(verb(`print correct horse battery ${'x'.repeat(500)}`));
    await expect(runner.run(verb('fail 404 Not Found'))).rejects.toThrow();
    expect(log[0]).toMatch(/^flyctl machine list -a my-openclaw print hello: exit 0, \d+ ms$/);
    expect(log[1]).toContain('print *** xxx');
    expect(log[1]?.length).toBeLessThan(200);
    expect(log[2]).toMatch(/: exit 1, notFound, \d+ ms$/);
  });
});

describe('a failed run', () => {
  it('says what failed, without secrets', async () => {
    const failing = runner.run(verb('fail correct horse battery staple', { machine: 'd89' }));
    await expect(failing).rejects.toMatchObject({
      kind: 'failed',
      detail: '*** staple',
      facts: { app: 'my-openclaw', machine: 'd89', command: 'flyctl machine list' },
    });
  });

  it('is read all the same when the verb accepts it', async () => {
    const accepting = verb('fail odd end', {
      accepts: ({ stderr }) => stderr.includes('odd'),
      parse: ({ stderr }) => stderr,
    });
    expect(await runner.run(accepting)).toBe('Error: odd end\n');
  });

  it('names the version of flyctl when its output is not understood', async () => {
    const puzzled = verb('print [1, correct horse battery', {
      parse: ({ stdout }) => {
        throw new Failure('badOutput', { detail: utf8(stdout) });
      },
    });
    await expect(runner.run(puzzled)).rejects.toMatchObject({
      kind: 'badOutput',
      detail: '[1, ***\n',
      facts: { flyctlVersion: '0.4.87', command: 'flyctl machine list', app: 'my-openclaw' },
    });
  });

  it('tells that flyctl is gone, and finds it again when it is back', async () => {
    const path = fake.path;
    let where = '/nowhere/flyctl';
    const moving = new FlyctlRunner({
      locate: () => Promise.resolve(where),
      redactor: new Redactor(),
      log: () => undefined,
    });
    await expect(moving.run(verb('print hello'))).rejects.toMatchObject({ kind: 'notInstalled' });
    where = path;
    expect(await moving.run(verb('print hello'))).toBe('hello');
  });

  it('passes on why flyctl was not found', async () => {
    const notFound = new Failure('notInstalled', { detail: '/usr/bin/flyctl: not there' });
    const lost = new FlyctlRunner({
      locate: () => Promise.reject(notFound),
      redactor: new Redactor(),
      log: () => undefined,
    });
    await expect(lost.run(verb('print hello'))).rejects.toMatchObject({
      kind: 'notInstalled',
      detail: '/usr/bin/flyctl: not there',
    });
    const stream = lost.stream(
      { args: ['logs'], app: 'my-openclaw' },
      { signal: new AbortController().signal },
    );
    await expect(stream).rejects.toMatchObject({ kind: 'notInstalled' });
  });
});

describe('ending a run', () => {
  it('kills the process at the deadline', async () => {
    await expect(runner.run(verb('wait gate', { deadlineMs: 300 }))).rejects.toMatchObject({
      kind: 'timeout',
      facts: { afterMs: 300, app: 'my-openclaw', command: 'flyctl machine list' },
    });
    await expectGone(fake.pids);
  });

  it('kills the process when it is cancelled', async () => {
    const controller = new AbortController();
    const run = runner.run(verb('wait gate', { kind: 'write' }), { signal: controller.signal });
    await expectStarted(1);
    controller.abort();
    await expect(run).rejects.toMatchObject({ kind: 'cancelled' });
    await expectGone(fake.pids);
  });

  it('kills every process when the runner is disposed, and starts no more', async () => {
    const runs = ['wait a', 'wait b'].map((what) => runner.run(verb(what)));
    await expectStarted(2);
    runner.dispose();
    await expectCancelled(runs);
    await expectGone(fake.pids);
    await expect(runner.run(verb('print hello'))).rejects.toMatchObject({ kind: 'cancelled' });
    expect(fake.started).not.toContain('print hello');
  });
});

describe('many runs', () => {
  it('are at most four processes at once', async () => {
    const runs = [1, 2, 3, 4, 5, 6].map((n) => runner.run(verb(`wait gate${n}`)));
    await expectStarted(4);
    fake.release('gate1');
    await runs[0];
    await expectStarted(5);
    for (const n of [2, 3, 4, 5, 6]) fake.release(`gate${n}`);
    expect(await Promise.all(runs)).toHaveLength(6);
    expect(fake.peak).toBe(4);
  });

  it('are one process when they read the same', async () => {
    const controller = new AbortController();
    const left = runner.run(verb('wait gate'), { signal: controller.signal });
    const stayed = runner.run(verb('wait gate'));
    await expectStarted(1);
    controller.abort();
    await expect(left).rejects.toMatchObject({ kind: 'cancelled' });
    fake.release('gate');
    expect(await stayed).toBe('waiting');
    expect(fake.started).toEqual(['wait gate']);
  });

  it('that nobody waits for any more are ended', async () => {
    const controller = new AbortController();
    const runs = [1, 2].map(() => runner.run(verb('wait gate'), { signal: controller.signal }));
    await expectStarted(1);
    controller.abort();
    await expectCancelled(runs);
    await expectGone(fake.pids);
  });

  it('are each their own when they write, one after the other in an app', async () => {
    const write = verb('wait gate', { kind: 'write' });
    const runs = [runner.run(write), runner.run(write)];
    await expectStarted(1);
    await runner.run(verb('print hello', { kind: 'write', app: 'other' }));
    expect(fake.started).toEqual(['wait gate', 'print hello']);
    fake.release('gate');
    await Promise.all(runs);
    expect(fake.started).toEqual(['wait gate', 'print hello', 'wait gate']);
  });

  it('do not wait for a write in another lane of the app', async () => {
    const write = runner.run(verb('wait gate', { kind: 'write' }));
    expect(await runner.run(verb('print hello', { kind: 'write', lane: 'ssh d89' }))).toBe('hello');
    fake.release('gate');
    await write;
  });

  it('that read see what a write has done: they do not join a read from before it', async () => {
    const before = runner.run(verb('wait gate'));
    await expectStarted(1);
    await runner.run(verb('print done', { kind: 'write' }));
    const after = runner.run(verb('wait gate'));
    await expectStarted(3);
    fake.release('gate');
    await Promise.all([before, after]);
  });
});

describe('a stream', () => {
  it('hands out output as it comes, and is killed by its signal', async () => {
    const controller = new AbortController();
    const stream = await runner.stream({ args: ['logs', 'wait gate'], app: 'my-openclaw' }, controller);
    for await (const chunk of stream.stdout) {
      expect(utf8(chunk)).toBe('waiting\n');
      controller.abort();
    }
    await expect(stream.ended).rejects.toMatchObject({ kind: 'cancelled' });
    await expectGone(fake.pids);
  });

  it('tells a good end from a bad one', async () => {
    const { signal } = new AbortController();
    const good = await runner.stream({ args: ['logs', 'print one'], app: 'my-openclaw' }, { signal });
    expect(await collect(good.stdout)).toBe('one\n');
    await expect(good.ended).resolves.toBeUndefined();
    const bad = await runner.stream({ args: ['logs', 'fail 404 Not Found'], app: 'my-openclaw' }, { signal });
    expect(await collect(bad.stdout)).toBe('');
    await expect(bad.ended).rejects.toMatchObject({ kind: 'notFound', facts: { app: 'my-openclaw' } });
  });

  it('takes no place from the runs', async () => {
    const controller = new AbortController();
    const names = ['a', 'b', 'c', 'd', 'e'];
    const streams = names.map((name) =>
      runner.stream({ args: ['logs', `wait ${name}`], app: 'my-openclaw' }, controller),
    );
    await Promise.all(streams);
    await expectStarted(5);
    expect(await runner.run(verb('print hello'))).toBe('hello');
    controller.abort();
    await expectGone(fake.pids);
  });

  it('is ended when the runner is disposed', async () => {
    const { signal } = new AbortController();
    const stream = await runner.stream({ args: ['logs', 'wait gate'], app: 'my-openclaw' }, { signal });
    await expectStarted(1);
    runner.dispose();
    await expect(stream.ended).rejects.toMatchObject({ kind: 'cancelled' });
    await expectGone(fake.pids);
  });
});
