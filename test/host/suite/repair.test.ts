import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { answeringEach } from '../answers.ts';
import { deployment } from '../flysim.ts';

const { app, machine, configFile, flyctl, older } = deployment();
const stateDir = dirname(configFile);
const lockFolder = join(stateDir, 'tmp', 'openclaw-1000');
const lockFile = join(lockFolder, 'gateway.state.lock');
const hourMs = 3_600_000;
const target = { app, machine };

async function fly(...words: readonly string[]): Promise<string> {
  return (await promisify(execFile)(flyctl, words)).stdout;
}

function onMachine(script: string): Promise<string> {
  return fly('ssh', 'console', '--app', app, '--machine', machine, '-C', `sh -c "${script}"`);
}

function lockedBy(owner: object): void {
  mkdirSync(lockFolder, { recursive: true });
  const createdAt = new Date(Date.now() - hourMs).toISOString();
  writeFileSync(lockFile, JSON.stringify({ configPath: '/data/openclaw.json', createdAt, ...owner }));
}

/** By a process that no machine has: an id larger than Linux gives. */
function lockedByNobody(): void {
  lockedBy({ pid: 5_000_000, startTime: 4711 });
}

/** By a process that every machine has, as if it were OpenClaw at work on its database. */
async function lockedByInit(): Promise<void> {
  const startTime = Number((await onMachine('cut -d \\" \\" -f 22 /proc/1/stat')).trim());
  lockedBy({ pid: 1, role: 'sqlite-maintenance', startTime, createdAt: new Date().toISOString() });
}

function clearing(target: object, answers: readonly string[]): Promise<readonly string[]> {
  const command = 'openclawDeployments.clearGatewayLock';
  return answeringEach(answers, async () => vscode.commands.executeCommand(command, target));
}

describe('Clear Gateway Lock', () => {
  afterEach(() => {
    for (const folder of ['tmp', 'agents', 'state'])
      rmSync(join(stateDir, folder), { recursive: true, force: true });
  });

  it('lists what is stale before anything goes', async () => {
    lockedByNobody();
    mkdirSync(join(stateDir, 'agents/main/sessions'), { recursive: true });
    writeFileSync(join(stateDir, 'agents/main/sessions/2f1c.jsonl.lock'), '{"pid":5000000}');
    const [question = '', ...more] = await clearing(target, []);
    assert.deepEqual(more, []);
    assert.match(question, new RegExp(`^Clear the stale gateway lock of .* \\(${app}\\)\\?\n`));
    assert.match(question, /^\/data\/tmp\/openclaw-1000\/gateway\.state\.lock$/m);
    assert.match(question, /^stale · by process 5000000 of user \d+ · since .+ \(60 min ago\)$/m);
    assert.match(question, /Process 5000000, which made it/);
    assert.match(question, /2f1c\.jsonl\.lock\n.*\n.* One conversation waits for it\./);
    assert.equal(existsSync(lockFile), true);
  });

  it('clears what is stale without a restart, and puts it aside', async () => {
    lockedByNobody();
    writeFileSync(`${lockFile}.sqlite`, '');
    const [, told] = await clearing(target, ['Clear Only']);
    assert.match(told ?? '', /is cleared\. Restart the machine next\./);
    assert.equal(existsSync(lockFile), false);
    const names = readdirSync(lockFolder).map((name) => name.replace(/\d+$/, 'N'));
    assert.deepEqual(names.sort(), ['gateway.state.lock.cleared-N', 'gateway.state.lock.sqlite']);
  });

  it('refuses to clear what is in use, and says by whom', async () => {
    await lockedByInit();
    const [refusal = '', ...more] = await clearing(target, []);
    assert.deepEqual(more, []);
    assert.match(refusal, /^The gateway lock of .* is in use\. Nothing was removed\.\n/);
    assert.match(refusal, /^in use · by process 1 of user \d+ · since /m);
    assert.match(refusal, /OpenClaw \(sqlite-maintenance\) runs as process 1 and holds it\./);
    assert.equal(existsSync(lockFile), true);
  });

  it('clears what is in use only after a second question, which says what that costs', async () => {
    await lockedByInit();
    const [, question = ''] = await clearing(target, ['Clear Anyway…', 'Keep the Lock']);
    assert.match(question, new RegExp(`\\(${app}\\)`));
    assert.match(question, /Two gateways on one state directory .* lose others/);
    assert.equal(existsSync(lockFile), true);

    const [, , told] = await clearing(target, ['Clear Anyway…', 'Clear the Lock in Use']);
    assert.match(told ?? '', /is cleared/);
    assert.equal(existsSync(lockFile), false);
  });

  it('says that a lease cannot be removed, whose it is and how long it lasts', async () => {
    const plant = [
      'const database = new (require(`node:sqlite`).DatabaseSync)(`/data/state/openclaw.sqlite`);',
      'database.exec(`CREATE TABLE state_leases (scope, lease_key, payload_json, expires_at)`);',
      'const payload = JSON.stringify({ owner: { pid: 620, host: `e286de4f`, startedAt: 1 } });',
      'database.prepare(`INSERT INTO state_leases VALUES (?, ?, ?, ?)`)',
      '.run(`gateway-owner`, `global`, payload, Date.now() + 240000);',
    ].join(' ');
    const script = Buffer.from(plant).toString('base64');
    await onMachine(`mkdir -p /data/state && echo ${script} | base64 -d | node`);
    const [question = ''] = await clearing(target, []);
    assert.match(question, /no stale lock, but its gateway is kept from starting/);
    assert.match(question, /host e286de4f \(process 620\) owns the state directory for another [34]:\d\d/);
    assert.match(question, /Nothing can be removed/);
  });

  it('asks for an app what it asks for its machine, and says when there is no lock', async () => {
    const told = await clearing({ app }, []);
    assert.match(told.join(), /has no gateway lock/);
  });

  it('says of a machine without its VM what else can be done', async () => {
    await fly('machine', 'stop', older.machine, '--app', older.app);
    try {
      const [told = ''] = await clearing({ app: older.app, machine: older.machine }, []);
      assert.match(told, /is not started.* so nobody can look into it\. Start it .* Rescue/);
    } finally {
      await fly('machine', 'start', older.machine, '--app', older.app);
    }
  });
});
