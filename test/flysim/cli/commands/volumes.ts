import type { Volume } from '../../model.ts';
import type { Context } from '../context.ts';
import { FlyError } from '../failure.ts';
import { appFlags, bool, int, json, text } from '../flags.ts';
import { goJson, table } from '../render.ts';
import type { CommandSpec } from '../spec.ts';
import { confirm } from '../terminal.ts';

export const volumeCommands: readonly CommandSpec[] = [
  {
    path: 'volumes list',
    aliases: ['ls'],
    flags: [...appFlags, json, bool('all')],
    args: [0, 0],
    run: async (context) => {
      const app = await context.app();
      const volumes = await list(context, app.name);
      context.out(context.json ? goJson(volumes) : volumeTable(volumes));
    },
  },
  {
    path: 'volumes show',
    flags: [...appFlags, json],
    args: [0, 1],
    run: async (context) => {
      const [volume] = context.args;
      if (volume === undefined)
        throw new FlyError('volume ID must be specified when not running interactively');
      const app = context.givenApp;
      const found = await context.call(
        'machines.volume',
        { volume, ...(app === undefined ? {} : { app }) },
        'failed retrieving volume',
      );
      context.out(context.json ? goJson(found) : volumeTable([found]));
    },
  },
  {
    path: 'volumes create',
    flags: [
      ...[...appFlags, json, text('region', 'r'), int('size', 's'), int('count', 'n'), bool('yes', 'y')],
      ...[text('snapshot-id'), int('snapshot-retention'), bool('no-encryption')],
    ],
    args: [1, 1],
    run: create,
  },
];

async function create(context: Context): Promise<void> {
  const app = await context.app();
  const name = context.args[0] ?? '';
  const count = context.number('count') ?? 1;
  const existing = await list(context, app.name);
  const asks = !context.bool('yes') && count === 1 && !existing.some((volume) => volume.name === name);
  if (asks) {
    context.err(
      'Warning! Every volume is pinned to a specific physical host. You should create two or more volumes per application to avoid downtime.\n',
    );
    if (!(await confirm('Do you still want to use the volumes feature?'))) return;
  }
  const region = context.text('region');
  if (!region) throw new FlyError('region code must be specified when not running interactively');
  for (let made = 0; made < count; made++) {
    const sizeGb = context.number('size') ?? 1;
    const volume = await context.call(
      'machines.createVolume',
      { app: app.name, name, region, sizeGb },
      'failed creating volume',
    );
    context.out(context.json ? goJson(volume) : volumeTable([volume]));
  }
}

function list(context: Context, app: string): Promise<readonly Volume[]> {
  return context.call('machines.volumes', { app }, 'failed retrieving volumes');
}

function volumeTable(volumes: readonly Volume[]): string {
  const rows = volumes.map((volume) => [
    ...[volume.id, volume.state, volume.name, `${String(volume.size_gb)}GB`, volume.region, volume.zone],
    ...[String(volume.encrypted), volume.attached_machine_id ?? '', volume.created_at],
  ]);
  const columns = ['ID', 'State', 'Name', 'Size', 'Region', 'Zone', 'Encrypted', 'Attached VM', 'Created At'];
  return table('', columns, rows);
}
