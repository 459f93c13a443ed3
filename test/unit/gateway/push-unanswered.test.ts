import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { Failure, type FailureKind } from '../../../src/core/errors.ts';
import { hashOf } from '../../../src/gateway/config.ts';
import type { Transport } from '../../../src/remote/transport.ts';
import { changingTransport, type LocalOptions, localTransport } from '../remote/local-transport.ts';
import { after, before, machineWithConfig, pushConfig } from './machine-with-config.ts';
import { pathWith } from './tools.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

const patiently = { timeout: 20_000 };

describe('a push whose result does not arrive', () => {
  const lost: [string, LocalOptions][] = [
    ['silent exit', { distort: () => Buffer.alloc(0) }],
    ['lost tail', { distort: (stdout) => stdout.subarray(0, -2) }],
    ['cut output', { distort: (stdout) => stdout.subarray(0, 40) }],
    ['timeout', { failAfterwards: new Failure('timeout') }],
    ['broken handle', { failAfterwards: new Failure('failed', { detail: 'The handle is invalid.' }) }],
  ];

  test.each(lost)('(%s) was written when the machine says so', async (_, fault) => {
    const { live, files, push } = machineWithConfig();
    expect(await push(fault)).toMatchObject({ outcome: 'written', file: { sha256: hashOf(after) } });
    expect(live()).toEqual(after);
    expect(files()).toEqual(['openclaw.json', 'openclaw.json.before-push']);
  });

  test.each(lost)('(%s) was not written when the machine says so', async (_, fault) => {
    const { live, files, push } = machineWithConfig();
    expect(await push({ ...fault, cutStdin: 3 })).toMatchObject({
      outcome: 'refused',
      reason: 'interrupted',
    });
    expect(live()).toEqual(before);
    expect(files()).toEqual(['openclaw.json']);
  });

  test.each(lost)('(%s) is a conflict when the file is a third one', async (_, fault) => {
    const { machine, configPath, push } = machineWithConfig();
    const PATH = pathWith(machine, 'tee', `"$REAL" "$@"; printf other > '${configPath}'`);
    const result = await push({ ...fault, env: { PATH } });
    expect(result).toMatchObject({ outcome: 'conflict', remote: { sha256: hashOf(Buffer.from('other')) } });
  });

  test.each(lost)('(%s) is unproven when the machine cannot be asked', async (_, fault) => {
    const { push } = machineWithConfig();
    const result = push(fault, { refuse: new Failure('tunnel') });
    await expect(result).rejects.toMatchObject({ kind: 'unproven' });
  });

  test('cannot be completed any more after the machine was asked', async () => {
    const { machine, configPath, place, live, files } = machineWithConfig();
    const wait = `touch '${machine.path('/arrived')}'; while ls '${configPath}'.push-*; do sleep 0.05; done`;
    const slow = localTransport({ env: { PATH: pathWith(machine, 'sync', wait) } });
    const runs: Promise<unknown>[] = [];
    const exec: Transport['exec'] = async (request) => {
      const run = slow.exec(request);
      runs.push(run);
      if (runs.length > 1) return run;
      await expect.poll(() => readdirSync(machine.root), patiently).toContain('arrived');
      throw new Failure('unproven');
    };
    const options = { expectedSha256: hashOf(before) };
    const result = await pushConfig(machine.shell({ ...slow, exec }), place, after, options);
    expect(result).toMatchObject({ outcome: 'refused', reason: 'interrupted' });
    await Promise.all(runs);
    expect(live()).toEqual(before);
    expect(files()).toEqual(['openclaw.json']);
  });

  test.each([
    ['in the place of a file', 'openclaw.json', before],
    ['where there was none', 'first.json', null],
  ] as const)(
    'and that begins only after the machine was asked is not completed %s',
    async (_, name, old) => {
      const { machine, place } = machineWithConfig();
      const target = { ...place, configPath: `${place.stateDir}/${name}` };
      const local = localTransport();
      const late: (() => Promise<unknown>)[] = [];
      const exec: Transport['exec'] = async (request) => {
        if (late.length > 0) return local.exec(request);
        late.push(() => local.exec(request));
        throw new Failure('unproven');
      };
      const options = { expectedSha256: old && hashOf(old) };
      const result = await pushConfig(machine.shell({ ...local, exec }), target, after, options);
      expect(result).toMatchObject({ outcome: 'refused', reason: 'interrupted' });
      for (const begin of late) await begin();
      expect(readdirSync(place.stateDir)).toEqual(['openclaw.json']);
      expect(readFileSync(place.configPath)).toEqual(before);
    },
  );

  test.each<FailureKind>(['tunnel', 'noStartedMachine', 'notLoggedIn'])(
    '(%s) was not started',
    async (kind) => {
      const { live, push } = machineWithConfig();
      await expect(push({ refuse: new Failure(kind) })).rejects.toMatchObject({ kind });
      expect(live()).toEqual(before);
    },
  );
});

describe('cancelling', () => {
  test('before the file is in place leaves the old one and is told as such', async () => {
    const { machine, place, live, files } = machineWithConfig();
    const abort = new AbortController();
    const PATH = pathWith(machine, 'tee', `"$REAL" "$@"; touch '${machine.path('/arrived')}'; sleep 30`);
    const shell = machine.shell(changingTransport({ env: { PATH } }, {}));
    const pushing = pushConfig(shell, place, after, { expectedSha256: hashOf(before), signal: abort.signal });
    await expect.poll(() => readdirSync(machine.root), patiently).toContain('arrived');
    abort.abort();
    await expect(pushing).rejects.toMatchObject({ kind: 'cancelled' });
    expect(live()).toEqual(before);
    expect(files()).toEqual(['openclaw.json']);
  });

  test('too late tells that the file is written', async () => {
    const { machine, place, live } = machineWithConfig();
    const abort = new AbortController();
    const shell = machine.shell(changingTransport({ hang: true }, {}));
    const pushing = pushConfig(shell, place, after, { expectedSha256: hashOf(before), signal: abort.signal });
    await expect.poll(live, patiently).toEqual(after);
    abort.abort();
    expect(await pushing).toMatchObject({ outcome: 'written' });
  });

  test('before anything started asks nothing of the machine', async () => {
    const { machine, place } = machineWithConfig();
    const transport = localTransport();
    const options = { expectedSha256: hashOf(before), signal: AbortSignal.abort() };
    const pushing = pushConfig(machine.shell(transport), place, after, options);
    await expect(pushing).rejects.toMatchObject({ kind: 'cancelled' });
    expect(transport.calls).toBe(0);
  });
});
