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

/** A type that is not known yet counts as public: better a needless warning than a missing one. */
function isPublic(type: string): boolean {
  return !/^(?:private|egress)_/.test(type);
}
