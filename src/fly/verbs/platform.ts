import type { Verb } from '../flyctl.ts';
import { regions, sizes } from '../generated/validators.mjs';
import type { MachineSize, Region } from '../model.ts';
import { readJson } from '../parse.ts';
import { queryMs } from './deadlines.ts';

/** The sizes that Fly has names for, without those with a graphics card; the smallest first. */
export function listSizes(): Verb<readonly MachineSize[]> {
  return {
    args: ['platform', 'vm-sizes', '--json'],
    kind: 'read',
    deadlineMs: queryMs,
    parse: (output) =>
      Object.entries(readJson(output, sizes))
        .filter(([name]) => /^(?:shared-cpu|performance)-\d+x$/.test(name))
        .map(([name, size]) => ({
          name,
          cpuKind: size.cpu_kind,
          cpus: size.cpus,
          memoryMb: size.memory_mb,
        }))
        .sort((a, b) => b.cpuKind.localeCompare(a.cpuKind) || a.cpus - b.cpus),
  };
}

/** Where machines can be, by the name of the place. */
export function listRegions(): Verb<readonly Region[]> {
  return {
    args: ['platform', 'regions', '--json'],
    kind: 'read',
    deadlineMs: queryMs,
    parse: (output) =>
      (readJson(output, regions) ?? [])
        .filter(({ deprecated }) => !deprecated)
        .map(({ code, name }) => ({ code, name: name ?? '' })),
  };
}
