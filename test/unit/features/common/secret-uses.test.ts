import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { Emitter } from '../../../../src/core/emitter.ts';
import { SecretUses } from '../../../../src/features/common/secret-uses.ts';
import type { Flyctl } from '../../../../src/fly/flyctl.ts';
import { DeploymentStore } from '../../../../src/fly/store.ts';
import { ConfigHistory } from '../../../../src/gateway/config-history.ts';
import { output } from '../../fly/verbs/printed.ts';

const app = 'my-openclaw';
const machines = [
  { id: 'm1', state: 'started', config: { env: { OPENCLAW_STATE_DIR: '/data' }, image: 'openclaw' } },
  { id: 'm2', state: 'stopped', config: { env: {}, image: 'redis' } },
];

let runs: number;
let drifted: boolean | undefined;
const driftChanged = new Emitter<{ readonly app: string; readonly id: string }>();
let store: DeploymentStore;
let history: ConfigHistory;
let uses: SecretUses;

const flyctl: Flyctl = {
  run: (verb) => {
    runs += 1;
    const printed = verb.args[0] === 'secrets' ? [{ name: 'A' }, { name: 'B' }] : machines;
    return Promise.resolve(verb.parse(output(JSON.stringify(printed))));
  },
  stream: () => Promise.reject(new Error('Nothing is streamed.')),
};

beforeEach(() => {
  runs = 0;
  drifted = false;
  const historyFolder = mkdtempSync(join(tmpdir(), 'secret-uses-'));
  onTestFinished(() => rmSync(historyFolder, { recursive: true }));
  history = new ConfigHistory(historyFolder);
  store = new DeploymentStore(flyctl);
  uses = new SecretUses({
    store,
    drift: { of: () => drifted, onDidChange: driftChanged.event },
    historyFolder,
  });
  onTestFinished(() => uses.dispose());
});

async function keep(config: string): Promise<void> {
  await history.record({ app, machine: 'm1', path: '/data/openclaw.json' }, Buffer.from(config), {
    origin: 'opened',
  });
}

async function read(): Promise<void> {
  await Promise.all([store.load(app, 'machines'), store.load(app, 'secrets')]);
  runs = 0;
}

it('compares the secrets with the configuration that was seen last, and runs nothing for it', async () => {
  await keep('{ hooks: { token: "${B}" } }');
  await keep('{ hooks: { token: "${A} ${C}" } }');
  await read();
  expect(Object.fromEntries((await uses.of(app))?.marks ?? [])).toEqual({ B: 'unused', C: 'missing' });
  expect(runs).toBe(0);
});

it.each([
  ['nothing was read from Fly', async () => keep('{}')],
  ['no configuration was seen', read],
  ['the configuration that was seen cannot be read', async () => Promise.all([keep('{'), read()])],
  [
    'the machine has another one',
    async () => {
      drifted = true;
      await Promise.all([keep('{}'), read()]);
    },
  ],
])('knows nothing when %s', async (_, before: () => Promise<unknown>) => {
  await before();
  expect(await uses.of(app)).toBeUndefined();
});

it('says when there is more to know, and not when the same machines are read again', async () => {
  const told: string[] = [];
  uses.onDidChange((name) => told.push(name));
  await read();
  expect(told).toEqual([app]);
  await read();
  expect(told).toEqual([app]);
  uses.noteConfig(app);
  driftChanged.fire({ app: 'other', id: 'm1' });
  expect(told).toEqual([app, app, 'other']);
});

it('has the configurations themselves', async () => {
  await keep('{ gateway: {} }');
  await read();
  expect(await uses.configsOf(app)).toEqual(['{ gateway: {} }']);
  drifted = true;
  expect(await uses.configsOf(app)).toEqual([]);
});
