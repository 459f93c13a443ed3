import { json } from '../flags.ts';
import { presets } from '../machine-sizes.ts';
import { goJson, table } from '../render.ts';
import type { CommandSpec } from '../spec.ts';

/** Some of Fly's regions, sorted by name as flyctl does. */
const regions = [
  ['ams', 'Amsterdam, Netherlands', 52.374342, 4.895439, 'europe'],
  ['iad', 'Ashburn, Virginia (US)', 39.02214, -77.462556, 'north_america'],
  ['fra', 'Frankfurt, Germany', 50.116667, 8.683333, 'europe'],
  ['lhr', 'London, United Kingdom', 51.516434, -0.125656, 'europe'],
  ['sjc', 'San Jose, California (US)', 37.351602, -121.896744, 'north_america'],
  ['syd', 'Sydney, Australia', -33.866033, 151.215057, 'oceania'],
  ['nrt', 'Tokyo, Japan', 35.621613, 139.741856, 'asia_pacific'],
] as const;

export const regionCodes: readonly string[] = regions.map(([code]) => code);

export const platformCommands: readonly CommandSpec[] = [
  {
    path: 'platform regions',
    flags: [json],
    args: [0, 0],
    run: async (context) => {
      await context.call('graphql.viewer', {});
      context.out(context.json ? goJson(regions.map(regionObject)) : regionTable());
    },
  },
  {
    path: 'platform vm-sizes',
    flags: [json],
    args: [0, 0],
    run: async (context) => {
      await context.call('graphql.viewer', {});
      context.out(context.json ? goJson(presets) : sizeTable());
    },
  },
];

function regionObject([code, name, latitude, longitude, area]: (typeof regions)[number]): object {
  return {
    code,
    name,
    latitude,
    longitude,
    gateway_available: true,
    requires_paid_plan: false,
    deprecated: false,
    capacity: 100,
    geo_region: area,
    mpg_available: false,
  };
}

function regionTable(): string {
  return table(
    '',
    ['Name', 'Code'],
    regions.map(([code, name]) => [name, code]),
  );
}

function sizeTable(): string {
  const rows = Object.entries(presets).map(([name, { cpu_kind: kind, cpus, memory_mb: memory }]) => [
    ...[name, `${String(cpus)} ${kind}`, `${String(memory)} MB`],
  ]);
  return table('', ['Name', 'CPU Cores', 'Memory'], rows);
}
