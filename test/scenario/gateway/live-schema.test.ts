import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fetchSchema } from '../../../src/gateway/live-schema.ts';
import { normaliseSchema } from '../../../src/gateway/schema/normalise.ts';
import { readVersion } from '../../../src/gateway/version.ts';
import { root } from '../../../scripts/lib/project.mjs';
import { deploy, type Deployment } from './deployment.ts';

let deployment: Deployment;

/** The machine has OpenClaw but runs no gateway. A machine that is a plain process has no /app: its command tells. */
beforeAll(async () => {
  deployment = await deploy({
    command: ['sleep', '3600'],
    env: { OPENCLAW_STATE_DIR: '/data' },
    volume: { name: 'openclaw_data', path: '/data' },
  });
  const command = ['node', join(root, 'node_modules/openclaw/openclaw.mjs'), 'gateway'];
  deployment = { ...deployment, hints: { ...deployment.hints, command } };
});

afterAll(() => deployment[Symbol.asyncDispose]());

afterEach(() => deployment.flysim.clearFaults());

test('the real OpenClaw prints a schema that can be normalised, and leaves nothing of root behind', async () => {
  const { shell, hints, volume } = deployment;
  const reply = await fetchSchema(shell, hints);
  if (reply.outcome !== 'schema') throw new Error(reply.outcome);
  expect(reply.version).toBe(await readVersion(shell, hints));
  expect(normaliseSchema(JSON.parse(reply.text))['properties']).toHaveProperty('gateway');
  const owners = readdirSync(volume, { recursive: true, encoding: 'utf8' }).map(
    (name) => lstatSync(join(volume, name)).uid,
  );
  expect(new Set([...owners, lstatSync(volume).uid]).size).toBe(1);
});

test.each(['cut-stdout', 'silent-exit'] as const)(
  'an answer that meets %s is not taken for one',
  async (fault) => {
    await deployment.flysim.setFault(fault, { verb: 'ssh console', bytes: 1000 });
    await expect(fetchSchema(deployment.shell, deployment.hints)).rejects.toMatchObject({ kind: 'unproven' });
  },
);
