import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { maxConfigBytes } from '../../../../src/gateway/config.ts';
import { inspect } from '../../../../src/gateway/inspect/inspect.ts';
import type { Inspection } from '../../../../src/gateway/inspect/inspection.ts';
import { judge } from '../../../../src/gateway/inspect/judge.ts';
import type { GatewayHints } from '../../../../src/gateway/location.ts';
import { seal } from '../../../../src/remote/envelope.ts';
import type { RemoteShell } from '../../../../src/remote/shell.ts';
import { type LocalOptions, localTransport } from '../../remote/local-transport.ts';
import { serve } from '../fake-gateway.ts';
import { MachineFolder } from '../machine-folder.ts';
import { pathWithout } from '../tools.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

const isRoot = process.getuid?.() === 0;

function machineWithState(state = "/it's * data"): { machine: MachineFolder; state: string } {
  const machine = new MachineFolder();
  machine.write('/proc/meminfo', 'MemTotal:        2048 kB\nMemFree:  1 kB\nMemAvailable:    1024 kB\n');
  return { machine, state: machine.addFolder(state) };
}

function hints(state: string, more: Partial<GatewayHints> = {}): GatewayHints {
  return { env: { OPENCLAW_STATE_DIR: state }, command: [], internalPorts: [], ...more };
}

/** Sees the machine's own folder for temporary files, too. */
function shellOf(machine: MachineFolder, options: LocalOptions = {}): RemoteShell {
  const shell = machine.shell(localTransport(options));
  return {
    run: (script, given) =>
      shell.run(script.replace('set -- /tmp ', `set -- ${machine.path('/tmp')} `), given),
  };
}

function look(
  { machine, state }: { readonly machine: MachineFolder; readonly state: string },
  options: LocalOptions = {},
): Promise<Inspection> {
  return inspect(shellOf(machine, options), hints(state));
}

/** The script of a call, and the line that carries it. */
async function scriptOf(
  call: (shell: RemoteShell) => Promise<unknown>,
): Promise<{ script: string; commandLine: string }> {
  let sent: { script: string; commandLine: string } | undefined;
  const shell: RemoteShell = {
    run: (script, { args }) => {
      sent = { script, commandLine: seal(script, args).commandLine };
      return Promise.reject(new Error('not sent'));
    },
  };
  await call(shell).catch(() => undefined);
  if (!sent) throw new Error('No script was sent.');
  return sent;
}

const longHints = hints(`/data/${'x'.repeat(200)}`, {
  command: ['node', '/app/dist/index.js', 'gateway', '--port', '3000'],
  internalPorts: [3000, 18_789],
});

describe.each<[string, (shell: RemoteShell) => Promise<unknown>]>([
  ['inspect', (shell) => inspect(shell, longHints)],
  ['judge', (shell) => judge(shell, longHints)],
])('the script of %s', (_, call) => {
  test('fits into an argument', async () => {
    expect((await scriptOf(call)).commandLine.length).toBeLessThan(30 * 1024);
  });

  test('is understood by every shell of this computer', async () => {
    const { script } = await scriptOf(call);
    execFileSync('sh', ['-n'], { input: script });
    const busybox = spawnSync('busybox', ['sh', '-n'], { input: script, encoding: 'utf8' });
    expect(busybox.stderr || '').toBe('');
  });
});

