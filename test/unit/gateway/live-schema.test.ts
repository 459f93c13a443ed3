import { chmodSync, chownSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Failure } from '../../../src/core/errors.ts';
import { fetchSchema } from '../../../src/gateway/live-schema.ts';
import { localTransport } from '../remote/local-transport.ts';
import { MachineFolder } from './machine-folder.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

interface Installation {
  readonly version?: string;
  /** The body of OpenClaw's entry. */
  readonly script?: string;
}

/** Prints a schema that tells in what environment and with which words it was asked. */
const telling = `
import { writeFileSync } from 'node:fs';
const { OPENCLAW_STATE_DIR, OPENCLAW_CONFIG_PATH, OPENCLAW_PROFILE, HOME } = process.env;
const told = { uid: process.getuid(), OPENCLAW_STATE_DIR, OPENCLAW_CONFIG_PATH, OPENCLAW_PROFILE, HOME };
console.log(JSON.stringify({ words: process.argv.slice(2), told, padding: 'ü'.repeat(300_000) }));
`;

function machineWith({ version = '2026.9.6', script = telling }: Installation = {}) {
  const machine = new MachineFolder();
  const manifest = { name: 'openclaw', version, type: 'module', bin: { openclaw: 'openclaw.mjs' } };
  const entry = machine.write('/opt/openclaw/openclaw.mjs', script);
  machine.write('/opt/openclaw/package.json', JSON.stringify(manifest, null, 2));
  const stateDir = machine.addFolder("/it's data");
  const hints = {
    env: { OPENCLAW_STATE_DIR: stateDir },
    command: ['node', entry, 'gateway'],
    internalPorts: [],
  };
  return { machine, hints, stateDir, fetch: () => fetchSchema(machine.shell(), hints) };
}

async function toldBy(fetch: () => ReturnType<typeof fetchSchema>) {
  const reply = await fetch();
  if (reply.outcome !== 'schema') throw new Error(reply.outcome);
  return { version: reply.version, ...JSON.parse(reply.text) };
}

test('the schema is what the installed OpenClaw prints, whatever its size', async () => {
  const { stateDir, fetch } = machineWith();
  const told = await toldBy(fetch);
  expect(told).toMatchObject({
    version: '2026.9.6',
    words: ['config', 'schema'],
    told: { OPENCLAW_STATE_DIR: stateDir, OPENCLAW_CONFIG_PATH: `${stateDir}/openclaw.json` },
  });
  expect(told.padding).toHaveLength(300_000);
});

test('the schema is asked for in the environment of the running gateway', async () => {
  const { machine, hints } = machineWith();
  machine.addProcess({ pid: 620, command: ['openclaw-gateway'], env: { OPENCLAW_PROFILE: 'a=b' } });
  const told = await toldBy(() => fetchSchema(machine.shell(), hints));
  expect(told.told.OPENCLAW_PROFILE).toBe('a=b');
});

test.runIf(process.getuid?.() === 0)('root asks as the owner of the state directory', async () => {
  const { machine, stateDir, fetch } = machineWith();
  machine.write('/etc/passwd', 'root:x:0:0::/root:/bin/sh\nnode:x:4321:4321::/home/node:/bin/sh\n');
  for (const folder of [machine.root, dirname(machine.path('/opt/openclaw'))]) chmodSync(folder, 0o755);
  chownSync(stateDir, 4321, 4321);
  expect((await toldBy(fetch)).told).toMatchObject({ uid: 4321, HOME: '/home/node' });
});

test.each([
  ['2026.2.26', 'console.error("error: too many arguments"); process.exit(1);'],
  ['2026.3.27', 'process.exit(1);'],
  ['2026.4.1', `console.error("error: unknown command 'schema'"); process.exit(1);`],
])('version %s does not support it', async (version, script) => {
  expect(await machineWith({ version, script }).fetch()).toEqual({ outcome: 'unsupported', version });
});

test('a machine without OpenClaw has no version', async () => {
  const machine = new MachineFolder();
  const shell = machine.shell(localTransport({ env: { PATH: '/usr/bin:/bin', HOME: machine.root } }));
  const reply = await fetchSchema(shell, { env: {}, command: [], internalPorts: [] });
  expect(reply).toEqual({ outcome: 'unsupported' });
});

test('an OpenClaw that cannot answer is told in its own words', async () => {
  const { fetch } = machineWith({ script: 'console.error("no memory"); process.exit(1);' });
  await expect(fetch()).rejects.toMatchObject(new Failure('failed', { detail: 'no memory' }));
});

test('an answer that is not JSON is bad output', async () => {
  const { fetch } = machineWith({ script: 'console.log("{");' });
  await expect(fetch()).rejects.toMatchObject({ kind: 'badOutput' });
});
