import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Flysim, type MachineSpec, startFlysim } from '../../flysim/harness.ts';
import type { Machine } from '../../flysim/model.ts';
import { flyctl, flyctlJson, type Ran } from './support/flyctl.ts';
import { commandLine, processesWith } from './support/processes.ts';
import type { UserModeReport } from './support/user-mode.ts';

const app = 'isolated';
/** In the command line of every process that a test machine runs. */
const sign = `9${String(process.pid)}.25`;
const asRoot = process.getuid?.() === 0;

afterEach(() => {
  expect(processesWith(sign)).toEqual([]);
});

async function startMachine(
  flysim: Flysim,
  script: string,
  spec: Partial<MachineSpec> = {},
): Promise<string> {
  await flysim.createApp(app);
  const command = ['sh', '-c', `${script}; sleep ${sign} & sleep ${sign}`];
  const id = await flysim.createMachine(app, { ...spec, command });
  await flysim.waitForState(app, id, 'started');
  return id;
}

function console(flysim: Flysim, script: string, ...flags: string[]): Promise<Ran> {
  return flyctl(flysim, ['ssh', 'console', '-q', '-a', app, ...flags, '-C', `sh -c '${script}'`]);
}

async function eventually(flysim: Flysim, script: string, stdout: string): Promise<void> {
  await vi.waitFor(async () => expect((await console(flysim, script)).stdout).toBe(stdout), 10_000);
}

/** Everything of the simulation that is left on the host. */
function remains(flysim: Flysim): { processes: number[]; mounts: string[] } {
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
  return {
    processes: [...processesWith(flysim.dir), ...processesWith(sign)],
    mounts: mounts.filter((mount) => mount.includes(basename(flysim.dir))),
  };
}

const nothing = { processes: [], mounts: [] };

describe.each(['auto', 'none'] as const)('with isolation %s', (isolation) => {
  it('nothing is left after stop', async () => {
    const flysim = await startFlysim({ isolation });
    await startMachine(flysim, 'true', { volume: { name: 'data', path: '/data' } });
    expect(remains(flysim).processes.length).toBeGreaterThan(2);
    await flysim.stop();
    expect(remains(flysim)).toEqual(nothing);
    expect(existsSync(flysim.dir)).toBe(false);
  });

  it('nothing is left after the daemon is killed', async () => {
    const flysim = await startFlysim({ isolation });
    onTestFinished(() => flysim.stop());
    await startMachine(flysim, `setsid sleep ${sign} & true`);
    const session = console(flysim, `sleep ${sign}`);
    // The machine's three and the session's.
    const sleeping = (): number[] =>
      processesWith(sign).filter((pid) => commandLine(pid) === `sleep ${sign} `);
    await vi.waitFor(() => expect(sleeping()).toHaveLength(4), 10_000);
    const [daemon] = processesWith(join(flysim.dir, 'lib', 'daemon.js'));
    process.kill(daemon ?? 0, 'SIGKILL');
    expect((await session).exitCode).toBe(1);
    await vi.waitFor(() => expect(remains(flysim)).toEqual(nothing), 10_000);
  });

  it('state outlives the daemon when the folder is given', async () => {
    const dir = join(tmpdir(), `flysim-kept-${String(process.pid)}-${isolation}`);
    const first = await startFlysim({ isolation, dir });
    onTestFinished(async () => {
      const { rmSync } = await import('node:fs');
      rmSync(dir, { recursive: true, force: true });
    });
    const id = await startMachine(first, 'true');
    await expect(startFlysim({ isolation, dir })).rejects.toThrow(`a simulation already runs in ${dir}`);
    await first.stop();
    await using second = await startFlysim({ isolation, dir });
    await second.waitForState(app, id, 'started');
  });
});

