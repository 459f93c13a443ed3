import type { Deployment } from '../../gateway/check/rules/rule.ts';
import type { DeploymentStore } from '../../fly/store.ts';
import type { Target } from '../common/nodes.ts';

/** What the checks want to know of an app. */
const parts = ['machines', 'secrets', 'addresses', 'certificates'] as const;

/** What was read longer ago, in milliseconds, is read anew. */
const maxAgeMs = 60_000;

/** Reads what the store does not hold yet, or has held for long. What failed is left to the user's refresh. Never throws. */
export async function loadFacts(store: Pick<DeploymentStore, 'app' | 'load'>, app: string): Promise<void> {
  const held = store.app(app);
  const wanted = parts.filter((part) => {
    const { fetchedAt = 0, error } = held[part];
    return !error && Date.now() - fetchedAt > maxAgeMs;
  });
  await Promise.all(wanted.map((part) => store.load(app, part)));
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
