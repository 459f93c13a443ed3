import { realpathSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/errors.ts';
import { Redactor } from '../../../src/core/redact.ts';
import { utf8 } from '../../../src/fly/parse.ts';
import { FlyctlRunner } from '../../../src/fly/runner.ts';
import { expectCancelled, expectStarted, useBench, verb } from './bench.ts';
import { expectGone } from './processes.ts';

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

const bench = useBench(env);

describe('a run', () => {
  it('gives what the verb reads from the output', async () => {
    expect(await bench.runner.run(verb('print hello'))).toBe('hello');
  });

  it('gets the environment without what would change the output, and with the token', async () => {
    const seen = Object.fromEntries(
      (await bench.runner.run(verb('env'))).split('\n').map((line) => line.split('=', 2)),
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
    expect(await bench.runner.run(verb('cwd'))).toBe('/');
  });

  it('happens in the folder of a verb that has one', async () => {
    const folder = realpathSync(bench.fake.folder);
    expect(await bench.runner.run(verb('cwd', { cwd: folder }))).toBe(folder);
  });

  it('gets its input, or an end of file', async () => {
    expect(await bench.runner.run(verb('stdin', { stdin: Buffer.from('a config') }))).toBe('a config');
    expect(await bench.runner.run(verb('stdin'))).toBe('');
  });

  it('is logged without secrets, and short', async () => {
    await bench.runner.run(verb('print hello'));
    await bench.runner.run(verb(`print correct horse battery ${'x'.repeat(500)}`));
    await expect(bench.runner.run(verb('fail 404 Not Found'))).rejects.toThrow();
    expect(bench.log[0]).toMatch(/^flyctl machine list -a my-openclaw print hello: exit 0, \d+ ms$/);
    expect(bench.log[1]).toContain('print *** xxx');
    expect(bench.log[1]?.length).toBeLessThan(200);
    expect(bench.log[2]).toMatch(/: exit 1, notFound, \d+ ms$/);
  });
});

describe('a failed run', () => {
  it('says what failed, without secrets', async () => {
    const failing = bench.runner.run(verb('fail correct horse battery staple', { machine: 'd89' }));
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
    expect(await bench.runner.run(accepting)).toBe('Error: odd end\n');
  });

  it('names the version of flyctl when its output is not understood', async () => {
    const puzzled = verb('print [1, correct horse battery', {
      parse: ({ stdout }) => {
        throw new Failure('badOutput', { detail: utf8(stdout) });
      },
    });
    await expect(bench.runner.run(puzzled)).rejects.toMatchObject({
      kind: 'badOutput',
      detail: '[1, ***\n',
      facts: { flyctlVersion: '0.4.87', command: 'flyctl machine list', app: 'my-openclaw' },
    });
  });

  it('tells that flyctl is gone, and finds it again when it is back', async () => {
    const path = bench.fake.path;
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
    await expect(bench.runner.run(verb('wait gate', { deadlineMs: 300 }))).rejects.toMatchObject({
      kind: 'timeout',
      facts: { afterMs: 300, app: 'my-openclaw', command: 'flyctl machine list' },
    });
    await expectGone(bench.fake.pids);
  });

  it('kills the process when it is cancelled', async () => {
    const controller = new AbortController();
    const run = bench.runner.run(verb('wait gate', { kind: 'write' }), { signal: controller.signal });
    await expectStarted(bench, 1);
    controller.abort();
    await expect(run).rejects.toMatchObject({ kind: 'cancelled' });
    await expectGone(bench.fake.pids);
  });

  it('kills every process when the runner is disposed, and starts no more', async () => {
    const runs = ['wait a', 'wait b'].map((what) => bench.runner.run(verb(what)));
    await expectStarted(bench, 2);
    bench.runner.dispose();
    await expectCancelled(runs);
    await expectGone(bench.fake.pids);
    await expect(bench.runner.run(verb('print hello'))).rejects.toMatchObject({ kind: 'cancelled' });
    expect(bench.fake.started).not.toContain('print hello');
  });
});