describe('the configuration', () => {
  test('comes with its text and what is told of the file', async () => {
    const place = machineWithState();
    const text = '\uFEFF// ü\n{ "gateway": {} }';
    const file = place.machine.write("/it's * data/openclaw.json", text);
    utimesSync(file, 1_800_000_000, 1_800_000_000);
    const { config, location } = await look(place);
    expect(config).toEqual({
      path: file,
      uid: process.getuid?.(),
      gid: process.getgid?.(),
      mode: statSync(file).mode & 0o777,
      bytes: Buffer.byteLength(text),
      mtimeMs: 1_800_000_000_000,
      text,
    });
    expect(location.configPath).toBe(file);
  });

  test('comes without text when it is too large, or no file', async () => {
    const place = machineWithState();
    const file = place.machine.write("/it's * data/openclaw.json", ' '.repeat(maxConfigBytes + 1));
    expect((await look(place)).config).toMatchObject({ path: file, bytes: maxConfigBytes + 1 });
    expect((await look(place)).config).not.toHaveProperty('text');
    const other = machineWithState();
    other.machine.addFolder("/it's * data/openclaw.json");
    expect((await look(other)).config).not.toHaveProperty('text');
  });

  test('fits with the largest text', async () => {
    const place = machineWithState();
    const text = 'x'.repeat(maxConfigBytes);
    place.machine.write("/it's * data/openclaw.json", text);
    expect((await look(place, { maxOutputBytes: 1.5 * 1024 * 1024 })).config?.text).toBe(text);
  });

  test('is absent when there is none', async () => {
    const inspection = await look(machineWithState());
    expect(inspection).not.toHaveProperty('config');
    expect(inspection).toMatchObject({ otherConfigs: [], copies: [] });
  });

  test('is told apart from those in other places and from its copies', async () => {
    const place = machineWithState();
    const { machine } = place;
    machine.write('/etc/passwd', `node:x:1000:1000::${machine.path('/home/node')}:/bin/sh\n`);
    machine.write("/it's * data/openclaw.json", '{}');
    const others = [
      "/it's * data/clawdbot.json",
      "/it's * data/.openclaw/openclaw.json",
      '/home/node/.openclaw/openclaw.json',
      '/home/node/.clawdbot/clawdbot.json',
    ].map((path) => machine.write(path, '{}'));
    mkdirSync(machine.path('/home/node/.moltbot'));
    symlinkSync(join(place.state, 'openclaw.json'), machine.path('/home/node/.moltbot/openclaw.json'));
    const names = ['last-good', 'bak', 'bak.1', 'clobbered.2026-11-22', 'rejected.1', 'before-push'];
    const copies = names.map((name) => machine.write(`/it's * data/openclaw.json.${name}`, name));
    copies.forEach((copy, index) => utimesSync(copy, 1_800_000_000 + index, 1_800_000_000 + index));
    machine.addFolder("/it's * data/openclaw.json.bak.folder");
    const found = await look(place);
    expect(found.otherConfigs.map(({ path }) => path).toSorted()).toEqual(others.toSorted());
    expect(found.copies.map(({ path }) => path)).toEqual(copies.slice(0, -1).toReversed());
  });
});

describe('the state directory', () => {
  test('is told with its disk', async () => {
    const place = machineWithState();
    const { stateDir } = await look(place);
    expect(stateDir).toMatchObject({ path: place.state, uid: process.getuid?.(), mode: 0o755 });
    expect(place.state.startsWith(stateDir?.mountPoint ?? 'nowhere')).toBe(true);
    expect(stateDir?.freeBytes).toBeGreaterThan(0);
    expect(stateDir?.totalBytes).toBeGreaterThan(stateDir?.freeBytes ?? 0);
  });

  test('is absent when it does not exist', async () => {
    const { machine, state } = machineWithState();
    const inspection = await look({ machine, state: `${state}/nowhere` });
    expect(inspection).not.toHaveProperty('stateDir');
    expect(inspection).toMatchObject({ foreign: { count: 0, files: [] }, mainUid: 0 });
  });

  test.runIf(isRoot)('is told with files of other owners, without following links', async () => {
    const { machine, state } = machineWithState('/real');
    chownSync(state, 1000, 1000);
    const outside = machine.write('/outside/file', '');
    symlinkSync(dirname(outside), join(state, 'link'));
    machine.write('/real/lost+found/file', '');
    const mine = machine.write('/real/mine', '');
    chownSync(mine, 1000, 1000);
    const odd = machine.write('/real/a\nb c', 'odd');
    symlinkSync(state, machine.path('/state'));
    const { foreign, stateDir, mainUid } = await look({ machine, state: machine.path('/state') });
    expect(foreign.files).toMatchObject([{ path: odd, uid: 0, bytes: 3 }]);
    expect(stateDir).toMatchObject({ path: machine.path('/state'), uid: 1000 });
    expect(mainUid).toBe(1000);
  });

  test.runIf(isRoot)('counts more files of other owners than it names', async () => {
    const place = machineWithState();
    for (let index = 0; index < 60; index += 1) place.machine.write(`/it's * data/${index}`, '');
    chownSync(place.state, 1000, 1000);
    const { foreign } = await look(place);
    expect(foreign.count).toBe(60);
    expect(foreign.files).toHaveLength(50);
  });
});

