import type { Verb } from '../flyctl.ts';
import { secrets } from '../generated/validators.mjs';
import type { Secret } from '../model.ts';
import { readJson } from '../parse.ts';
import { queryMs } from './deadlines.ts';

/** The names of the app's secrets; Fly never shows their values. */
export function listSecrets(app: string): Verb<readonly Secret[]> {
  return {
    args: ['secrets', 'list', '-a', app, '--json'],
    kind: 'read',
    app,
    deadlineMs: queryMs,
    parse: (output) =>
      (readJson(output, secrets) ?? []).map(({ name, digest, status }) => ({
        name,
        digest: digest ?? '',
        status: status ?? '',
      })),
  };
}
