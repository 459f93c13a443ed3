import type { Context } from '../context.ts';
import { appFlags, bool, int, json } from '../flags.ts';
import { goJson, table } from '../render.ts';
import { statusObject } from '../shapes.ts';
import type { CommandSpec } from '../spec.ts';

export const statusCommands: readonly CommandSpec[] = [
  {
    path: 'status',
    flags: [...appFlags, json, bool('all'), bool('deployment'), bool('watch'), int('rate')],
    args: [0, 0],
    run: status,
  },
];

async function status(context: Context): Promise<void> {
  const app = await context.app();
  const all = await context.call('machines.list', { app: app.name }, 'failed to list VMs');
  const machines = all
    .filter(({ state, config }) => state !== 'destroyed' && config.metadata['fly_platform_version'] === 'v2')
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  if (context.json) {
    context.out(goJson(statusObject(app, machines)));
    return;
  }
  const [machine] = machines;
  const facts = [
    ['Name', app.name],
    ['Owner', app.organization.slug],
    ['Hostname', app.hostname],
    ['Image', machine ? machine.config.image : '-'],
  ];
  const lines = facts.map(([name, value]) => `  ${(name ?? '').padEnd(8)} = ${value ?? ''}\n`);
  context.out(`\u001b[1mApp\u001b[0m\n${lines.join('')}\n`);
  const rows = machines.map(({ id, version, region, state, updated_at: updated, config }) => [
    ...[config.metadata['fly_process_group'] ?? '', id, version, region, state, '', '', updated],
  ]);
  const columns = ['Process', 'ID', 'Version', 'Region', 'State', 'Role', 'Checks', 'Last Updated'];
  if (rows.length > 0) context.out(table('Machines', columns, rows));
}
