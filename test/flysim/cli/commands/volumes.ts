import type { Volume } from '../../model.ts';
import type { Context } from '../context.ts';
import { FlyError } from '../failure.ts';
import { appFlags, bool, int, json, text } from '../flags.ts';
import { goJson, table } from '../render.ts';
import type { CommandSpec } from '../spec.ts';
import { confirm } from '../terminal.ts';

/** States in which a volume is on its way out, and not listed without `--all`. */
const going: readonly string[] = [
  ...['scheduling_destroy', 'fork_cleanup', 'waiting_for_detach', 'pending_destroy', 'destroying'],
];

export const volumeCommands: readonly CommandSpec[] = [
  {
    path: 'volumes list',
    aliases: ['ls'],
    flags: [...appFlags, json, bool('all')],
    args: [0, 0],
    run: async (context) => {
      const app = await context.app();
      const all = await list(context, app.name);
      const volumes = context.bool('all') ? all : all.filter(({ state }) => !going.includes(state));
      context.out(context.json ? goJson(volumes) : volumeTable(volumes));
    },
  },
  {
    path: 'volumes show',
    flags: [...appFlags, json],
    args: [0, 1],
    run: async (context) => {
      const { volume, ofApp } = named(context);
      const found = await context.call('machines.volume', { volume, ...ofApp }, 'failed retrieving volume');
      print(context, found, context.givenApp ?? '');
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
  {
    path: 'volumes extend',
    flags: [...appFlags, json, text('size', 's'), bool('yes', 'y')],
    args: [0, 1],
    run: extend,
  },
  {
    path: 'volumes fork',
    flags: [...appFlags, json, text('name', 'n'), text('region', 'r'), bool('require-unique-zone')],
    args: [0, 1],
    run: fork,
  },
  {
    path: 'volumes destroy',
    aliases: ['delete', 'rm'],
    flags: [...appFlags, bool('yes', 'y')],
    args: [0, Infinity],
    run: destroy,
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
  const snapshot = context.text('snapshot-id');
  const retention = context.number('snapshot-retention');
  const wanted = {
    ...{ app: app.name, name, region, sizeGb: context.number('size') ?? 3 },
    encrypted: !context.bool('no-encryption'),
    ...(snapshot && { snapshot }),
    ...(retention !== undefined && { snapshotRetention: retention }),
  };
  for (let made = 0; made < count; made++) {
    const volume = await context.call('machines.createVolume', wanted, 'failed creating volume');
    print(context, volume, app.name);
  }
}

async function extend(context: Context): Promise<void> {
  const app = await context.app();
  const size = context.text('size');
  const given = Number.parseInt(size, 10);
  if (!given) throw new FlyError('Volume size must be specified');
  const { volume } = named(context);
  const before = await context.call('machines.volume', { app: app.name, volume }, 'failed to get volume');
  const sizeGb = size.startsWith('+') ? before.size_gb + given : given;
  const { volume: extended, needsRestart } = await context.call(
    'machines.extendVolume',
    { app: app.name, volume, sizeGb },
    'failed to extend volume',
  );
  print(context, extended, app.name);
  if (context.json) return;
  context.out(
    needsRestart
      ? 'You will need to stop and start your machine to increase the size of the FS\n'
      : 'Your machine got its volume size extended without needing a restart\n',
  );
}

async function fork(context: Context): Promise<void> {
  const app = await context.app();
  const { volume } = named(context);
  const source = await context.call('machines.volume', { app: app.name, volume }, 'failed to get volume');
  if (source.host_status !== 'ok') {
    throw new FlyError(`can't fork volume ${volume}: it's on a host that is currently unavailable`);
  }
  const { size_gb: sizeGb, encrypted } = source;
  const forked = await context.call(
    'machines.createVolume',
    {
      ...{ app: app.name, source: volume, sizeGb, encrypted },
      name: context.text('name') || source.name,
      region: context.text('region') || source.region,
    },
    'failed to fork volume',
  );
  print(context, forked, app.name);
}

async function destroy(context: Context): Promise<void> {
  const first = named(context);
  for (const volume of context.args) {
    if (!context.bool('yes') && !(await confirmDestroy(context, volume))) return;
    const { name } = await context.call(
      'machines.destroyVolume',
      { ...first.ofApp, volume },
      'failed destroying volume',
    );
    context.out(`Destroyed volume ID: ${volume} name: ${name}\n`);
  }
}

async function confirmDestroy(context: Context, id: string): Promise<boolean> {
  const { ofApp } = named(context);
  await context.call('machines.volume', { volume: id, ...ofApp });
  context.err('Deleting a volume is not reversible.\n');
  return confirm('Are you sure you want to destroy this volume?');
}

/** The volume that is the first argument, and the app when one is given; otherwise it is looked up by the volume. */
function named(context: Context): { readonly volume: string; readonly ofApp: { readonly app?: string } } {
  const [volume] = context.args;
  if (volume === undefined) throw new FlyError('volume ID must be specified when not running interactively');
  const app = context.givenApp;
  return { volume, ofApp: app === undefined ? {} : { app } };
}

function list(context: Context, app: string): Promise<readonly Volume[]> {
  return context.call('machines.volumes', { app }, 'failed retrieving volumes');
}

function print(context: Context, volume: Volume, app: string): void {
  if (context.json) {
    context.out(goJson(volume));
    return;
  }
  const facts = [
    ...[`ID: ${volume.id}`, `Name: ${volume.name}`, `App: ${app}`, `Region: ${volume.region}`],
    ...[`Zone: ${volume.zone}`, `Size GB: ${String(volume.size_gb)}`],
    ...[`Encrypted: ${String(volume.encrypted)}`, `Created at: ${volume.created_at}`],
    `Snapshot retention: ${String(volume.snapshot_retention)}`,
    `Scheduled snapshots: ${String(volume.auto_backup_enabled)}`,
  ];
  for (const fact of facts) {
    const at = fact.indexOf(':');
    context.out(`${fact.slice(0, at).padStart(20)}${fact.slice(at)}\n`);
  }
}

function volumeTable(volumes: readonly Volume[]): string {
  const rows = volumes.map((volume) => [
    ...[volume.id, volume.state, volume.name, `${String(volume.size_gb)}GB`, volume.region, volume.zone],
    ...[String(volume.encrypted), volume.attached_machine_id ?? '', volume.created_at],
  ]);
  const columns = ['ID', 'State', 'Name', 'Size', 'Region', 'Zone', 'Encrypted', 'Attached VM', 'Created At'];
  return table('', columns, rows);
}
