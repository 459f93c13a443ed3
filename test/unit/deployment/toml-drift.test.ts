import { describe, expect, it } from 'vitest';
import { compareWithToml } from '../../../src/deployment/toml-drift.ts';
import type { Machine, Volume } from '../../../src/fly/model.ts';
import { parseFlyToml } from '../../../src/fly/toml/parse.ts';
import { listMachines } from '../../../src/fly/verbs/machines.ts';
import { listVolumes } from '../../../src/fly/verbs/volumes.ts';
import { printed } from '../fly/verbs/printed.ts';

const app = 'my-openclaw';
const [printedMachine] = listMachines(app).parse(printed('machine-list')) as [Machine];
const volumes: readonly Volume[] = listVolumes(app).parse(printed('volumes-list'));
const machine: Machine = {
  ...printedMachine,
  env: { NODE_ENV: 'production', OPENCLAW_STATE_DIR: '/data', FLY_REGION: 'fra' },
  services: printedMachine.services.slice(0, 1),
};

const asDeployed = `
app = "${app}"
kill_timeout = 10
[processes]
app = "node dist/index.js gateway --port 3000 --bind lan"
[env]
NODE_ENV = "production"
OPENCLAW_STATE_DIR = "/data"
[http_service]
internal_port = 3000
auto_stop_machines = "off"
min_machines_running = 1
[[http_service.checks]]
path = "/startupz"
[[vm]]
size = "shared-cpu-2x"
memory = "2gb"
[mounts]
source = "openclaw_data"
destination = "/data"
`;

/** The lines that only one of both sides has. */
function differences(live: Machine, toml: string): { readonly planned: string[]; readonly live: string[] } {
  const texts = compareWithToml(live, parseFlyToml(toml), volumes);
  const [planned, actual] = [texts.planned.split('\n'), texts.live.split('\n')];
  return {
    planned: planned.filter((line) => !actual.includes(line)).map((line) => line.trim()),
    live: actual.filter((line) => !planned.includes(line)).map((line) => line.trim()),
  };
}

const none = { planned: [], live: [] };

describe('a machine beside its fly.toml', () => {
  it('is the same on both sides as long as nobody changed it', () => {
    expect(differences(machine, asDeployed)).toEqual(none);
  });

  it('has volumes by their names', () => {
    expect(compareWithToml(machine, parseFlyToml(asDeployed), volumes).live).toContain(
      'openclaw_data → /data',
    );
    expect(compareWithToml(machine, parseFlyToml(asDeployed), []).live).toContain('vol_4xk2p9 → /data');
  });

  it.each<readonly [string, Partial<Machine>, string, string]>([
    ['memory', { memoryMb: 4_096 }, '2048 MB', '4096 MB'],
    ['size', { cpus: 4 }, 'shared-cpu-2x', 'shared-cpu-4x'],
    [
      'command',
      { command: ['sleep', '1000'] },
      'node dist/index.js gateway --port 3000 --bind lan',
      'sleep 1000',
    ],
    [
      'no command',
      { command: [] },
      'node dist/index.js gateway --port 3000 --bind lan',
      '(the image decides)',
    ],
    ['mount', { mounts: [{ volume: 'vol_free', path: '/data' }] }, 'openclaw_data → /data', 'spare → /data'],
    ['time to stop', { stopTimeoutMs: 30_000 }, '10 s', '30 s'],
  ])('shows another %s', (_, change, planned, live) => {
    expect(differences({ ...machine, ...change }, asDeployed)).toEqual({ planned: [planned], live: [live] });
  });

  it('shows another service', () => {
    const services = machine.services.map((service) => ({ ...service, autoStop: 'suspend' as const }));
    expect(differences({ ...machine, services }, asDeployed)).toEqual({
      planned: ['auto_stop_machines off'],
      live: ['auto_stop_machines suspend'],
    });
  });

  it('shows variables, those that may be secret without their values', () => {
    const env = { NODE_ENV: 'test', OPENCLAW_STATE_DIR: '/data', ADDED: '1', API_KEY: 'live-value' };
    const toml = asDeployed.replace('[env]', '[env]\nAPI_KEY = "toml-value"');
    const found = differences({ ...machine, env }, toml);
    expect(found).toEqual({
      planned: ['API_KEY = ***', 'NODE_ENV = "production"'],
      live: ['ADDED = "1"', 'API_KEY = *** (another value)', 'NODE_ENV = "test"'],
    });
  });

  it('tells commands apart that differ only in a secret', () => {
    const toml = asDeployed.replace(/app = "node.*"/, 'app = "node x --token one"');
    expect(differences({ ...machine, command: ['node', 'x', '--token', 'two'] }, toml).live).toEqual([
      'node x --token *** (another value)',
    ]);
  });

  it.each([
    ['cpu_kind = "performance"\ncpus = 1', 'performance-1x'],
    ['size = "performance-2x"\ncpus = 4', 'performance-4x'],
    ['cpus = 4', 'shared-cpu-4x'],
  ])('reads the CPUs of %j', (lines, planned) => {
    const toml = asDeployed.replace('size = "shared-cpu-2x"', lines);
    expect(differences(machine, toml)).toEqual({ planned: [planned], live: ['shared-cpu-2x'] });
  });

  it('takes what the file leaves open and a deploy keeps from the machine', () => {
    const toml = asDeployed.replace(/\[\[vm\]\]\nsize.*\nmemory.*\n/, '');
    expect(differences({ ...machine, cpus: 4, memoryMb: 4_096 }, toml)).toEqual(none);
  });
});
