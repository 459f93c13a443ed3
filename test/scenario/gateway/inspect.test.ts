import { chmodSync, chownSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspect } from '../../../src/gateway/inspect/inspect.ts';
import type { Inspection } from '../../../src/gateway/inspect/inspection.ts';
import { judge } from '../../../src/gateway/inspect/judge.ts';
import { root } from '../../../scripts/lib/project.mjs';
import { deploy, type Deployment, listening, ownerOf } from './deployment.ts';

const isRoot = process.getuid?.() === 0;

function write(path: string, content: string | Uint8Array, uid?: number): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { mode: 0o600 });
  if (uid !== undefined) chownSync(path, uid, uid);
  return path;
}

describe('a machine without a gateway', () => {
  let deployment: Deployment;
  let inspection: Inspection;
  const at = (name: string): string => join(deployment.volume, name);
  const onMachine = (name: string): string => `${deployment.hints.env['OPENCLAW_STATE_DIR'] ?? ''}/${name}`;
  const command = ['node', join(root, 'node_modules/openclaw/openclaw.mjs'), 'gateway'];

  beforeAll(async () => {
    deployment = await deploy({
      command: ['sleep', '3600'],
      env: { OPENCLAW_STATE_DIR: '/data' },
      volume: { name: 'openclaw_data', path: '/data' },
    });
    const owner = statSync(deployment.volume).uid;
    write(at('openclaw.json'), '{ "gateway": { "mode": "local", "nope": 1 } }', isRoot ? 0 : owner);
    for (const [index, name] of ['last-good', 'bak', 'clobbered.1'].entries()) {
      write(at(`openclaw.json.${name}`), `${index}`, owner);
    }
    write(at('.openclaw/openclaw.json'), '{}', owner);
    write(
      at('tmp/openclaw-1000/gateway.state.lock'),
      JSON.stringify({ pid: 4_000_000, startTime: 1 }),
      owner,
    );
    for (const folder of ['.openclaw', 'tmp', 'tmp/openclaw-1000']) chownSync(at(folder), owner, owner);
    inspection = await inspect(deployment.shell, deployment.hints);
  });

  afterAll(() => deployment[Symbol.asyncDispose]());

  test('tells everything that can be told', async () => {
    const owner = await ownerOf(deployment);
    expect(inspection).toMatchObject({
      config: { path: onMachine('openclaw.json'), text: expect.stringContaining('nope'), mode: 0o600 },
      otherConfigs: [{ path: onMachine('.openclaw/openclaw.json') }],
      locks: { locks: [{ path: onMachine('tmp/openclaw-1000/gateway.state.lock'), verdict: 'stale' }] },
    });
    expect(inspection.copies.map(({ path }) => path).toSorted()).toEqual(
      ['bak', 'clobbered.1', 'last-good'].map((name) => onMachine(`openclaw.json.${name}`)),
    );
    expect(inspection.foreign.files.map(({ path }) => path)).toEqual(
      isRoot && owner !== 0 ? [onMachine('openclaw.json')] : [],
    );
    // Without isolation the gateways of other tests are there, too.
    if (!deployment.flysim.isolated) return;
    expect(inspection).toMatchObject({
      health: { state: 'down' },
      gateways: [],
      mainUid: owner,
      variables: expect.arrayContaining(['OPENCLAW_GATEWAY_TOKEN', 'OPENCLAW_STATE_DIR']),
    });
  });

  test('has its configuration judged in place, in one call that changes nothing', async () => {
    const shell = listening(deployment.shell);
    const names = readdirSync(deployment.volume);
    expect(await judge(shell, { ...deployment.hints, command })).toBe('gateway: Unrecognized key: "nope"');
    expect(shell.replies).toHaveLength(1);
    expect(readdirSync(deployment.volume)).toEqual(names);
    expect((await inspect(deployment.shell, deployment.hints)).config).toEqual(inspection.config);
  });

  test('tells of a configuration that is too large, but not what is in it', async () => {
    write(at('openclaw.json'), Buffer.alloc(2 * 1024 * 1024, ' '));
    chmodSync(at('openclaw.json'), 0o640);
    const shell = listening(deployment.shell);
    const { config } = await inspect(shell, deployment.hints);
    expect(config).toMatchObject({ bytes: 2 * 1024 * 1024, mode: 0o640 });
    expect(config).not.toHaveProperty('text');
    expect(shell.ways).toEqual(['machine exec']);
  });
});
