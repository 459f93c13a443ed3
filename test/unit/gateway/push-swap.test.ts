import { linkSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { Failure } from '../../../src/core/errors.ts';
import { hashOf } from '../../../src/gateway/config.ts';
import type { Transport } from '../../../src/remote/transport.ts';
import { localTransport } from '../remote/local-transport.ts';
import { after, before, machineWithConfig, pushConfig } from './machine-with-config.ts';
import { pathWith } from './tools.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });
const patiently = { timeout: 20_000 };

const names = ['openclaw.json', 'openclaw.json.before-push'];

/** How a machine swaps files: in one step, or where that cannot be done. */
type Way = 'exchange' | 'overwrite';

interface Moments {
  /** A shell command right before the files are swapped for the first time. */
  readonly first?: string;
  /** One right after it. */
  readonly then?: string;
}

/** Other writers, and the end of the script, as commands. */
const renames = (bytes: string) => `printf %s '${bytes}' > "$TARGET.new"; mv "$TARGET.new" "$TARGET"`;
const writes = (bytes: string) => `printf %s '${bytes}' > "$TARGET"`;
const kill = 'kill -KILL $PPID';

function machineWithMoments(way: Way, { first = ':', then = ':' }: Moments) {
  const it = machineWithConfig();
  const tool = way === 'exchange' ? 'perl' : 'mv';
  if (way === 'overwrite') pathWith(it.machine, 'perl', 'exit 1');
  const PATH = pathWith(
    it.machine,
    tool,
    `TARGET='${it.configPath}'
for word; do :; done
if [ "$word" = "$TARGET" ] && [ "$1" != --exchange ] && mkdir '${it.machine.path('/once')}' 2>/dev/null; then
  ${first}
  "$REAL" "$@"
  status=$?
  ${then}
  exit $status
fi
exec "$REAL" "$@"`,
  );
  const kept = (): string => readFileSync(`${it.configPath}.before-push`, 'utf8');
  return {
    ...it,
    kept,
    push: (...faults: Parameters<typeof it.push>) => it.push({ env: { PATH } }, ...faults),
  };
}

describe.each<Way>(['exchange', 'overwrite'])('a push that can %s', (way) => {
  test('keeps the old file', async () => {
    const { live, files, kept, push } = machineWithMoments(way, {});
    expect(await push()).toMatchObject({ outcome: 'written' });
    expect(live()).toEqual(after);
    expect(kept()).toBe(before.toString());
    expect(files()).toEqual(names);
  });

  test('keeps the old file also when a push that was ended early has linked it', async () => {
    const { configPath, files, kept, push } = machineWithMoments(way, {});
    linkSync(configPath, `${configPath}.before-push`);
    expect(await push()).toMatchObject({ outcome: 'written' });
    expect(kept()).toBe(before.toString());
    expect(files()).toEqual(names);
  });

  test('puts back what another writer wrote into the file at the last moment', async () => {
    const { live, files, push } = machineWithMoments(way, { first: writes('other') });
    const remote = { exists: true, sha256: hashOf(Buffer.from('other')) };
    expect(await push()).toMatchObject({ outcome: 'conflict', remote });
    expect(live().toString()).toBe('other');
    expect(files()).not.toContainEqual(expect.stringMatching(/push-|swap-/));
  });

  test('is written also when the file is replaced right after it', async () => {
    const { live, kept, push } = machineWithMoments(way, { then: renames('other') });
    const file = { sha256: hashOf(Buffer.from('other')) };
    expect(await push()).toMatchObject({ outcome: 'written', file });
    expect(live().toString()).toBe('other');
    expect(kept()).toBe(before.toString());
  });

  test('that is ended before it happens is told as such, and leaves nothing', async () => {
    const { live, files, push } = machineWithMoments(way, { first: `${kill}; exit 1` });
    expect(await push()).toMatchObject({ outcome: 'refused', reason: 'interrupted' });
    expect(live()).toEqual(before);
    expect(files()).not.toContainEqual(expect.stringMatching(/push-|swap-/));
  });

  test('that is ended right after it happened is told as such, and leaves nothing', async () => {
    const { live, files, kept, push } = machineWithMoments(way, { then: kill });
    expect(await push()).toMatchObject({ outcome: 'written' });
    expect(live()).toEqual(after);
    expect(kept()).toBe(before.toString());
    expect(files()).toEqual(names);
  });
});

describe('an exchange', () => {
  test('brings back the file that another writer put there at the last moment', async () => {
    const { live, files, push } = machineWithMoments('exchange', { first: renames('other') });
    const remote = { sha256: hashOf(Buffer.from('other')) };
    expect(await push()).toMatchObject({ outcome: 'conflict', remote });
    expect(live().toString()).toBe('other');
    expect(files()).toEqual(['openclaw.json']);
  });

  test('between two other writers leaves the newest in place and keeps the other', async () => {
    const moments = { first: renames('other'), then: renames('third') };
    const { live, kept, push } = machineWithMoments('exchange', moments);
    expect(await push()).toMatchObject({
      outcome: 'conflict',
      remote: { sha256: hashOf(Buffer.from('third')) },
    });
    expect(live().toString()).toBe('third');
    expect(kept()).toBe('other');
  });

  test('that nobody finished is finished when the machine is asked', async () => {
    const { live, files, push } = machineWithMoments('exchange', { first: renames('other'), then: kill });
    expect(await push()).toMatchObject({ outcome: 'conflict' });
    expect(live().toString()).toBe('other');
    expect(files()).toEqual(['openclaw.json']);
  });

  test('that nobody finished is cleared up by the next push', async () => {
    const { machine, place, files, kept, push } = machineWithMoments('exchange', { then: kill });
    await expect(push({ refuse: new Failure('tunnel') })).rejects.toMatchObject({ kind: 'unproven' });
    expect(files()).toContainEqual(expect.stringMatching(/swap-/));
    const expectedSha256 = hashOf(Buffer.from('unknown'));
    const next = await pushConfig(machine.shell(), place, Buffer.from('third'), { expectedSha256 });
    expect(next).toMatchObject({ outcome: 'conflict', remote: { sha256: hashOf(after) } });
    expect(kept()).toBe(before.toString());
    expect(files()).toEqual(names);
  });

  test("never loses another writer's file, also when nobody finished it", async () => {
    const moments = { first: renames('other'), then: kill };
    const { machine, place, files, push, configPath } = machineWithMoments('exchange', moments);
    await expect(push({ refuse: new Failure('tunnel') })).rejects.toMatchObject({ kind: 'unproven' });
    const options = { expectedSha256: hashOf(after) };
    await pushConfig(machine.shell(), place, Buffer.from('third'), options);
    const texts = files().map((name) => readFileSync(`${dirname(configPath)}/${name}`, 'utf8'));
    expect(texts.toSorted()).toEqual(['other', 'third', after.toString()].toSorted());
  });

  test('cannot happen any more after the machine was asked', async () => {
    const first = `: > "$TARGET.arrived"; while ls "$TARGET".swap-*; do sleep 0.05; done`;
    const { machine, place, live, files } = machineWithMoments('exchange', { first });
    const slow = localTransport({ env: { PATH: `${machine.path('/bin')}:${process.env['PATH']}` } });
    const runs: Promise<unknown>[] = [];
    const exec: Transport['exec'] = async (request) => {
      const run = slow.exec(request);
      runs.push(run);
      if (runs.length > 1) return run;
      await expect.poll(files, patiently).toContain('openclaw.json.arrived');
      throw new Failure('unproven');
    };
    const options = { expectedSha256: hashOf(before) };
    const result = await pushConfig(machine.shell({ ...slow, exec }), place, after, options);
    expect(result).toMatchObject({ outcome: 'refused', reason: 'interrupted' });
    await Promise.all(runs);
    expect(live()).toEqual(before);
    expect(readdirSync(dirname(place.configPath))).toEqual(['openclaw.json', 'openclaw.json.arrived']);
  });
});

test('a first push never takes the place of a file that appears at the last moment', async () => {
  const { machine, place, live } = machineWithConfig();
  const missing = { ...place, configPath: machine.path('/data/first.json') };
  const PATH = pathWith(machine, 'ln', `printf other > '${missing.configPath}'; exec "$REAL" "$@"`);
  const shell = machine.shell(localTransport({ env: { PATH } }));
  const result = await pushConfig(shell, missing, after, { expectedSha256: null });
  expect(result).toMatchObject({ outcome: 'conflict', remote: { sha256: hashOf(Buffer.from('other')) } });
  expect(readFileSync(missing.configPath, 'utf8')).toBe('other');
  expect(live()).toEqual(before);
});
