import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { answeringEach } from '../answers.ts';
import { deployment } from '../flysim.ts';
import { choosing } from '../lists.ts';

const rescueMs = 120_000;
const { app, machine, configFile, flyctl } = deployment();
const good = '{\n  // Started with this.\n  "gateway": { "mode": "local" }\n}\n';
const bad = good.replace('"local" }', '"local" },\n  "nope": 1');

/** Stands in for a gateway: it answers where and as one does, and takes 50 MB instead of 800. */
const gateway = `require("http").createServer((request, response) => {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ ok: true, status: "started", version: "2026.9.6" }));
}).listen(Number(process.argv.at(-1)));`;

async function fly(...words: readonly string[]): Promise<string> {
  return (await promisify(execFile)(flyctl, words)).stdout;
}

async function read(): Promise<{ readonly state: string; readonly cmd: readonly string[] }> {
  const machines = JSON.parse(await fly('machine', 'list', '-a', app, '--json'));
  const found = machines.find(({ id }: { readonly id: string }) => id === machine);
  return { state: found.state, cmd: found.config.init.cmd };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function setCommand(words: readonly string[], ...flags: readonly string[]): Promise<void> {
  const line = words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  await fly(
    'machine',
    'update',
    '-a',
    app,
    '--command',
    line,
    ...flags,
    '--skip-health-checks',
    '-y',
    machine,
  );
}

/** Runs the command, answers its questions in their order, and chooses from its lists by what the items are called. */
async function rescuing(answers: readonly string[], choices: readonly string[]): Promise<readonly string[]> {
  const left = [...choices];
  const isNext = ({ label }: vscode.QuickPickItem): boolean => {
    const [next] = left;
    if (next === undefined || !label.includes(next)) return false;
    left.shift();
    return true;
  };
  const told = await answeringEach(answers, () =>
    choosing(isNext, () => vscode.commands.executeCommand('openclawDeployments.rescue', { app, machine })),
  );
  assert.deepEqual(left, []);
  return told;
}

describe('Rescue Gateway', () => {
  let original: readonly string[] = [];
  let command: readonly string[] = [];

  before(async function () {
    this.timeout(rescueMs);
    original = (await read()).cmd;
    // Its last word but three tells where OpenClaw is, also on a machine without a file system of its own.
    const entry = original.at(-1) ?? '';
    command = ['node', '-e', gateway, entry, 'gateway', '--port', String(await freePort())];
    await setCommand(command);
  });

  after(async function () {
    this.timeout(rescueMs);
    await setCommand(original);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  beforeEach(() => {
    writeFileSync(configFile, bad);
    writeFileSync(`${configFile}.last-good`, good);
  });

  it('changes nothing without a yes', async () => {
    const [question = '', ...more] = await rescuing([], []);
    assert.deepEqual(more, []);
    assert.match(question, new RegExp(`^Rescue the gateway of .* \\(${app}\\)\\?`));
    assert.match(question, /The gateway does not run meanwhile/);
    assert.deepEqual((await read()).cmd, command);
  });

  it('brings a stopped gateway back with the configuration that it last started with', async () => {
    await fly('machine', 'stop', '-a', app, machine);
    const told = await rescuing(
      ['Start Rescue', 'Put in Place'],
      ['Restore a Configuration', 'openclaw.json.last-good', 'Done: Start the Gateway Again'],
    );
    assert.match(told[1] ?? '', /Restore openclaw\.json\.last-good of/);
    assert.match(told[2] ?? '', /^The gateway of .* is ready\./);
    assert.equal(readFileSync(configFile, 'utf8'), good);
    assert.deepEqual(await read(), { state: 'started', cmd: command });
  }).timeout(rescueMs);

  it('is offered to be ended when the machine was put to sleep from another computer', async () => {
    const note = { command, startedAt: new Date().toISOString(), by: '0.0.1' };
    const metadata = `openclaw_rescue=${Buffer.from(JSON.stringify(note)).toString('base64url')}`;
    await setCommand(['sh', '-c', 'exec sleep 1000', 'openclaw-rescue'], '-m', metadata);
    const told: string[] = [];
    const { showWarningMessage } = vscode.window;
    const offered = new Promise<void>((resolve) => {
      const show = async (message: string, ...buttons: readonly string[]): Promise<undefined> => {
        told.push(message, ...buttons);
        resolve();
      };
      Object.assign(vscode.window, { showWarningMessage: show });
    });
    try {
      await vscode.commands.executeCommand('openclawDeployments.refresh');
      await offered;
    } finally {
      Object.assign(vscode.window, { showWarningMessage });
    }
    assert.match(told[0] ?? '', /was not ended: its machine sleeps and its gateway does not run/);
    assert.deepEqual(told.slice(1), ['Continue Rescue', 'Put the Command Back']);
    const [question = ''] = await rescuing(['Put the Command Back'], []);
    assert.match(question, /A rescue of .* is under way/);
    assert.deepEqual(await read(), { state: 'started', cmd: command });
  }).timeout(rescueMs);

  it('can be left in the middle, and puts the command back', async () => {
    const told = await rescuing(['Start Rescue', 'Put the Command Back'], []);
    assert.match(told[1] ?? '', /is not ended: the machine sleeps, its command is noted/);
    assert.match(told[2] ?? '', /^The gateway of .* is ready\./);
    assert.equal(readFileSync(configFile, 'utf8'), bad);
    assert.deepEqual(await read(), { state: 'started', cmd: command });
  }).timeout(rescueMs);
});
