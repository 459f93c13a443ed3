import type { Verb } from '../flyctl.ts';
import { leases } from '../generated/validators.mjs';
import type { Lease } from '../model.ts';
import { readJson } from '../parse.ts';
import { queryMs } from './deadlines.ts';

/** Who may change the machine at the moment; `undefined` when nobody holds its lease. */
export function viewLease(app: string, machine: string): Verb<Lease | undefined> {
  return {
    args: ['machine', 'leases', 'view', '-a', app, '--json', machine],
    kind: 'read',
    app,
    machine,
    deadlineMs: queryMs,
    parse: (output) => {
      const { owner, expires_at: seconds } = readJson(output, leases)?.[machine]?.data ?? {};
      return seconds ? { owner: owner ?? '', expiresAt: seconds * 1_000 } : undefined;
    },
  };
}
