import { describe, expect, it } from 'vitest';
import { writeMemory } from '../../../../src/fly/toml/compute.ts';
import { groupsOf, readDeployConfig } from '../../../../src/fly/toml/deploy-config.ts';
import { parseFlyToml } from '../../../../src/fly/toml/parse.ts';

const read = (text: string, group?: string): ReturnType<typeof readDeployConfig> =>
  readDeployConfig(parseFlyToml(text), group);

describe('what a fly.toml asks for', () => {
  it('is nothing, with the places where everything belongs, when it is empty', () => {
    expect(read('')).toEqual({
      group: 'app',
      command: { path: ['processes', 'app'] },
      services: [],
      mounts: [],
      env: {},
      memoryMb: { path: ['vm', 0, 'memory'] },
      killTimeoutMs: { path: ['kill_timeout'] },
      primaryRegion: { path: ['primary_region'] },
    });
  });

  it('is the command of the group, in words', () => {
    const text = '[processes]\napp = "node x \'a b\'"\nworker = "sleep 1"\n';
    expect(read(text).command).toEqual({ path: ['processes', 'app'], value: ['node', 'x', 'a b'] });
    expect(read(text, 'worker').command.value).toEqual(['sleep', '1']);
    expect(groupsOf(parseFlyToml(text))).toEqual(['app', 'worker']);
    expect(read('[experimental]\ncmd = ["node", "x"]\n').command).toEqual({
      path: ['experimental', 'cmd'],
      value: ['node', 'x'],
    });
    expect(read('[processes]\napp = "it\'s"\n').command).toEqual({ path: ['processes', 'app'] });
  });

  it('is its services, [http_service] or [[services]]', () => {
    const [service] = read(
      '[http_service]\ninternal_port = 3000\nauto_stop_machines = "suspend"\nmin_machines_running = 1\n[[http_service.checks]]\npath = "/startupz"\n',
    ).services;
    expect(service).toEqual({
      at: ['http_service'],
      processes: [],
      internalPort: { path: ['http_service', 'internal_port'], value: 3000 },
      autoStop: { path: ['http_service', 'auto_stop_machines'], value: 'suspend' },
      minMachinesRunning: { path: ['http_service', 'min_machines_running'], value: 1 },
      checks: [
        {
          at: ['http_service', 'checks', 0],
          path: { path: ['http_service', 'checks', 0, 'path'], value: '/startupz' },
        },
      ],
      nextCheck: ['http_service', 'checks', 1],
    });
    const several =
      '[[services]]\nprocesses = ["web"]\n[[services]]\ninternal_port = 1\n[[services.http_checks]]\npath = "/"\n';
    expect(read(several).services).toMatchObject([
      {
        at: ['services', 1],
        checks: [{ path: { value: '/' } }],
        nextCheck: ['services', 1, 'http_checks', 1],
      },
    ]);
  });

  it.each([
    ['false', 'off'],
    ['true', 'stop'],
    ['"off"', 'off'],
    ['"stop"', 'stop'],
    ['"suspend"', 'suspend'],
  ])('reads auto_stop_machines = %s as %s', (written, value) => {
    const [service] = read(`[http_service]\nauto_stop_machines = ${written}\n`).services;
    expect(service?.autoStop.value).toBe(value);
  });

  it.each([
    ['[mounts]\nsource = "data"\ndestination = "/data"\n', ['mounts']],
    ['[[mounts]]\nsource = "data"\ndestination = "/data"\n', ['mounts', 0]],
    ['[mount]\nsource = "data"\ndestination = "/data"\n', ['mount']],
  ])('is its mounts, however they are written: %j', (text, at) => {
    expect(read(text).mounts).toEqual([
      {
        at,
        source: { path: [...at, 'source'], value: 'data' },
        destination: { path: [...at, 'destination'], value: '/data' },
      },
    ]);
  });

  it.each([
    ['[[vm]]\nmemory = "2gb"\n', ['vm', 0, 'memory'], 2048],
    ['[[vm]]\nmemory = "512mb"\n', ['vm', 0, 'memory'], 512],
    ['[[vm]]\nmemory = 1024\n', ['vm', 0, 'memory'], 1024],
    ['[vm]\nmemory_mb = 1024\n', ['vm', 'memory_mb'], 1024],
    ['[[vm]]\nsize = "shared-cpu-2x"\n', ['vm', 0, 'memory'], 512],
    ['[[vm]]\nsize = "performance-1x"\n', ['vm', 0, 'memory'], 2048],
    ['[[vm]]\nsize = "huge"\n', ['vm', 0, 'memory'], undefined],
    ['[[vm]]\nprocesses = ["web"]\nmemory = 1\n[[vm]]\nmemory = 2\n', ['vm', 1, 'memory'], 2],
  ])('is its memory: %j', (text, path, value) => {
    expect(read(text).memoryMb).toEqual(value === undefined ? { path } : { path, value });
  });

  it('writes memory as the file does', () => {
    const toml = parseFlyToml('[[vm]]\nmemory = 512\n[[vm]]\nmemory = "1gb"\n');
    expect(writeMemory(toml, ['vm', 0, 'memory'], 2048)).toBe(2048);
    expect(writeMemory(toml, ['vm', 1, 'memory'], 2048)).toBe('2048mb');
    expect(writeMemory(toml, ['vm', 2, 'memory_mb'], 2048)).toBe(2048);
  });

  it.each([
    ['300', 300_000],
    ['"5m"', 300_000],
    ['"300"', 300_000],
  ])('reads kill_timeout = %s', (written, ms) => {
    expect(read(`kill_timeout = ${written}\n`).killTimeoutMs.value).toBe(ms);
  });
});
