import { readFileSync, renameSync, statSync, writeFileSync, chownSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { watchAfterPush, type PushedConfig } from '../../../src/gateway/after-push.ts';
import type { Aftermath } from '../../../src/gateway/aftermath.ts';
import { readConfig, statConfig } from '../../../src/gateway/config.ts';
import { pushConfig } from '../../../src/gateway/config-push.ts';
import { probe } from '../../../src/gateway/health.ts';
import { type GatewayLocation, locate } from '../../../src/gateway/location.ts';
import { waitUntilReady } from '../../../src/gateway/wait-until-ready.ts';
import { freePort, openclawMachine } from '../../flysim/harness.ts';
import { deploy, type Deployment } from './deployment.ts';

let deployment: Deployment;
let location: GatewayLocation;
let port: number;

/** One gateway for all: each start takes ten seconds of processor time. */
beforeAll(async () => {
  port = await freePort();
  deployment = await deploy(openclawMachine({ port }));
  location = await locate(deployment.shell, deployment.hints);
  await untilReady();
  expect(await push(config({}))).toEqual({ outcome: 'applied' });
}, 240_000);

afterAll(() => deployment[Symbol.asyncDispose]());

async function untilReady(): Promise<void> {
  await waitUntilReady(() => probe(deployment.shell, location), { deadlineMs: 140_000, intervalMs: 1_000 });
}

function config(rest: object, controlUi: object = {}): string {
  const origins = [`http://localhost:${port}`];
  const gateway = { mode: 'local', bind: 'lan', controlUi: { allowedOrigins: origins, ...controlUi } };
  return JSON.stringify({ gateway, ...rest }, null, 2);
}

async function bytesNow(): Promise<Uint8Array | null> {
  const file = await readConfig(deployment.shell, location);
  return file.exists ? file.bytes : null;
}

/** Looks every second until the gateway has made up its mind, for as long as a user would wait. */
async function aftermathOf(pushed: PushedConfig): Promise<Aftermath> {
  let aftermath = await watchAfterPush(deployment.shell, pushed, { delaysMs: [1_000] });
  const endsAt = Date.now() + 60_000;
  while (isPassing(aftermath) && Date.now() < endsAt) {
    aftermath = await watchAfterPush(deployment.shell, pushed, { delaysMs: [1_000] });
  }
  return aftermath;
}

function isPassing(aftermath: Aftermath): boolean {
  return aftermath.outcome === 'unconfirmed' || aftermath.outcome === 'waitingForRestart';
}

async function push(text: string): Promise<Aftermath> {
  const before = await bytesNow();
  const pushed = Buffer.from(text);
  const now = await statConfig(deployment.shell, location);
  const result = await pushConfig(deployment.shell, location, pushed, {
    expectedSha256: now.exists ? now.sha256 : null,
  });
  if (result.outcome !== 'written') throw new Error(JSON.stringify(result));
  return aftermathOf({ location, pushed, before, pushedAt: result.file.mtimeMs, version: '2026.9.6' });
}

/** As a text editor on the machine does it, past every check. */
async function writeByHand(text: string): Promise<PushedConfig> {
  const before = await bytesNow();
  const file = join(deployment.volume, 'openclaw.json');
  const { uid, gid } = statSync(file);
  writeFileSync(`${file}.hand`, text, { mode: 0o600 });
  chownSync(`${file}.hand`, uid, gid);
  renameSync(`${file}.hand`, file);
  const now = await statConfig(deployment.shell, location);
  const pushedAt = now.exists ? now.mtimeMs : 0;
  return { location, pushed: Buffer.from(text), before, pushedAt, version: '2026.9.6' };
}

describe('a real gateway', { timeout: 150_000 }, () => {
  test('applies what it only reads when it needs it', async () => {
    expect(await push(config({ session: { reset: { mode: 'idle', idleMinutes: 60 } } }))).toEqual({
      outcome: 'applied',
    });
  });

  test('reloads hooks and origins', async () => {
    const origins = { allowedOrigins: [`http://localhost:${port}`, 'https://claw.fly.dev'] };
    expect(await push(config({ hooks: { enabled: false } }, origins))).toEqual({ outcome: 'applied' });
  });

  test('says nothing to a comment', async () => {
    expect(await push(`// why\n${readFileSync(join(deployment.volume, 'openclaw.json'), 'utf8')}`)).toEqual({
      outcome: 'nothingToDo',
    });
  });

  test('restarts by itself for the path of its control UI', async () => {
    const { uptimeMs = 0 } = await probe(deployment.shell, location);
    expect(await push(config({}, { basePath: '/openclaw' }))).toEqual({ outcome: 'applied' });
    const after = await probe(deployment.shell, location);
    expect(after).toMatchObject({ state: 'ready', version: '2026.9.6' });
    expect(after.uptimeMs).toBeLessThan(uptimeMs);
  });

  test('rejects with its own words what was forced in, goes on, and takes the mended file', async () => {
    const good = readFileSync(join(deployment.volume, 'openclaw.json'), 'utf8');
    const unknownKey = await writeByHand(config({ nope: 1 }, { basePath: '/openclaw' }));
    expect(await aftermathOf(unknownKey)).toEqual({
      outcome: 'rejected',
      words: 'config reload skipped (invalid config): : Unrecognized key: "nope"',
    });
    const conflict = await writeByHand(good.replace(/"allowedOrigins": \[[^\]]*\],?/, ''));
    expect(await aftermathOf(conflict)).toMatchObject({
      outcome: 'rejected',
      words: expect.stringContaining('requires gateway.controlUi.allowedOrigins'),
    });
    expect(await probe(deployment.shell, location)).toMatchObject({ state: 'ready' });
    expect(await push(good)).toEqual({ outcome: 'applied' });
  });

  test('is not taken for the one that put the old file back', async () => {
    const pushed = await writeByHand(
      config({ session: { reset: { mode: 'idle', idleMinutes: 5 } } }, { basePath: '/openclaw' }),
    );
    await writeByHand(Buffer.from(pushed.before ?? []).toString());
    expect(await aftermathOf(pushed)).toMatchObject({ outcome: 'reverted', file: { exists: true } });
  });
});
