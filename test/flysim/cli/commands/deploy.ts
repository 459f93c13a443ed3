import { parseDeployment } from '../../deployment.ts';
import type { App, Machine } from '../../model.ts';
import type { DeploymentSpec } from '../../protocol.ts';
import type { Context } from '../context.ts';
import { FlyError } from '../failure.ts';
import { appFlags, bool, int, text, texts } from '../flags.ts';
import { withLease } from '../machine-target.ts';
import type { CommandSpec } from '../spec.ts';
import { readToml } from '../toml.ts';

const flags = [
  ...[...appFlags, text('image', 'i'), bool('yes', 'y'), bool('ha'), text('strategy'), bool('detach')],
  ...[bool('now'), bool('no-public-ips'), bool('flycast'), bool('remote-only'), bool('local-only')],
  ...[texts('env', 'e'), text('wait-timeout'), int('max-unavailable')],
];

/** Deploys an image that exists: nothing is built, and machines of the group `app` alone are changed. */
export const deployCommands: readonly CommandSpec[] = [
  { path: 'deploy', flags, args: [0, 1], run: (context) => run(context) },
];

async function run(context: Context): Promise<void> {
  const app = await appOf(context);
  context.err('==> Verifying app config\n');
  const deployment = await deploymentOf(context);
  context.err('--> Verified app config\n==> Building image\nSearching for image ');
  context.err(`'${deployment.image}' remotely...\nimage found: img_flysim\n`);
  const machines = await context.call('machines.list', { app: app.name }, 'failed to list VMs');
  refuseLostVolumes(context, machines, deployment);
  context.out(`\nWatch your deployment at https://fly.io/apps/${app.name}/monitoring\n\n`);
  if (!context.bool('no-public-ips')) await provisionAddresses(context, app, deployment);
  const release = { app: app.name, image: deployment.image };
  await context.call('machines.createRelease', release, 'failed to create release');
  await roll(context, app, machines, deployment);
  context.out(`\nVisit your newly deployed app at https://${app.hostname}/\n`);
}

async function appOf(context: Context): Promise<App> {
  const name = context.requireApp();
  const apps = await context.call('graphql.apps', {});
  const found = apps.find((app) => app.name === name);
  if (found) return found;
  throw new FlyError(
    `the app name ${name} could not be found, did you create the app or misspell it in the fly.toml file or via -a?`,
  );
}

async function deploymentOf(context: Context): Promise<DeploymentSpec> {
  const toml = await readToml(context.has('config') ? context.text('config') : undefined);
  if (!toml) throw new FlyError('flysim deploys what a fly.toml says, and there is none');
  const deployment = parseDeployment(toml.value, context.text('image'));
  if (deployment.image === '') throw new FlyError('flysim builds no image: give one with --image');
  return deployment;
}

/** `-y` does not answer this question. */
function refuseLostVolumes(
  context: Context,
  machines: readonly Machine[],
  { mountPath }: DeploymentSpec,
): void {
  const mounted = machines.filter(({ config }) => (config.mounts ?? []).length > 0);
  if (mounted.length === 0 || mountPath !== undefined) return;
  for (const { id } of mounted) {
    context.err(`Warning! Machine ${id} has a volume mounted but app config does not specify a volume\n`);
  }
  throw new FlyError('yes flag must be specified when not running interactively');
}

/** An app with services and no public address gets a shared IPv4 and an IPv6 address. */
async function provisionAddresses(context: Context, app: App, { services }: DeploymentSpec): Promise<void> {
  const addresses = await context.call('graphql.addresses', { app: app.name });
  if (services.length === 0 || addresses.some(({ type }) => type !== 'private_v6')) return;
  context.out(`Provisioning ips for ${app.name}\n`);
  for (const type of ['v6', 'shared_v4'] as const) {
    const { address } = await context.call('graphql.allocateAddress', { app: app.name, type, region: '' });
    context.out(`  ${type === 'v6' ? 'Dedicated ipv6' : 'Shared ipv4'}: ${address}\n`);
  }
}

async function roll(
  context: Context,
  { name: app }: App,
  machines: readonly Machine[],
  deployment: DeploymentSpec,
): Promise<void> {
  if (machines.length === 0) throw new FlyError('flysim changes machines with a deploy, and makes none');
  context.out(`Updating existing machines in '${app}' with rolling strategy\n\n-------\n`);
  for (const [at, { id }] of machines.entries()) {
    const position = `[${String(at + 1)}/${String(machines.length)}]`;
    await withLease(context, id);
    context.out(` > ${position} Updating ${id} [app]\n`);
    await context.call('machines.deploy', { app, machine: id, deployment }, 'failed to update machine');
    context.out(` \u2714 ${position} Machine ${id} [app] update succeeded\n`);
  }
  context.out('-------\n');
}
