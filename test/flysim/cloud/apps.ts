import type { Address, AddressType, App } from '../model.ts';
import type { CallsOf, Handlers } from './handlers.ts';
import { globalId } from './ids.ts';
import type { Fleet } from './fleet.ts';
import { peerHandlers } from './peers.ts';
import { Problem } from './problem.ts';
import type { AppRecord, State } from './state.ts';

/** The calls that Fly answers by GraphQL. */
export function graphqlHandlers(state: State, fleet: Fleet): Handlers<CallsOf<'graphql'>> {
  return {
    ...peerHandlers(state),
    'graphql.viewer': () => ({ email: state.stored.email }),
    'graphql.organizations': () => state.stored.organizations,
    'graphql.apps': ({ organization }) =>
      state.stored.apps
        .filter((app) => organization === undefined || app.organization === organization)
        .map((app) => describeApp(state, app)),
    'graphql.app': ({ app }) => describeApp(state, state.app(app)),
    'graphql.appOfMachine': ({ machine }) => {
      const record = state.stored.machines.find((each) => each.machine.id === machine);
      if (!record) throw new Problem(404, `Could not find Machine "${machine}"`);
      return { app: record.app };
    },
    'graphql.createApp': ({ app, organization }) => {
      if (!state.stored.organizations.some(({ slug }) => slug === organization)) {
        throw new Problem(404, 'Could not find Organization');
      }
      return describeApp(state, createApp(state, app, organization));
    },
    'graphql.deleteApp': async ({ app }) => {
      state.app(app);
      await fleet.destroyApp(app);
      return null;
    },
    'graphql.releases': ({ app }) => state.app(app).releases,
    'graphql.certificates': ({ app }) => state.app(app).certificates,
    'graphql.addresses': ({ app }) => state.app(app).addresses,
    'graphql.allocateAddress': ({ app, type, region }) => allocate(state, app, type, { region }),
    'graphql.releaseAddress': ({ app, address }) => {
      const record = state.app(app);
      if (!record.addresses.some((each) => each.address === address)) {
        throw new Problem(404, `Could not find IP address ${address}`);
      }
      record.addresses = record.addresses.filter((each) => each.address !== address);
      state.changed();
      return null;
    },
  };
}

/** @throws Problem when the name is taken or is not one that Fly allows. */
export function createApp(state: State, name: string, organization: string): AppRecord {
  if (state.stored.apps.some((each) => each.name === name)) {
    throw new Problem(422, 'Validation failed: Name has already been taken');
  }
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(name)) {
    throw new Problem(422, 'Validation failed: Name may only contain numbers, lowercase letters and dashes');
  }
  const app: AppRecord = {
    id: name,
    internalNumericId: 1_000_000 + state.stored.apps.length,
    name,
    organization: state.organization(organization).slug,
    createdAt: new Date().toISOString(),
    secrets: {},
    addresses: [],
    certificates: [],
    releases: [],
  };
  state.stored.apps.push(app);
  state.changed();
  return app;
}

/** Gives the app an address: the one asked for or the next of its type. */
export function allocate(
  state: State,
  app: string,
  type: AddressType,
  options: { readonly address?: string; readonly region?: string } = {},
): Address {
  const record = state.app(app);
  const taken = state.stored.apps.flatMap((each) => each.addresses).length + 1;
  const last = taken.toString(16);
  const next = {
    v4: `203.0.113.${String(taken % 256)}`,
    shared_v4: `66.241.124.${String(taken % 256)}`,
    v6: `2a09:8280:1::${last}:0`,
    private_v6: `fdaa:0:${last}::3`,
  } satisfies Record<AddressType, string>;
  const address: Address = {
    id: `ip_${globalId()}`,
    address: options.address ?? next[type],
    type,
    region: options.region || 'global',
    createdAt: new Date().toISOString(),
  };
  record.addresses.push(address);
  state.changed();
  return address;
}

function describeApp(state: State, app: AppRecord): App {
  const machines = state.machinesOf(app.name);
  const idle = machines.every(({ machine }) => machine.state === 'stopped' || machine.state === 'created');
  return {
    id: app.id,
    internalNumericId: app.internalNumericId,
    name: app.name,
    organization: state.organization(app.organization),
    status: machines.length === 0 ? 'pending' : idle ? 'suspended' : 'deployed',
    deployed: app.releases.length > 0,
    hostname: `${app.name}.fly.dev`,
    version: app.releases.length,
    releasedAt: app.releases[0]?.createdAt ?? app.createdAt,
    createdAt: app.createdAt,
  };
}
