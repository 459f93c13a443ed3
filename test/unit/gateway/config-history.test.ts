import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { hashOf } from '../../../src/gateway/config.ts';
import { ConfigHistory, type Origin } from '../../../src/gateway/config-history.ts';

const file = { app: 'claw', machine: 'd1', path: '/data/openclaw.json' };
const day = 24 * 60 * 60 * 1000;

let folder: string;
let history: ConfigHistory;

beforeEach(() => {
  const parent = mkdtempSync(join(tmpdir(), 'history-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  folder = join(parent, 'kept', 'here');
  history = new ConfigHistory(folder);
});

function record(text: string, origin: Origin, at?: number, by = history): Promise<unknown> {
  return by.record(file, Buffer.from(text), { origin, ...(at !== undefined && { at }) });
}

async function texts(by = history): Promise<string[]> {
  const entries = await by.list(file);
  return Promise.all(
    entries.map(async (entry) => `${entry.origin} ${Buffer.from(await by.read(entry)).toString()}`),
  );
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name));
}

describe('a history', () => {
  test('gives back what it was given, the newest first', async () => {
    expect(await history.list(file)).toEqual([]);
    await record('a', 'opened');
    await record('b', 'pushed');
    await record('ccc', 'gateway', Date.now() + 1000);
    expect(await texts()).toEqual(['gateway ccc', 'pushed b', 'opened a']);
    const [newest] = await history.list(file);
    expect(newest).toMatchObject({ bytes: 3, sha256: hashOf(Buffer.from('ccc')) });
    expect(new Date(newest?.time ?? '').toISOString()).toBe(newest?.time);
  });

  test('keeps a version once, but what the user did to it', async () => {
    for (const origin of ['opened', 'opened', 'gateway', 'pushed', 'pushed', 'opened'] as const) {
      await record('a', origin);
    }
    expect(await texts()).toEqual(['pushed a', 'opened a']);
    await record('b', 'gateway');
    await record('a', 'gateway');
    expect(await texts()).toEqual(['gateway a', 'gateway b', 'pushed a', 'opened a']);
  });

  test('knows what was last pushed from here', async () => {
    expect(await history.lastPushed(file)).toBeUndefined();
    await record('a', 'pushed');
    await record('b', 'gateway');
    expect(await history.lastPushed(file)).toMatchObject({ sha256: hashOf(Buffer.from('a')) });
    await record('c', 'restored');
    await record('d', 'opened');
    expect(await history.lastPushed(file)).toMatchObject({ origin: 'restored' });
  });

  test('tells files of other apps, machines and paths apart', async () => {
    await record('a', 'pushed');
    for (const other of [{ app: 'other' }, { machine: 'd2' }, { path: '/data/AGENTS.md' }]) {
      expect(await history.list({ ...file, ...other })).toEqual([]);
    }
  });

  test('is for nobody else to read', async () => {
    await record('secret', 'pushed');
    const modes = [folder, ...filesBelow(folder)].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o700, 0o700, 0o600]);
  });

  test('never leaves its folder and says nothing by its names', async () => {
    const parent = join(folder, '..', '..');
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('..', '../..', '/etc/passwd', 'C:\\x', '\0', 'a/../../b'),
    );
    await fc.assert(
      fc.asyncProperty(word, word, word, async (app, machine, path) => {
        const entry = await history.record({ app, machine, path }, Buffer.from('x'), { origin: 'opened' });
        expect(relative(folder, entry.file)).toMatch(/^[0-9a-f]{64}[/\\]\d{15}\.opened\.[0-9a-f]{64}$/);
      }),
      { numRuns: 30 },
    );
    expect(readdirSync(parent)).toEqual(['kept']);
    expect(readdirSync(join(parent, 'kept'))).toEqual(['here']);
  });

  test('loses nothing when several windows write at the same time', async () => {
    const windows = Array.from({ length: 8 }, () => new ConfigHistory(folder));
    await Promise.all(
      windows.map((window, index) => record(`version ${index}`, 'pushed', undefined, window)),
    );
    expect((await texts()).toSorted()).toEqual(windows.map((_window, index) => `pushed version ${index}`));
    expect(filesBelow(folder).filter((path) => /\/\.[0-9a-f]+$/.test(path))).toEqual([]);
  });
});

describe('what is too much', () => {
  test('goes by count, the oldest first, but never what was last pushed', async () => {
    const small = new ConfigHistory(folder, { count: 3 });
    const start = Date.now() - 1000;
    await record('p', 'pushed', start, small);
    for (const index of [1, 2, 3, 4, 5]) await record(`${index}`, 'gateway', start + index, small);
    expect(await texts(small)).toEqual(['gateway 5', 'gateway 4', 'gateway 3', 'pushed p']);
  });

  test('goes by age, but never the newest', async () => {
    const start = Date.now();
    await record('old', 'opened', start - 92 * day);
    await record('a little less old', 'gateway', start - 91 * day);
    expect(await texts()).toEqual(['gateway a little less old']);
    await record('new', 'opened', start);
    expect(await texts()).toEqual(['opened new']);
  });

  test('goes for all files at once, too', async () => {
    for (const index of [1, 2, 3]) await record(`${index}`, 'opened', Date.now() + index);
    await new ConfigHistory(folder, { count: 1 }).prune();
    expect(await texts()).toEqual(['opened 3']);
    await new ConfigHistory(join(folder, 'none')).prune();
  });

  test('is also what a window that was closed left behind', async () => {
    await record('a', 'opened');
    const own = join(folder, readdirSync(folder)[0] ?? '');
    const [left, fresh] = [join(own, '.0123456789abcdef'), join(own, '.fedcba9876543210')];
    for (const path of [left, fresh]) writeFileSync(path, 'half');
    utimesSync(left, new Date(Date.now() - 2 * day), new Date(Date.now() - 2 * day));
    await history.prune();
    expect(filesBelow(own)).not.toContain(left);
    expect(filesBelow(own)).toContain(fresh);
  });
});

describe('a folder that is not as it was left', () => {
  test('keeps what is not its own, and goes on', async () => {
    await record('a', 'opened');
    const own = join(folder, readdirSync(folder)[0] ?? '');
    writeFileSync(join(own, 'index.json'), '{ broken');
    writeFileSync(join(folder, 'note'), 'mine');
    mkdirSync(join(own, 'folder'));
    await record('b', 'pushed');
    await history.prune();
    expect(await texts()).toEqual(['pushed b', 'opened a']);
    expect(readFileSync(join(own, 'index.json'), 'utf8')).toBe('{ broken');
    expect(readFileSync(join(folder, 'note'), 'utf8')).toBe('mine');
  });

  test('has a damaged version: it is not given out as the true one', async () => {
    await record('a', 'opened');
    const [entry] = await history.list(file);
    if (!entry) throw new Error('nothing recorded');
    writeFileSync(entry.file, 'b');
    await expect(history.read(entry)).rejects.toMatchObject({ kind: 'failed' });
    rmSync(entry.file);
    await expect(history.read(entry)).rejects.toMatchObject({ kind: 'failed' });
  });
});