describe('plain processes', () => {
  it('find the volume and the programs of a machine by their environment', async () => {
    await using flysim = await startFlysim({ isolation: 'none' });
    expect(flysim.isolated).toBe(false);
    const script = 'echo $OPENCLAW_STATE_DIR > $OPENCLAW_STATE_DIR/seen; pwd > $TMPDIR/cwd';
    await startMachine(flysim, script, {
      env: { OPENCLAW_STATE_DIR: '/data', OTHER: '/database' },
      volume: { name: 'data', path: '/data' },
    });
    const [machine] = await flyctlJson<Machine[]>(flysim, ['machine', 'list', '-a', app]);
    const mount = machine?.config.mounts?.[0];
    const folder = flysim.volumeFolder(mount?.volume ?? '');
    expect(mount?.path).toBe(folder);
    expect(machine?.config.env).toEqual({ OPENCLAW_STATE_DIR: folder, OTHER: '/database' });
    await eventually(flysim, 'cat $OPENCLAW_STATE_DIR/seen', `${folder}\n`);
    expect((await console(flysim, 'cat $TMPDIR/cwd')).stdout).toMatch(/node_modules\/openclaw\n$/);
    expect((await console(flysim, 'node --version; command -v openclaw')).stdout).toMatch(
      new RegExp(`^v24\\..*\\n${flysim.dir}/machines/bin/openclaw\\n$`),
    );
  });
});

describe('namespaces', () => {
  it('give a machine a file system, users, process numbers and a host name of its own', async (test) => {
    await using flysim = await startFlysim();
    test.skip(!flysim.isolated, 'this kernel gives no namespaces');
    const hostRoot = readdirSync('/').sort();
    const script = `id -u > /data/main; hostname >> /data/main; pwd >> /data/main; touch /tmp/mine /home/node/mine`;
    const id = await startMachine(flysim, script, { volume: { name: 'data', path: '/data' } });
    const main = asRoot ? '1000' : '0';
    await eventually(flysim, 'cat /data/main', `${main}\n${id}\n/app\n`);
    const seen = await console(
      flysim,
      'id -u; hostname; ls /tmp; cat /proc/1/comm; test -e /app/package.json && node --version; command -v openclaw',
    );
    expect(seen.stdout).toMatch(
      new RegExp(`^0\\n${id}\\nmine\\nsh\\nv24\\..*\\n/usr/local/bin/openclaw\\n$`),
    );
    expect((await console(flysim, 'touch /usr/x /etc/x /app/x')).stderr.match(/Read-only/g)).toHaveLength(3);
    expect(readdirSync('/').sort()).toEqual(hostRoot);
    expect(existsSync('/tmp/mine')).toBe(false);
    if (!asRoot) return;
    expect((await console(flysim, 'id -u; echo $HOME', '-u', 'node')).stdout).toBe('1000\n/home/node\n');
    const [machine] = await flyctlJson<Machine[]>(flysim, ['machine', 'list', '-a', app]);
    const volume = flysim.volumeFolder(machine?.config.mounts?.[0]?.volume ?? '');
    expect(statSync(join(volume, 'main')).uid).toBe(1000);
  });

  it('can be had by a user who is not root', async (test) => {
    const script = join(import.meta.dirname, 'support', 'user-mode.ts');
    const node = [process.execPath, script];
    const [file, ...args] = asRoot
      ? ['setpriv', '--reuid', '1000', '--regid', '1000', '--clear-groups', ...node]
      : node;
    const { stdout } = await promisify(execFile)(file ?? '', args, { cwd: tmpdir() });
    const report = JSON.parse(stdout) as UserModeReport;
    test.skip(
      report.isolation !== 'user',
      `this kernel gives no user namespaces: ${String(report.obstacle)}`,
    );
    expect(report).toMatchObject({
      ran: {
        exitCode: 0,
        stderr: '',
        stdout: expect.stringMatching(
          new RegExp(`^0 ${String(report.machine)}\\n0\\n\\d{1,4}\\nx\\n$`),
        ) as string,
      },
      pty: expect.stringContaining('/dev/pts/') as string,
    });
  });
});
