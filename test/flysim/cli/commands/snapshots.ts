import type { Context } from '../context.ts';
import { json, text } from '../flags.ts';
import { goJson, table } from '../render.ts';
import type { CommandSpec } from '../spec.ts';

export const snapshotCommands: readonly CommandSpec[] = [
  {
    path: 'volumes snapshots list',
    aliases: ['ls'],
    flags: [text('app', 'a'), json],
    args: [1, 1],
    run: list,
  },
  {
    path: 'volumes snapshots create',
    flags: [text('app', 'a'), json],
    args: [1, 1],
    run: async (context) => {
      const volume = context.args[0] ?? '';
      await context.call('machines.createSnapshot', { volume, ...ofApp(context) });
      context.out(`Scheduled to snapshot volume ${volume}\n`);
    },
  },
];

async function list(context: Context): Promise<void> {
  const volume = context.args[0] ?? '';
  const snapshots = await context.call(
    'machines.snapshots',
    { volume, ...ofApp(context) },
    'failed retrieving snapshots',
  );
  if (context.json) context.out(goJson(snapshots));
  else if (snapshots.length === 0) context.err(`No snapshots available for volume ${volume}\n`);
  else {
    const rows = snapshots.map((snapshot) => [
      ...[snapshot.id || '(pending)', snapshot.status, String(snapshot.size), String(snapshot.volume_size)],
      ...[snapshot.created_at, String(snapshot.retention_days ?? '')],
    ]);
    const columns = ['ID', 'Status', 'Stored Size', 'Vol Size', 'Created At', 'Retention Days'];
    context.out(table('Snapshots', columns, rows));
  }
}

function ofApp(context: Context): { readonly app?: string } {
  const app = context.givenApp;
  return app === undefined ? {} : { app };
}
