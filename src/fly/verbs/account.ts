import type { Verb } from '../flyctl.ts';
import { account, organizations, version as versionOutput } from '../generated/validators.mjs';
import type { Account, Organization } from '../model.ts';
import { hasJson, readJson } from '../parse.ts';
import { localMs, queryMs } from './deadlines.ts';

/** flyctl's own version, e.g. `0.4.87`. Needs neither network nor session. */
export function version(): Verb<string> {
  return {
    args: ['version', '--json'],
    kind: 'read',
    deadlineMs: localMs,
    parse: (output) => readJson(output, versionOutput).Version,
  };
}

/** The account that flyctl is signed in to; the only way to see whether it is. */
export function whoami(): Verb<Account> {
  return {
    args: ['auth', 'whoami', '--json'],
    kind: 'read',
    deadlineMs: queryMs,
    parse: (output) => ({ email: readJson(output, account).email }),
  };
}

/** The organizations that the account belongs to. Some versions print them and exit with 1 (OpenRouterLabs/spawn#1582). */
export function listOrganizations(): Verb<readonly Organization[]> {
  return {
    args: ['orgs', 'list', '--json'],
    kind: 'read',
    deadlineMs: queryMs,
    accepts: hasJson,
    parse: (output) =>
      Object.entries(readJson(output, organizations)).map(([slug, name]) => ({ slug, name: name ?? '' })),
  };
}
