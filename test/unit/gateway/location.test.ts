import { describe, expect, test, vi } from 'vitest';
import { candidatePorts, type GatewayHints, locate } from '../../../src/gateway/location.ts';
import { localTransport } from '../remote/local-transport.ts';
import { MachineFolder } from './machine-folder.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

function hints(env: Record<string, string> = {}, command: readonly string[] = []): GatewayHints {
  return { env, command, internalPorts: [] };
}

const gateway = { pid: 620, command: ['openclaw-gateway'] };

describe('the state directory and the configuration', () => {
  test('are those of the machine’s configuration before those of the running gateway', async () => {
    const machine = new MachineFolder();
    machine.addProcess({
      ...gateway,
      env: { OPENCLAW_STATE_DIR: '/other', OPENCLAW_CONFIG_PATH: '/etc/claw.json' },
    });
    const location = await locate(machine.shell(), hints({ OPENCLAW_STATE_DIR: '/data/' }));
    expect(location).toMatchObject({ stateDir: '/data', configPath: '/etc/claw.json' });
  });

  test('are those of the running gateway before those of this session', async () => {
    const machine = new MachineFolder();
    machine.addProcess({ ...gateway, env: { OPENCLAW_STATE_DIR: '/data', HOME: '/home/node' } });
    const shell = machine.shell(localTransport({ env: { OPENCLAW_STATE_DIR: '/session', HOME: '/root' } }));
    expect(await locate(shell, hints())).toMatchObject({
      stateDir: '/data',
      configPath: '/data/openclaw.json',
    });
  });

  test('are those of this session while no gateway runs', async () => {
    const machine = new MachineFolder();
    machine.addProcess({
      pid: 9,
      command: ['node', 'gateway-metrics.js'],
      env: { OPENCLAW_STATE_DIR: '/wrong' },
    });
    const shell = machine.shell(localTransport({ env: { OPENCLAW_STATE_DIR: '/session' } }));
    expect((await locate(shell, hints())).stateDir).toBe('/session');
  });

  test('are in the home of the running gateway', async () => {
    const machine = new MachineFolder();
    machine.addProcess({ ...gateway, env: { HOME: '/home/node' } });
    const shell = machine.shell(localTransport({ env: { HOME: '/root' } }));
    expect((await locate(shell, hints())).stateDir).toBe('/home/node/.openclaw');
  });

  test('are in the home that has a state directory while nothing tells more', async () => {
    const machine = new MachineFolder();
    const state = machine.addFolder('/home/node/.clawdbot');
    const homes = ['/root', machine.path('/home/node'), '/nonexistent'];
    machine.write('/etc/passwd', homes.map((home, id) => `u${id}:x:${id}:${id}::${home}:/bin/sh\n`).join(''));
    expect((await locate(machine.shell(localTransport({ env: { HOME: '/root' } })), hints())).stateDir).toBe(
      state,
    );
  });

  test('follow OPENCLAW_HOME and the tilde', async () => {
    const machine = new MachineFolder();
    const env = { HOME: '/home/node', OPENCLAW_HOME: '~/claw', OPENCLAW_CONFIG_PATH: '~/my config.json' };
    expect(await locate(machine.shell(), hints(env))).toMatchObject({
      stateDir: '/home/node/claw/.openclaw',
      configPath: '/home/node/claw/my config.json',
    });
  });

  test('have the name of the past when only a file of that name exists', async () => {
    const machine = new MachineFolder();
    const config = machine.write("/da\\ta's state/clawdbot.json", '{}');
    const env = { OPENCLAW_STATE_DIR: machine.path("/da\\ta's state") };
    expect((await locate(machine.shell(), hints(env))).configPath).toBe(config);
    const current = machine.write("/da\\ta's state/openclaw.json", '{}');
    expect((await locate(machine.shell(), hints(env))).configPath).toBe(current);
  });

  test('must be absolute', async () => {
    const machine = new MachineFolder();
    const located = locate(machine.shell(), hints({ OPENCLAW_STATE_DIR: 'state' }));
    await expect(located).rejects.toMatchObject({
      kind: 'failed',
      detail: expect.stringContaining('“state”'),
    });
  });
});

describe('a running gateway', () => {
  test.each([
    [['openclaw-gateway']],
    [['clawdbot-gateway', '']],
    [['node', 'dist/index.js', 'gateway', '--port', '3000']],
    [['node', '/app/openclaw.mjs', 'gateway']],
    [['node', '/usr/local/bin/openclaw', 'gateway', 'run']],
    [['/usr/local/bin/openclaw', 'gateway']],
    [['tini', '-s', '--', 'node', 'openclaw.mjs', 'gateway']],
  ])('is recognised by %j', async (command) => {
    const machine = new MachineFolder();
    machine.addProcess({ pid: 7, command, env: { OPENCLAW_STATE_DIR: '/data' } });
    expect((await locate(machine.shell(), hints())).stateDir).toBe('/data');
  });

  test.each([
    [['node', 'openclaw.mjs', 'doctor']],
    [['node', 'server.js', 'gateway']],
    [['sh', '-c', 'node openclaw.mjs gateway']],
    [['less', 'gateway', '/data/openclaw']],
  ])('is not %j', async (command) => {
    const machine = new MachineFolder();
    machine.addProcess({ pid: 7, command, env: { OPENCLAW_STATE_DIR: '/wrong' } });
    const shell = machine.shell(localTransport({ env: { OPENCLAW_STATE_DIR: '/session' } }));
    expect((await locate(shell, hints())).stateDir).toBe('/session');
  });
});

test('folders for temporary files are /tmp and the gateway’s own', async () => {
  const machine = new MachineFolder();
  machine.addProcess({ ...gateway, env: { HOME: '/root', TMPDIR: '/data/tmp' } });
  expect((await locate(machine.shell(), hints())).tempDirs).toEqual(['/tmp', '/data/tmp']);
});

describe('the ports', () => {
  test('come from the argument, the environment, the services and the default', () => {
    const command = ['node', 'dist/index.js', 'gateway', '--port', '3000', '--bind', 'lan'];
    expect(
      candidatePorts({ env: { OPENCLAW_GATEWAY_PORT: '4000' }, command, internalPorts: [8080, 3000] }),
    ).toEqual([3000, 4000, 8080, 18_789]);
    expect(candidatePorts(hints({}, ['sh', '-c', 'node openclaw.mjs gateway --port=3001']))).toEqual([
      3001, 18_789,
    ]);
  });

  test('leave out what is no port', () => {
    expect(candidatePorts(hints({ OPENCLAW_GATEWAY_PORT: '70000' }, ['x', '--port', '0']))).toEqual([18_789]);
  });

  test('include that of the running gateway', async () => {
    const machine = new MachineFolder();
    machine.addProcess({ ...gateway, env: { HOME: '/root', OPENCLAW_GATEWAY_PORT: '5000' } });
    expect((await locate(machine.shell(), hints())).ports).toEqual([5000, 18_789]);
  });

  test('include those of the locks', async () => {
    const machine = new MachineFolder();
    const env = { OPENCLAW_STATE_DIR: machine.path('/data'), TMPDIR: machine.path("/it's tmp") };
    machine.write(
      '/data/tmp/openclaw-1000/gateway.state.lock',
      JSON.stringify({ pid: 7, port: 5001 }, null, 2),
    );
    machine.write("/it's tmp/openclaw-0/gateway.1.lock", JSON.stringify({ pid: 7, port: 5002 }));
    expect((await locate(machine.shell(), hints(env))).ports).toEqual([5001, 5002, 18_789]);
  });
});
