import { chmodSync, chownSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { probe } from '../../../src/gateway/health.ts';
import { inspect } from '../../../src/gateway/inspect/inspect.ts';
import type { Inspection } from '../../../src/gateway/inspect/inspection.ts';
import { judge } from '../../../src/gateway/inspect/judge.ts';
import { locate } from '../../../src/gateway/location.ts';
import { waitUntilReady } from '../../../src/gateway/wait-until-ready.ts';
import type { RemoteShell } from '../../../src/remote/shell.ts';
import { root } from '../../../scripts/lib/project.mjs';
import { freePort, openclawMachine } from '../../flysim/harness.ts';
import { deploy, type Deployment } from './deployment.ts';

const isRoot = process.getuid?.() === 0;

/** Keeps what comes back, and counts. */
function listening(
  shell: RemoteShell,
): RemoteShell & { readonly replies: string[]; readonly ways: string[] } {
  const replies: string[] = [];
  const ways: string[] = [];
  return {
    replies,
    ways,
    run: async (script, options) => {
      const result = await shell.run(script, options);
      replies.push(result.stdout);
      ways.push(result.transport);
      return result;
    },
  };
}

function write(path: string, content: string | Uint8Array, uid?: number): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { mode: 0o600 });
  if (uid !== undefined) chownSync(path, uid, uid);
  return path;
}

/** As the machine sees it, which may be a user of its own. */
async function ownerOf({ shell, hints }: Deployment): Promise<number> {
  const args = [hints.env['OPENCLAW_STATE_DIR'] ?? ''];
  const { stdout } = await shell.run('stat -c %u "$1"', { args, effect: 'read', deadlineMs: 20_000 });
  return Number(stdout);
}

describe('a machine with a gateway', () => {
  let deployment: Deployment;
  let port: number;

  beforeAll(async () => {
    port = await freePort();
    const machine = openclawMachine({ port });
    deployment = await deploy({ ...machine, env: { ...machine.env, DISCORD_BOT_TOKEN: 'planted-in-env' } });
    const location = await locate(deployment.shell, deployment.hints);
    await waitUntilReady(() => probe(deployment.shell, location), { deadlineMs: 140_000, intervalMs: 500 });
  }, 200_000);

  afterAll(() => deployment[Symbol.asyncDispose]());

  test('is told as it is, by one quick call, without any secret', async () => {
    const shell = listening(deployment.shell);
    const { hints, flysim } = deployment;
    const inspection = await inspect(shell, hints);
    const owner = await ownerOf(deployment);
    expect(shell.ways).toEqual(['machine exec']);
    expect(inspection).toMatchObject({
      health: { state: 'ready', port },
      version: '2026.9.6',
      stateDir: { path: hints.env['OPENCLAW_STATE_DIR'], uid: owner },
      mainUid: owner,
      foreign: { count: 0, files: [] },
      gateways: [{ uid: owner, listens: expect.arrayContaining([`0.0.0.0:${port}`]) }],
      settings: {
        OPENCLAW_GATEWAY_PORT: String(port),
        NODE_OPTIONS: '--max-old-space-size=1536',
        NODE_ENV: 'production',
      },
      otherConfigs: [],
    });
    if (flysim.isolated) expect(inspection.stateDir?.mountPoint).toBe('/data');
    expect(inspection.locks.locks.map(({ verdict }) => verdict)).toEqual(['held', 'held']);
    expect(inspection.lease?.pid).toBe(inspection.gateways[0]?.pid);
    expect(inspection.log.map(({ text }) => text)).toContainEqual(expect.stringContaining('ready'));
    expect(inspection.variables).toEqual(
      expect.arrayContaining(['DISCORD_BOT_TOKEN', 'OPENCLAW_GATEWAY_TOKEN']),
    );
    const decoded = shell.replies
      .join('\n')
      .replace(/[\w+/]{8,}=*/g, (word) => Buffer.from(word, 'base64').toString());
    expect(decoded).toContain('DISCORD_BOT_TOKEN');
    for (const secret of ['planted-in-env', 'only-for-this-test']) {
      expect(decoded).not.toContain(secret);
      expect(JSON.stringify(inspection)).not.toContain(secret);
    }
  });
});

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
