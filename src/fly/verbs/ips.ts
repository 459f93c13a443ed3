import type { Verb } from '../flyctl.ts';
import { addresses } from '../generated/validators.mjs';
import type { Address } from '../model.ts';
import { readJson } from '../parse.ts';
import { changeMs, queryMs } from './deadlines.ts';

/** The app's addresses. */
export function listAddresses(app: string): Verb<readonly Address[]> {
  return {
    args: ['ips', 'list', '-a', app, '--json'],
    kind: 'read',
    app,
    deadlineMs: queryMs,
    parse: (output) =>
      (readJson(output, addresses) ?? []).map(({ Address, Type, Region }) => ({
        address: Address,
        type: Type,
        region: Region ?? '',
        public: isPublic(Type),
      })),
  };
}

/** Gives an address back to Fly. A public one may be another when it is asked for again. */
export function releaseAddress(app: string, address: string): Verb<void> {
  return {
    args: ['ips', 'release', address, '-a', app],
    kind: 'write',
    app,
    deadlineMs: changeMs,
    parse: () => undefined,
  };
}

/** The kinds of address that can be asked for. */
export type AddressKind = 'private_v6' | 'v6' | 'shared_v4' | 'v4';

/**
 * What a dedicated IPv4 address costs, in US dollars a month; the other kinds cost nothing. Fly's public prices,
 * https://fly.io/docs/about/pricing/, and the question that flyctl asks before it allocates one.
 */
export const dedicatedV4Usd = 2;

const allocations: Readonly<Record<AddressKind, readonly string[]>> = {
  private_v6: ['allocate-v6', '--private'],
  v6: ['allocate-v6'],
  shared_v4: ['allocate-v4', '--shared'],
  // flyctl asks whether the price is right, unless it is told so.
  v4: ['allocate-v4', '-y'],
};

/** Asks Fly for an address. A public one makes the services of the app's machines reachable from the internet. */
export function allocateAddress(app: string, kind: AddressKind): Verb<void> {
  return {
    args: ['ips', ...allocations[kind], '-a', app],
    kind: 'write',
    app,
    deadlineMs: changeMs,
    parse: () => undefined,
  };
}

/** A type that is not known yet counts as public: better a needless warning than a missing one. */
function isPublic(type: string): boolean {
  return !/^(?:private|egress)_/.test(type);
}
