import type { App } from '../../model.ts';
import type { Context } from '../context.ts';
import { FlyError } from '../failure.ts';
import { appFlags, bool, json, text } from '../flags.ts';
import { goJson, table } from '../render.ts';
import { appObject, releaseObject } from '../shapes.ts';
import type { CommandSpec } from '../spec.ts';
import { confirm, isInteractive } from '../terminal.ts';
import { restartMachine } from './machines.ts';

export const appCommands: readonly CommandSpec[] = [
  {
    path: 'apps list',
    aliases: ['ls'],
    flags: [json, text('org', 'o'), bool('quiet', 'q')],
    args: [0, 0],
    run: listApps,
  },
  {
    path: 'apps create',
    flags: [
      ...[json, text('org', 'o'), text('name'), bool('yes', 'y'), bool('generate-name'), bool('save')],
      ...[text('network'), text('config', 'c')],
    ],
    args: [0, 1],
    run: createApp,
  },
  {
    path: 'apps destroy',
    aliases: ['delete', 'remove', 'rm'],
    flags: [bool('yes', 'y')],
    args: [1, Infinity],
    run: destroyApps,
  },
  {
    path: 'apps restart',
    flags: [text('config', 'c'), bool('force-stop'), bool('skip-health-checks')],
    args: [1, 1],
    run: async (context) => {
      const app = await context.call('graphql.app', { app: context.args[0] ?? '' }, 'failed to get app');
      const machines = await context.call('machines.list', { app: app.name }, 'failed to list VMs');
      for (const machine of machines) await restartMachine(context, app.name, machine);
    },
  },
  {
    path: 'releases',
    flags: [...appFlags, json, bool('image')],
    args: [0, 0],
    run: listReleases,
  },
];

async function listApps(context: Context): Promise<void> {
  const organization = context.text('org') || process.env['FLY_ORG'] || process.env['FLY_ORGANIZATION'];
  const apps = await context.call('graphql.apps', organization ? { organization } : {});
  const sorted = [...apps].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (context.json) context.out(goJson(sorted.map((app) => appObject(app))));
  else if (context.bool('quiet')) context.out(sorted.map(({ name }) => `${name}\n`).join(''));
  else if (sorted.length === 0) context.out('No apps found\n');
  else {
    const rows = sorted.map((app) => [app.name, app.organization.slug, app.status, '']);
    context.out(table('', ['Name', 'Owner', 'Status', 'Latest Deploy'], rows));
  }
}

async function createApp(context: Context): Promise<void> {
  const name = context.args[0] ?? context.text('name');
  if (!name) throw new FlyError('name argument or flag must be specified when not running interactively');
  const organization = await chooseOrganization(context);
  const app = await context.call('graphql.createApp', { app: name, organization });
  context.out(context.json ? goJson(appObject(app, 'full')) : `New app created: ${app.name}\n`);
}

async function chooseOrganization(context: Context): Promise<string> {
  const given = context.text('org');
  if (given) return given;
  const organizations = await context.call('graphql.organizations', {});
  const [only] = organizations;
  if (!only || organizations.length > 1 || only.type !== 'PERSONAL') {
    throw new FlyError('org slug must be specified when not running interactively');
  }
  context.err(`automatically selected personal organization: ${only.name}\n`);
  return only.slug;
}

async function destroyApps(context: Context): Promise<void> {
  for (const name of context.args) {
    await context.call('graphql.app', { app: name }, 'failed to get app');
    if (!context.bool('yes')) {
      context.err('Destroying an app is not reversible.\n');
      if (!isInteractive()) throw new FlyError('yes flag must be specified when not running interactively');
      if (!(await confirm(`Destroy app ${name}?`))) continue;
    }
    await context.call('graphql.deleteApp', { app: name });
    context.out(`Destroyed app ${name}\n`);
  }
}

async function listReleases(context: Context): Promise<void> {
  const app: App = await context.app();
  const releases = await context.call('graphql.releases', { app: app.name });
  const newest = releases.slice(0, 25);
  if (context.json) {
    // Go has no list at all when there is no release.
    context.out(goJson(newest.length === 0 ? null : newest.map(releaseObject)));
    return;
  }
  const rows = newest.map(({ version, description, createdAt, imageRef }) => [
    ...[`v${String(version)}`, 'complete', description, 'ada@example.com', createdAt],
    ...(context.bool('image') ? [imageRef] : []),
  ]);
  const columns = [
    'Version',
    'Status',
    'Description',
    'User',
    'Date',
    ...(context.bool('image') ? ['Docker Image'] : []),
  ];
  context.out(table('', columns, rows));
}
