import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashOf } from '../../../src/gateway/config.ts';
import { pushConfig, type PushOptions, type PushResult } from '../../../src/gateway/config-push.ts';
import { type GatewayLocation, locate } from '../../../src/gateway/location.ts';
import { root } from '../../../scripts/lib/project.mjs';
import { deploy, type Deployment } from './deployment.ts';

/** The machine has the OpenClaw of node_modules and runs no gateway; where it has no /app, its command tells where. */
let deployment: Deployment;
const command = ['node', join(root, 'node_modules/openclaw/openclaw.mjs'), 'gateway'];
let location: GatewayLocation;

const first = { gateway: { mode: 'local' }, logging: { level: 'info' } };

beforeAll(async () => {
  deployment = await deploy({
    command: ['sleep', '3600'],
    env: { OPENCLAW_STATE_DIR: '/data' },
    volume: { name: 'openclaw_data', path: '/data' },
  });
  location = await locate(deployment.shell, deployment.hints);
  expect(await push(first)).toMatchObject({ outcome: 'written' });
});

afterAll(() => deployment[Symbol.asyncDispose]());

/** Pushes in the place of what is there. */
function push(config: object | string, options: Partial<PushOptions> = {}): Promise<PushResult> {
  const text = typeof config === 'string' ? config : `// ours\n${JSON.stringify(config, null, 2)}\n`;
  const file = live();
  const expectedSha256 = file ? hashOf(file) : null;
  return pushConfig(deployment.shell, location, Buffer.from(text), { expectedSha256, command, ...options });
}

function live(): Buffer | undefined {
  const file = join(deployment.volume, 'openclaw.json');
  return existsSync(file) ? readFileSync(file) : undefined;
}

test('a valid configuration passes, and nothing of root is left behind', async () => {
  expect(await push({ ...first, logging: { level: 'debug' } })).toMatchObject({
    outcome: 'written',
    validation: { kind: 'passed', warnings: [] },
  });
  const owner = lstatSync(deployment.volume).uid;
  const names = readdirSync(deployment.volume).filter((name) => name.startsWith('openclaw.json'));
  expect(names).toEqual(['openclaw.json', 'openclaw.json.before-push']);
  expect(names.map((name) => lstatSync(join(deployment.volume, name)).uid)).toEqual([owner, owner]);
});

test('a missing variable is a warning', async () => {
  const gateway = { mode: 'local', auth: { token: '${NOT_ON_THIS_MACHINE}' } };
  expect(await push({ ...first, gateway })).toMatchObject({
    outcome: 'written',
    validation: { kind: 'passed', warnings: [{ message: expect.stringContaining('NOT_ON_THIS_MACHINE') }] },
  });
});

test.each<[string, object | string, string, string]>([
  ['has an unknown key', { gateway: { mode: 'local', nope: 1 } }, 'gateway', 'Unrecognized key: "nope"'],
  ['cannot be read', '{ gateway: ', '<root>', 'JSON5'],
  ['names a file that is not there', '{ "$include": "./nowhere.json5" }', '<root>', 'nowhere.json5'],
])('a configuration that %s is stopped before it is in place', async (_, config, path, words) => {
  const before = live();
  expect(await push(config)).toEqual({
    outcome: 'rejected',
    issues: [{ path, message: expect.stringContaining(words) }],
  });
  expect(live()).toEqual(before);
  expect(readdirSync(deployment.volume)).not.toContainEqual(expect.stringMatching(/push-|swap-/));
});

test('what a configuration includes is looked for beside it', async () => {
  writeFileSync(join(deployment.volume, 'more.json5'), '{ logging: { level: "info" } }');
  const gateway = { mode: 'local' };
  expect(await push({ $include: './more.json5', gateway })).toMatchObject({
    outcome: 'written',
    validation: { kind: 'passed' },
  });
});

test('a version without the command is not asked', async () => {
  const old = join(deployment.volume, 'old');
  mkdirSync(old);
  writeFileSync(join(old, 'package.json'), '{\n  "name": "openclaw",\n  "version": "2026.2.26"\n}\n');
  const older = { command: ['node', `${location.stateDir}/old/dist/index.js`, 'gateway'] };
  expect(await push({ ...first, logging: { level: 'warn' } }, older)).toMatchObject({
    outcome: 'written',
    validation: { kind: 'skipped', reason: 'tooOld', message: expect.stringContaining('2026.2.26') },
  });
});