describe('processes', () => {
  test('are the gateways, without what started them and without secrets', async () => {
    const place = machineWithState();
    const words = [
      'node',
      'dist/index.js',
      'gateway',
      '--port',
      '3000',
      '--token',
      'se cret-1',
      '--password=secret-2',
    ];
    place.machine.addProcess({ pid: 7, command: ['tini', '--', ...words], uid: 0 });
    place.machine.addProcess({ pid: 8, command: words, uid: 1000, parent: 7 });
    place.machine.addProcess({ pid: 9, command: ['sleep', '9'], uid: 5, parent: 8 });
    const socket = (pid: number, inode: number): void => {
      place.machine.addFolder(`/proc/${pid}/fd`);
      symlinkSync(`socket:[${inode}]`, place.machine.path(`/proc/${pid}/fd/3`));
    };
    socket(8, 501);
    socket(9, 502);
    const row = (address: string, state: string, inode: number): string =>
      `   0: ${address} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000  1000        0 ${inode} 1 0 100\n`;
    place.machine.write(
      '/proc/net/tcp',
      `  sl  local_address\n${row('00000000:0BB8', '0A', 501)}${row('0100007F:0BB9', '01', 502)}${row('0100007F:0016', '0A', 600)}`,
    );
    place.machine.write('/proc/net/tcp6', row('00000000000000000000000001000000:0BBA', '0A', 502));
    const { gateways, mainUid, health } = await look(place);
    expect(gateways).toEqual([
      {
        pid: 8,
        uid: 1000,
        command: [...words.slice(0, 6), '***', '--password=***'],
        listens: ['0.0.0.0:3000', '[::1]:3002'],
      },
    ]);
    expect(mainUid).toBe(1000);
    expect(health.state).toBe('starting');
  });

  test('tell the user of the machine’s command while no gateway runs', async () => {
    const place = machineWithState();
    place.machine.addProcess({ pid: 1, command: ['/fly/init'] });
    place.machine.addProcess({ pid: 600, command: ['/.fly/hallpass'], parent: 1 });
    place.machine.addProcess({ pid: 1200, command: ['sh'], parent: 1, uid: 2 });
    place.machine.addProcess({ pid: 700, command: ['sleep', 'infinity'], parent: 1, uid: 1234 });
    expect(await look(place)).toMatchObject({ gateways: [], mainUid: 1234, health: { state: 'down' } });
  });
});

describe('the surroundings', () => {
  test('are those of the gateway, with names of secrets and no values', async () => {
    const place = machineWithState();
    const env = {
      OPENCLAW_GATEWAY_TOKEN: 'planted-1',
      PEM: 'first\nNOT_A_NAME=planted-2',
      EMPTY: '',
      BLANK: ' ',
      NODE_OPTIONS: '--max-old-space-size=1536',
      HOME: '/home/node',
    };
    place.machine.addProcess({ pid: 7, command: ['openclaw-gateway'], env });
    const inspection = await look(place, { env: { SESSION: 'x' } });
    expect(inspection).toMatchObject({
      variables: ['HOME', 'NODE_OPTIONS', 'OPENCLAW_GATEWAY_TOKEN', 'PEM'],
      settings: { HOME: '/home/node', NODE_OPTIONS: '--max-old-space-size=1536' },
      architecture: execFileSync('uname', ['-m'], { encoding: 'utf8' }).trim(),
      memory: { totalBytes: 2048 * 1024, availableBytes: 1024 * 1024 },
    });
    expect(JSON.stringify(inspection)).not.toContain('planted');
  });

  test('are those of the session while no gateway runs', async () => {
    const { variables, settings } = await look(machineWithState(), {
      env: { FLY_APP_NAME: 'claw', DISCORD_BOT_TOKEN: 'planted', NOTHING: '' },
    });
    expect(variables).toEqual(expect.arrayContaining(['DISCORD_BOT_TOKEN', 'FLY_APP_NAME', 'PATH']));
    expect(variables).not.toContain('NOTHING');
    expect(settings).toEqual({ FLY_APP_NAME: 'claw' });
  });
});

