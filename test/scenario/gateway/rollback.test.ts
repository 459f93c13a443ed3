import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { restartMachine } from '../../../src/fly/verbs/machines.ts';
import { readConfig } from '../../../src/gateway/config.ts';
import { pushConfig } from '../../../src/gateway/config-push.ts';
import { probe } from '../../../src/gateway/health.ts';
import { type GatewayLocation, locate } from '../../../src/gateway/location.ts';
import { recover, type RestartedConfig } from '../../../src/gateway/rollback.ts';
import { waitUntilReady } from '../../../src/gateway/wait-until-ready.ts';
import { freePort, openclawMachine } from '../../flysim/harness.ts';
import { deploy, type Deployment } from './deployment.ts';

let deployment: Deployment;
let location: GatewayLocation;
let good: Buffer;

beforeAll(async () => {
  const port = await freePort();
  deployment = await deploy(openclawMachine({ port }));
  location = await locate(deployment.shell, deployment.hints);
  const controlUi = { allowedOrigins: [`http://localhost:${port}`] };
  good = Buffer.from(`// good\n${JSON.stringify({ gateway: { mode: 'local', bind: 'lan', controlUi } })}`);
  // The gateway that runs already restarts for the first configuration, so both starts are one.
  await force(good);
  await waitUntilReady(() => probe(deployment.shell, location), { deadlineMs: 140_000, intervalMs: 1_000 });
}, 240_000);

afterAll(() => deployment[Symbol.asyncDispose]());

const restart = (): Promise<void> =>
  deployment.flyctl.run(restartMachine(deployment.app, deployment.machine.id));

/** Pushes past every check, and restarts the machine unless it is the first configuration. */
async function force(pushed: Uint8Array): Promise<RestartedConfig> {
  const now = await readConfig(deployment.shell, location);
  const result = await pushConfig(deployment.shell, location, pushed, {
    expectedSha256: now.exists ? now.sha256 : null,
    validation: 'off',
  });
  if (result.outcome !== 'written') throw new Error(JSON.stringify(result));
  if (now.exists) await restart();
  const before = now.exists ? now.bytes : null;
  return { location, pushed, before, pushedAt: result.file.mtimeMs, restart };
}

test(
  'a configuration of which the gateway dies is rolled back, and the gateway is ready again',
  { timeout: 300_000 },
  async () => {
    const bad = await force(Buffer.from('{ "gateway": { "mode": "local", "bind": "lan" }, "nope": 1 }'));
    const told: string[] = [];
    const recovery = await recover(deployment.shell, bad, {
      intervalMs: 1_000,
      command: deployment.hints.command,
      onState: ({ state }) => told.push(state),
      onRollBack: () => told.push('roll back'),
    });
    expect(recovery).toMatchObject({
      outcome: 'rolledBack',
      reason: expect.stringContaining('Unrecognized key: "nope"'),
      comeback: { outcome: 'ready' },
    });
    expect(told.filter((state) => state === 'roll back')).toHaveLength(1);
    expect(told.slice(0, told.indexOf('roll back'))).not.toContain('ready');
    expect(readFileSync(join(deployment.volume, 'openclaw.json'))).toEqual(good);
    expect(await probe(deployment.shell, location)).toMatchObject({ state: 'ready' });
  },
);
