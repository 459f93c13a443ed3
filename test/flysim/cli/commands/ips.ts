import { isIP } from 'node:net';
import type { Address, AddressType } from '../../model.ts';
import type { Context } from '../context.ts';
import { FlyError } from '../failure.ts';
import { appFlags, bool, json, text } from '../flags.ts';
import { goJson, table } from '../render.ts';
import { addressObject } from '../shapes.ts';
import type { CommandSpec } from '../spec.ts';
import { confirm } from '../terminal.ts';

export const ipCommands: readonly CommandSpec[] = [
  {
    path: 'ips list',
    aliases: ['ls'],
    flags: [...appFlags, json],
    args: [0, 0],
    run: async (context) => {
      const app = await context.app();
      const addresses = await context.call('graphql.addresses', { app: app.name });
      if (context.json) {
        context.out(goJson(addresses.map(addressObject)));
        return;
      }
      context.out(addressTable(addresses));
      context.out(
        'Learn more about Fly.io public, private, shared and dedicated IP addresses in our docs: https://fly.io/docs/reference/services/#ip-addresses\n',
      );
    },
  },
  {
    path: 'ips private',
    flags: [...appFlags, json],
    args: [0, 0],
    run: async (context) => {
      const app = await context.app();
      const machines = await context.call('machines.list', { app: app.name }, 'failed to list VMs');
      const rows = machines.map(({ id, region, private_ip: ip }) => [id, region, ip]);
      context.out(
        context.bool('json')
          ? goJson(machines.map((each) => each.private_ip))
          : table('', ['ID', 'Region', 'IP'], rows),
      );
    },
  },
  {
    path: 'ips release',
    flags: appFlags,
    args: [1, Infinity],
    run: release,
  },
  {
    path: 'ips allocate-v4',
    flags: [...appFlags, bool('yes', 'y'), bool('shared'), text('region', 'r')],
    args: [0, 0],
    run: async (context) => {
      const shared = context.bool('shared');
      if (!shared && !context.bool('yes')) {
        context.out(
          'Looks like you are accessing a paid feature. Dedicated IPv4 addresses now costs $2/mo.\n',
        );
        if (
          !(await confirm(
            'Are you ok with this? Alternatively, you could allocate a shared IPv4 address with the --shared flag.',
          ))
        )
          return;
      }
      await allocate(context, shared ? 'shared_v4' : 'v4');
    },
  },
  {
    path: 'ips allocate-v6',
    flags: [...appFlags, bool('private'), text('network'), text('org', 'o'), text('region', 'r')],
    args: [0, 0],
    run: (context) => allocate(context, context.bool('private') ? 'private_v6' : 'v6'),
  },
];

async function release(context: Context): Promise<void> {
  const app = await context.app();
  for (const address of context.args) {
    if (isIP(address) === 0) throw new FlyError(`Invalid IP address: '${address}'`);
    await context.call('graphql.releaseAddress', { app: app.name, address });
    context.out(`Released ${address} from ${app.name}\n`);
  }
}

async function allocate(context: Context, type: AddressType): Promise<void> {
  const app = await context.app();
  const region = context.text('region');
  const address = await context.call('graphql.allocateAddress', { app: app.name, type, region });
  context.out(addressTable([address]));
}

function addressTable(addresses: readonly Address[]): string {
  const kinds: Readonly<Record<AddressType, readonly [string, string]>> = {
    v4: ['v4', 'public (dedicated)'],
    v6: ['v6', 'public (dedicated)'],
    shared_v4: ['v4', 'public (shared)'],
    private_v6: ['v6', 'private'],
  };
  const rows = addresses.map(({ address, type, region, createdAt }) => [
    ...[kinds[type][0], address, kinds[type][1], region, createdAt],
  ]);
  return table('', ['Version', 'IP', 'Type', 'Region', 'Created At'], rows);
}
