import { chmodSync, chownSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test, vi } from 'vitest';
import { hashOf } from '../../../src/gateway/config.ts';
import { pushConfig, type PushOptions } from '../../../src/gateway/config-push.ts';
import type { RemoteShell } from '../../../src/remote/shell.ts';
import { localTransport } from '../remote/local-transport.ts';
import { after, before, machineWithConfig } from './machine-with-config.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

interface Installation {
  readonly version?: string;
  /** The body of OpenClaw's entry, which may use `config`, the file that it is asked about. */
  readonly script?: string;
}

/** As long as `flyctl ssh console` may take. */
const patient = { maxMs: 600_000 };

const passes = 'console.log(JSON.stringify({ valid: true, path: config, warnings: [] }));';

function machineWithOpenClaw({ version = '2026.9.6', script = passes }: Installation = {}) {
  const it = machineWithConfig();
  const manifest = { name: 'openclaw', version, type: 'module', bin: { openclaw: 'openclaw.mjs' } };
  const prologue = `
import { readFileSync, writeFileSync, readdirSync, statSync } from 'node:fs';
const config = process.env.OPENCLAW_CONFIG_PATH;
`;
  const entry = it.machine.write('/opt/openclaw/openclaw.mjs', prologue + script);
  it.machine.write('/opt/openclaw/package.json', JSON.stringify(manifest, null, 2));
  const push = (
    options: Partial<PushOptions> = {},
    shell: RemoteShell = it.machine.shell(localTransport(patient)),
  ) =>
    pushConfig(shell, it.place, after, {
      expectedSha256: hashOf(before),
      command: ['node', entry, 'gateway'],
      ...options,
    });
  return { ...it, entry, push };
}

function rejecting(issues: readonly object[]): string {
  const reply = { ok: false, error: { type: 'cli_error', message: 'It is invalid.' }, valid: false, issues };
  return `console.log(JSON.stringify(${JSON.stringify(reply)}, null, 2)); process.exitCode = 1;`;
}

test('a configuration that OpenClaw accepts is written, with what it warns of', async () => {
  const warnings = [{ path: 'gateway.auth.token', message: 'Missing env var "TOKEN"', more: 1 }];
  const script = `console.log('a word before it\\n' + JSON.stringify({ valid: true, warnings: ${JSON.stringify(warnings)} }))`;
  const { live, push } = machineWithOpenClaw({ script });
  expect(await push()).toMatchObject({
    outcome: 'written',
    validation: {
      kind: 'passed',
      warnings: [{ path: 'gateway.auth.token', message: 'Missing env var "TOKEN"' }],
    },
  });
  expect(live()).toEqual(after);
});

test('a configuration that it does not accept is not written, in its words', async () => {
  const issues = [
    { path: 'gateway', message: 'Unrecognized key: "nöpe"', allowedValues: [] },
    { path: 'port', message: 'x'.repeat(9_000) },
  ];
  const { live, files, push } = machineWithOpenClaw({ script: rejecting(issues) });
  const result = await push();
  expect(result).toEqual({
    outcome: 'rejected',
    issues: [
      { path: 'gateway', message: 'Unrecognized key: "nöpe"' },
      { path: 'port', message: 'x'.repeat(500) },
    ],
  });
  expect(live()).toEqual(before);
  expect(files()).toEqual(['openclaw.json']);
});

test('a rejection without issues has the words of the error', async () => {
  const { push } = machineWithOpenClaw({ script: rejecting([]) });
  const issues = [{ path: '<root>', message: 'It is invalid.' }];
  expect(await push()).toEqual({ outcome: 'rejected', issues });
});

test('a hundred issues are enough', async () => {
  const issues = Array.from({ length: 5_000 }, (_, index) => ({
    path: `a.${index}`,
    message: 'm'.repeat(600),
  }));
  const result = await machineWithOpenClaw({ script: rejecting(issues) }).push();
  expect(result.outcome === 'rejected' && result.issues).toHaveLength(100);
});

test('what is validated is a copy of all bytes beside the real file, with the words of the command', async () => {
  const script = `
const told = {
  words: process.argv.slice(2), config, bytes: readFileSync(config, 'utf8'),
  state: process.env.OPENCLAW_STATE_DIR, mode: statSync(config).mode & 0o777,
};
writeFileSync(config, 'something else');
writeFileSync(config + '.bak', 'left behind');
console.log(JSON.stringify({ valid: true, warnings: [{ path: '', message: JSON.stringify(told) }] }));`;
  const { configPath, place, live, files, push } = machineWithOpenClaw({ script });
  const result = await push();
  if (result.outcome !== 'written' || result.validation.kind !== 'passed') throw new Error(result.outcome);
  const told = JSON.parse(result.validation.warnings[0]?.message ?? '');
  expect(told).toMatchObject({
    words: ['config', 'validate', '--json'],
    bytes: after.toString(),
    state: place.stateDir,
    mode: 0o600,
  });
  expect(dirname(told.config)).toBe(dirname(configPath));
  expect(live()).toEqual(after);
  expect(files()).toEqual(['openclaw.json', 'openclaw.json.before-push']);
});

