import type { Address, Certificate, Machine } from './model.ts';

/** What of an app decides how the internet reaches it. */
export interface Exposure {
  readonly app: string;
  readonly addresses: readonly Address[];
  readonly certificates: readonly Certificate[];
  readonly machines: readonly Pick<Machine, 'services'>[];
}

/**
 * The names under which the internet reaches an app: its own domains, then that of Fly. None without a public address, or
 * without a service that Fly's proxy could lead to.
 */
export function publicHosts({ app, addresses, certificates, machines }: Exposure): readonly string[] {
  const isServed = machines.some(({ services }) => services.length > 0);
  if (!isServed || !addresses.some((address) => address.public)) return [];
  const domains = certificates.map(({ hostname }) => hostname).filter((name) => !name.startsWith('*'));
  return [...domains, `${app}.fly.dev`];
}
