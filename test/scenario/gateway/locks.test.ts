import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMachine, stopMachine } from '../../../src/fly/verbs/machines.ts';
import { clearLocks } from '../../../src/gateway/clear-locks.ts';
import { probe } from '../../../src/gateway/health.ts';
import { inspect } from '../../../src/gateway/inspect/inspect.ts';
import { type GatewayLocation, locate } from '../../../src/gateway/location.ts';
import { findLocks } from '../../../src/gateway/locks.ts';
import { readStartGuards } from '../../../src/gateway/start-guards.ts';
import { readVersion } from '../../../src/gateway/version.ts';
import { type Clock, waitUntilReady } from '../../../src/gateway/wait-until-ready.ts';
import { freePort, openclawMachine } from '../../flysim/harness.ts';
import { deploy, type Deployment, listening, ownerOf } from './deployment.ts';

let deployment: Deployment;
let location: GatewayLocation;
let port: number;

beforeAll(async () => {
  port = await freePort();
  const spec = openclawMachine({ port });
  // The machine outlives its gateway, so that it can be looked at after the gateway was killed.
  deployment = await deploy({
    ...spec,
    command: ['sh', '-c', `${spec.command.join(' ')}; sleep 3600`],
    env: { ...spec.env, DISCORD_BOT_TOKEN: 'planted-in-env' },
  });
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

async function onMachine(script: string, ...args: readonly string[]): Promise<string> {
  const { stdout, status } = await deployment.shell.run(script, {
    args,
    effect: 'write',
    deadlineMs: 20_000,
  });
  expect(status).toBe(0);
  return stdout.trim();
}

/** Nothing else starts a gateway here, so nothing is waited for. */
const hurried: Clock = { now: () => performance.now(), delay: async () => undefined };

/** Gives the process id to another process; where that takes more rights, the locks get the id of that process. */
async function reusePid(pid: number, locks: readonly string[]): Promise<void> {
  const script = `
    { echo $(($1 - 1)) > /proc/sys/kernel/ns_last_pid; } 2>/dev/null
    sleep 300 </dev/null >/dev/null 2>&1 &
    got=$! pid=$1
    shift
    [ "$got" = "$pid" ] || sed -i "s/\"pid\": $pid/\"pid\": $got/" "$@"`;
  await onMachine(script, String(pid), ...locks);
}

function plantOldLock(): Promise<string> {
  const name = createHash('sha1').update(location.configPath).digest('hex').slice(0, 8);
  const payload = {
    pid: 23_869,
    createdAt: '2026-02-01T10:00:00.000Z',
    configPath: location.configPath,
    startTime: 1,
  };
  const script =
    'mkdir -p "$1/openclaw-1000" && f="$1/openclaw-1000/gateway.$2.lock" && printf %s "$3" > "$f" && echo "$f"';
  return onMachine(script, location.tempDirs.at(-1) ?? '', name, JSON.stringify(payload));
}

/** Changes the lease that the killed gateway left in its own database. */
async function onLease(sql: string): Promise<void> {
  const script = `node -e '
    const database = new (require("node:sqlite").DatabaseSync)(process.argv[1] + "/state/openclaw.sqlite");
    if (database.prepare(process.argv[2]).run().changes !== 1) process.exit(1);
  ' "$1" "$2" 2>/dev/null`;
  await onMachine(script, location.stateDir, sql);
}

const leaseToOtherHost = (): Promise<void> =>
  onLease(`UPDATE state_leases SET payload_json = json_set(payload_json, '$.owner.host', 'e286de4f')
    WHERE scope = 'gateway-owner' AND lease_key = 'global'`);

const endLease = (): Promise<void> => onLease("DELETE FROM state_leases WHERE scope = 'gateway-owner'");

test(
  'a gateway that has started is told as it is, by one quick call, without any secret',
  { timeout: 180_000 },
  async () => {
    const states = await untilReady();
    expect(states.at(-1)).toBe('ready');
    expect(states).toContain('starting');

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
  },
);

test('a gateway holds its locks, and leaves stale ones when it is killed', { timeout: 320_000 }, async () => {
  const { shell, flyctl, app, machine, hints, volume } = deployment;
  expect(location.ports[0]).toBe(port);

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

  await reusePid(
    owner?.pid ?? 0,
    held.map(({ path }) => path),
  );
  const { locks: stale } = await findLocks(shell, location);
  expect(stale.map(({ verdict, reason }) => ({ verdict, reason }))).toEqual(
    stale.map(() => ({ verdict: 'stale', reason: expect.stringContaining('is another one now (sleep)') })),
  );

  // What 2026.1.x left: the name has the SHA-1 of the path of the configuration.
  const old = await plantOldLock();
  const guards = () => readStartGuards(shell, location, { clock: hurried });
  expect((await guards()).blocking).toBeUndefined();
  await leaseToOtherHost();
  const { locks, blocking } = await guards();
  expect(blocking?.lease).toMatchObject({ pid: owner?.pid, hostname: 'e286de4f', isOfThisHost: false });
  expect(blocking?.leftMs).toBeGreaterThan(0);
  expect(blocking?.leftMs).toBeLessThanOrEqual(300_000);
  await endLease();

  const cleared = await clearLocks(shell, locks);
  expect(cleared.map(({ outcome }) => outcome)).toEqual(['removed', 'removed', 'removed']);
  expect(cleared.map(({ path }) => path).toSorted()).toEqual(
    [old, ...held.map(({ path }) => path)].toSorted(),
  );
  for (const { path } of held) expect(existsSync(path.replace(location.stateDir, volume))).toBe(false);
  expect(existsSync(join(volume, 'state', 'openclaw.sqlite'))).toBe(true);
  expect(await verdicts()).toEqual([]);

  await flyctl.run(stopMachine(app, machine.id));
  await deployment.flysim.waitForState(app, machine.id, 'stopped');
  await flyctl.run(startMachine(app, machine.id));
  await untilReady();
  const { locks: again } = await findLocks(shell, location);
  expect(again.map(({ verdict }) => verdict)).toEqual(['held', 'held']);

  const forced = await clearLocks(shell, again, { evenInUse: true });
  expect(forced.map(({ outcome }) => outcome)).toEqual(['removed', 'removed']);
  expect((await probe(shell, location)).state).toBe('ready');
});