test('the environment is that of the running gateway, whose own OpenClaw is asked', async () => {
  const script = `console.log(JSON.stringify({ valid: true, warnings: [{ path: process.env.SECRET, message: '' }] }))`;
  const { machine, entry, push } = machineWithOpenClaw({ script });
  machine.addProcess({ pid: 620, command: ['node', entry, 'gateway'], env: { SECRET: "it's a=b\nc" } });
  expect(await push({ command: [] })).toMatchObject({
    validation: { kind: 'passed', warnings: [{ path: "it's a=b\nc" }] },
  });
});

test.runIf(process.getuid?.() === 0)('root asks as the owner of the state directory', async () => {
  const script = `
readFileSync(config);
console.log(JSON.stringify({ valid: true, warnings: [{ path: String(process.getuid()), message: process.env.HOME }] }));`;
  const { machine, configPath, place, push } = machineWithOpenClaw({ script });
  machine.write('/etc/passwd', 'root:x:0:0::/root:/bin/sh\nnode:x:4321:4321::/home/node:/bin/sh\n');
  chmodSync(machine.root, 0o755);
  chownSync(place.stateDir, 4321, 4321);
  chownSync(configPath, 1234, 1234);
  expect(await push()).toMatchObject({
    outcome: 'written',
    file: { uid: 1234 },
    validation: { kind: 'passed', warnings: [{ path: '4321', message: '/home/node' }] },
  });
});

test.each<[string, Installation, object]>([
  ['a version without the command', { version: '2026.3.1', script: 'process.exit(9)' }, { reason: 'tooOld' }],
  [
    'a version that does not say so',
    { script: `console.error("error: unknown command 'validate'"); process.exit(1);` },
    { reason: 'tooOld' },
  ],
  [
    'a crash',
    { script: 'console.error("out of memory"); process.kill(process.pid, "SIGKILL");' },
    { reason: 'failed' },
  ],
  [
    'an answer that is no JSON',
    { script: 'console.log("{valid"); console.error("so sorry"); process.exit(1);' },
    { reason: 'failed', message: expect.stringContaining('so sorry') },
  ],
  ['a yes that ends as a no', { script: `${passes} process.exitCode = 1;` }, { reason: 'failed' }],
])('%s does not keep a push from being written', async (_, installation, skipped) => {
  const { live, push } = machineWithOpenClaw(installation);
  expect(await push()).toMatchObject({ outcome: 'written', validation: { kind: 'skipped', ...skipped } });
  expect(live()).toEqual(after);
});

test('an OpenClaw that takes too long is ended, and the push goes on', async () => {
  const { machine, live, push } = machineWithOpenClaw({ script: 'setTimeout(() => {}, 3_600_000);' });
  const shell = machine.shell(localTransport(patient));
  const hasty: RemoteShell = {
    run: (script, options) =>
      shell.run(script, { ...options, args: options.args?.map((arg) => (arg === '45' ? '1' : arg)) ?? [] }),
  };
  expect(await push({}, hasty)).toMatchObject({
    outcome: 'written',
    validation: { kind: 'skipped', reason: 'late' },
  });
  expect(live()).toEqual(after);
});

test('a machine without OpenClaw is not asked', async () => {
  const { machine, push } = machineWithOpenClaw();
  const shell = machine.shell(localTransport({ ...patient, env: { PATH: '/usr/bin:/bin' } }));
  expect(await push({ command: [] }, shell)).toMatchObject({
    outcome: 'written',
    validation: { kind: 'skipped', reason: 'noOpenClaw' },
  });
});

test('a push that wants no validation does not ask', async () => {
  const { push } = machineWithOpenClaw({ script: rejecting([]) });
  expect(await push({ validation: 'off' })).toMatchObject({
    outcome: 'written',
    validation: { kind: 'skipped', reason: 'off' },
  });
});

test('a file that is there already, or is not the expected one, is not validated', async () => {
  const { configPath, machine, push, place } = machineWithOpenClaw({ script: rejecting([]) });
  expect(await push({ expectedSha256: null })).toMatchObject({ outcome: 'conflict' });
  const same = pushConfig(machine.shell(localTransport(patient)), place, before, { expectedSha256: null });
  expect(await same).toMatchObject({ outcome: 'unchanged', validation: { reason: 'unchanged' } });
  expect(statSync(configPath).size).toBe(before.length);
});

test('another writer during the validation is a conflict', async () => {
  const { machine, configPath, live, push } = machineWithOpenClaw();
  const script = `
import { writeFileSync } from 'node:fs';
writeFileSync(${JSON.stringify(configPath)}, 'other');
console.log(JSON.stringify({ valid: true }));`;
  machine.write('/opt/openclaw/openclaw.mjs', script);
  expect(await push()).toMatchObject({
    outcome: 'conflict',
    remote: { sha256: hashOf(Buffer.from('other')) },
  });
  expect(readFileSync(configPath, 'utf8')).toBe('other');
  expect(live().toString()).toBe('other');
});