test('what the gateway’s log said of known troubles in the last day is told', async () => {
  const place = machineWithState();
  const line = (text: string, ageMs: number): string =>
    `${JSON.stringify({ 0: text, time: new Date(Date.now() - ageMs).toISOString() })}\n`;
  const failure = 'Gateway failed to start: Invalid config at x: token=planted12345';
  const lines = [line(failure, 25 * 60 * 60_000), line(failure, 60_000), line('a word', 1)];
  place.machine.write('/tmp/openclaw/openclaw-2026-11-22.log', lines.join(''));
  const { log } = await look(place);
  expect(log.map(({ text }) => text)).toEqual(['Gateway failed to start: Invalid config at x: token=***']);
});

test('health, locks and version are those of their own calls', async () => {
  const place = machineWithState();
  const port = await serve({
    '/startupz': { status: 200, json: { status: 'started', version: '2026.9.6' } },
    '/readyz': { status: 200, json: { ready: true } },
    '/healthz': { status: 200, json: { ok: true } },
  });
  const lock = place.machine.write(
    "/it's * data/tmp/openclaw-1000/gateway.state.lock",
    JSON.stringify({ pid: 99, port, startTime: 1 }),
  );
  const inspection = await look(place);
  expect(inspection).toMatchObject({
    health: { state: 'ready', port },
    version: '2026.9.6',
    locks: { locks: [{ path: lock, verdict: 'stale' }] },
  });
});

test('what needs no Node.js is told without it', async () => {
  const place = machineWithState();
  const file = place.machine.write("/it's * data/openclaw.json", '{}');
  const path = pathWithout(place.machine, ['node']);
  for (const tool of ['date', 'df', 'env', 'ls', 'printenv', 'tail', 'timeout'])
    symlinkSync(
      execFileSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim(),
      join(path, tool),
    );
  const inspection = await look(place, { env: { PATH: path } });
  expect(inspection).toMatchObject({
    config: { path: file, text: '{}' },
    stateDir: { path: place.state },
    health: { state: 'down' },
    locks: { locks: [] },
    gateways: [],
    log: [],
  });
});

test.each(['inspect', 'judge'] as const)('%s says that a path must be absolute', async (name) => {
  const { machine } = machineWithState();
  const call = name === 'inspect' ? inspect : judge;
  await expect(call(shellOf(machine), hints('state'))).rejects.toMatchObject({
    kind: 'failed',
    detail: expect.stringContaining('“state”'),
  });
});

test('the configuration in place is judged by the OpenClaw of the machine', async () => {
  const { machine, state } = machineWithState();
  const file = machine.write("/it's * data/openclaw.json", '{ "nope": 1 }');
  machine.write('/app/package.json', '{\n  "name": "openclaw",\n  "version": "2026.9.6"\n}\n');
  machine.write(
    '/app/openclaw.mjs',
    `import { readFileSync } from 'node:fs';
const valid = !readFileSync(process.env.OPENCLAW_CONFIG_PATH, 'utf8').includes('nope');
console.log(JSON.stringify({ valid, issues: [{ path: '<root>', message: 'Unrecognized key: "nope"' }] }));
process.exitCode = valid ? 0 : 1;`,
  );
  const at = hints(state, { command: ['node', machine.path('/app/openclaw.mjs'), 'gateway'] });
  expect(await judge(shellOf(machine), at)).toBe('<root>: Unrecognized key: "nope"');
  writeFileSync(file, '{}');
  expect(await judge(shellOf(machine), at)).toBeUndefined();
});
