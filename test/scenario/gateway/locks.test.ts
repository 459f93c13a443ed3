import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMachine, stopMachine } from '../../../src/fly/verbs/machines.ts';
import { clearLocks } from '../../../src/gateway/clear-locks.ts';
import { probe } from '../../../src/gateway/health.ts';
import { type GatewayLocation, locate } from '../../../src/gateway/location.ts';
import { findLocks } from '../../../src/gateway/locks.ts';
import { readVersion } from '../../../src/gateway/version.ts';
import { waitUntilReady } from '../../../src/gateway/wait-until-ready.ts';
import { freePort, openclawMachine } from '../../flysim/harness.ts';
import { deploy, type Deployment } from './deployment.ts';

let deployment: Deployment;
let location: GatewayLocation;
let port: number;

beforeAll(async () => {
  port = await freePort();
  const spec = openclawMachine({ port });
  // The machine outlives its gateway, so that it can be looked at after the gateway was killed.
  deployment = await deploy({ ...spec, command: ['sh', '-c', `${spec.command.join(' ')}; sleep 3600`] });
  location = await locate(deployment.shell, deployment.hints);
}, 120_000);

afterAll(() => deployment[Symbol.asyncDispose]());

async function untilReady(): Promise<string[]> {
  const states: string[] = [];
  const { shell } = deployment;
  const onState = ({ state }: { readonly state: string }): number => states.push(state);
  await waitUntilReady(() => probe(shell, location), { deadlineMs: 140_000, intervalMs: 2_000, onState });
  return states;
}

async function verdicts(): Promise<string[]> {
  const { locks } = await findLocks(deployment.shell, location);
  return locks.map(({ verdict }) => verdict);
}

test(
  'a gateway starts, holds its locks, and leaves stale ones when it is killed',
  { timeout: 320_000 },
  async () => {
    const { shell, flyctl, app, machine, hints, volume } = deployment;
    expect(location.ports[0]).toBe(port);

    const states = await untilReady();
    expect(states.at(-1)).toBe('ready');
    expect(states).toContain('starting');
    expect(await probe(shell, location)).toMatchObject({ state: 'ready', port, version: '2026.9.6' });
    expect(await readVersion(shell, hints)).toBe('2026.9.6');

    const { locks: held, facts } = await findLocks(shell, location);
    expect(held.map(({ verdict, owner }) => ({ verdict, port: owner?.port }))).toEqual([
      { verdict: 'held', port },
      { verdict: 'held', port },
    ]);
    expect(facts).toMatchObject({ answeringPort: port });
    const refused = await clearLocks(shell, held);
    expect(refused.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
    expect(await verdicts()).toEqual(['held', 'held']);

    const [owner] = held.flatMap(({ owner: named }) => named ?? []);
    await shell.run('kill -9 "$1"', { args: [String(owner?.pid)], effect: 'write', deadlineMs: 20_000 });
    await expect.poll(verdicts, { timeout: 30_000 }).toEqual(['stale', 'stale']);
    expect((await probe(shell, location)).state).not.toBe('ready');

    const { locks: stale } = await findLocks(shell, location);
    const cleared = await clearLocks(shell, stale);
    expect(cleared.map(({ outcome }) => outcome)).toEqual(['removed', 'removed']);
    for (const { path } of stale) expect(existsSync(path.replace(location.stateDir, volume))).toBe(false);
    expect(existsSync(join(volume, 'state', 'openclaw.sqlite'))).toBe(true);
    expect(await verdicts()).toEqual([]);

    await flyctl.run(stopMachine(app, machine.id));
    await deployment.flysim.waitForState(app, machine.id, 'stopped');
    await flyctl.run(startMachine(app, machine.id));
    await untilReady();
    expect(await verdicts()).toEqual(['held', 'held']);
  },
);
