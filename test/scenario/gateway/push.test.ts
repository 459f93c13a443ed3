import { chownSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../../src/core/errors.ts';
import { hashOf, readConfig } from '../../../src/gateway/config.ts';
import { pushConfig, type PushResult } from '../../../src/gateway/config-push.ts';
import { type GatewayLocation, locate } from '../../../src/gateway/location.ts';
import type { RemoteShell } from '../../../src/remote/shell.ts';
import type { FaultName, FaultOptions } from '../../flysim/harness.ts';
import { deploy, type Deployment } from './deployment.ts';

const before = Buffer.from('// mine\n{ "old": true }\n');
const after = Buffer.from(`{ "new": "${'ü'.repeat(40_000)}" }`);

let deployment: Deployment;
let location: GatewayLocation;
let file: string;

beforeAll(async () => {
  deployment = await deploy({
    command: ['sleep', '3600'],
    env: { OPENCLAW_STATE_DIR: '/data' },
    volume: { name: 'openclaw_data', path: '/data' },
  });
  location = await locate(deployment.shell, deployment.hints);
  file = join(deployment.volume, 'openclaw.json');
});

afterAll(() => deployment[Symbol.asyncDispose]());

beforeEach(() => {
  for (const name of readdirSync(deployment.volume))
    rmSync(join(deployment.volume, name), { recursive: true });
  writeFileSync(file, before, { mode: 0o600 });
  const { uid, gid } = statSync(deployment.volume);
  chownSync(file, uid, gid);
});

afterEach(() => deployment.flysim.clearFaults());

function push(shell = deployment.shell, signal?: AbortSignal): Promise<PushResult> {
  const options = { expectedSha256: hashOf(before), validation: 'off', signal } as const;
  return pushConfig(shell, location, after, options);
}

/** What a push told, or the kind of its failure. */
async function told(pushing: Promise<PushResult>): Promise<string> {
  try {
    return (await pushing).outcome;
  } catch (error) {
    if (error instanceof Failure) return error.kind;
    throw error;
  }
}

function impatient(deadlineMs: number): RemoteShell {
  return { run: (script, options) => deployment.shell.run(script, { ...options, deadlineMs }) };
}

function live(): 'old' | 'new' | 'broken' {
  const bytes = readFileSync(file);
  if (bytes.equals(before)) return 'old';
  return bytes.equals(after) ? 'new' : 'broken';
}

describe('a push over ssh', () => {
  test('arrives byte for byte, with owner and mode, and can be read back', async () => {
    const { uid, gid } = statSync(file);
    expect(await told(push())).toBe('written');
    expect(live()).toBe('new');
    expect(statSync(file)).toMatchObject({ uid, gid });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await readConfig(deployment.shell, location)).toMatchObject({ exists: true, bytes: after });
  });

  test.each<[FaultName, FaultOptions, string[]]>([
    ['cut-stdin', { bytes: 0 }, ['refused']],
    ['cut-stdin', { bytes: 1 }, ['refused']],
    ['cut-stdin', { bytes: 70_000 }, ['refused']],
    ['cut-stdout', { bytes: 1 }, ['written', 'refused']],
    ['cut-stdout', { bytes: 60 }, ['written', 'refused']],
    ['lost-tail', { bytes: 3 }, ['written']],
    ['lost-tail', {}, ['written']],
    ['silent-exit', {}, ['refused']],
    ['windows-handle', {}, ['written']],
    ['tunnel-unavailable', {}, ['tunnel']],
    ['no-started-machine', {}, ['noStartedMachine']],
    ['not-logged-in', {}, ['notLoggedIn']],
  ])('that meets %s %j tells the truth', async (name, options, expected) => {
    await deployment.flysim.setFault(name, options);
    const outcome = await told(push());
    expect(expected).toContain(outcome);
    expect(live()).toBe(outcome === 'written' ? 'new' : 'old');
    await deployment.flysim.clearFaults();
    expect(['written', 'unchanged']).toContain(await told(push()));
    expect(live()).toBe('new');
    expect(readdirSync(deployment.volume)).toEqual(['openclaw.json', 'openclaw.json.before-push']);
  });

  test('that hangs ends at its deadline, without having written', async () => {
    await deployment.flysim.setFault('hang', { verb: 'ssh console' });
    expect(await told(push(impatient(5_000)))).toBe('refused');
    expect(live()).toBe('old');
  });

  test('that hangs can be cancelled', async () => {
    await deployment.flysim.setFault('hang', { verb: 'ssh console' });
    expect(await told(push(deployment.shell, AbortSignal.timeout(1_000)))).toBe('cancelled');
    expect(live()).toBe('old');
  });

  test('whose outcome nobody can tell is unproven', async () => {
    await deployment.flysim.setFault('lost-tail');
    await deployment.flysim.setFault('hang', { verb: 'machine exec' });
    expect(await told(push(impatient(5_000)))).toBe('unproven');
  });

  test('meets another writer', async () => {
    const other = Buffer.from('{ "other": true }');
    writeFileSync(file, other);
    expect(await push()).toMatchObject({ outcome: 'conflict', remote: { sha256: hashOf(other) } });
    expect(readFileSync(file)).toEqual(other);
  });

  test('meets another push of the same file', async () => {
    const outcomes = await Promise.all([told(push()), told(push())]);
    expect(outcomes.toSorted()).toEqual(['unchanged', 'written']);
    expect(live()).toBe('new');
    expect(readdirSync(deployment.volume)).toEqual(['openclaw.json', 'openclaw.json.before-push']);
  });
});
