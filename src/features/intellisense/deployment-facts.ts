import type { Deployment } from '../../gateway/check/rules/rule.ts';
import type { DeploymentStore } from '../../fly/store.ts';
import type { Target } from '../common/nodes.ts';

/** What the checks want to know of an app. */
const parts = ['machines', 'secrets', 'addresses', 'certificates'] as const;

/** Reads what the store does not hold yet. Never throws. */
export async function loadFacts(store: DeploymentStore, app: string): Promise<void> {
  const held = store.app(app);
  const missing = parts.filter((part) => held[part].data === undefined && !held[part].error);
  await Promise.all(missing.map((part) => store.load(app, part)));
}

/**
 * What the store knows of a deployment, for the rules that compare a configuration with it. Nothing when a part is not
 * known: a name that cannot be looked up is not a wrong one.
 */
export function factsOf(store: DeploymentStore, target: Target, version?: string): Deployment | undefined {
  const { machines, secrets, addresses, certificates } = store.app(target.app);
  if (!machines.data || !secrets.data || !addresses.data) return undefined;
  const { machine: id } = target;
  const readers = machines.data.filter((machine) => id === undefined || machine.id === id);
  const isPublic = addresses.data.some((address) => address.public);
  const domains = (certificates.data ?? []).flatMap(({ hostname }) =>
    hostname.startsWith('*') ? [] : [hostname],
  );
  return {
    secrets: secrets.data.map(({ name, status }) => ({
      name,
      status: status === 'Staged' ? 'staged' : 'deployed',
    })),
    env: [...new Set(readers.flatMap(({ env }) => Object.keys(env)))],
    hostnames: isPublic ? [`${target.app}.fly.dev`, ...domains] : [],
    ...(version === undefined ? {} : { version }),
  };
}
