import { Failure } from '../../core/errors.ts';
import type { Verb } from '../flyctl.ts';
import { certificates } from '../generated/validators.mjs';
import type { Certificate } from '../model.ts';
import { readJson } from '../parse.ts';
import { queryMs } from './deadlines.ts';

/** The app's own domains, for which it has certificates or asked for them; `APP.fly.dev` is none of them. */
export function listCertificates(app: string): Verb<readonly Certificate[]> {
  return {
    args: ['certs', 'list', '-a', app, '--json'],
    kind: 'read',
    app,
    deadlineMs: queryMs,
    parse: (output) =>
      (readJson(output, certificates) ?? []).map(({ Hostname, hostname = Hostname }) => {
        // Its name began with a capital until flyctl took the certificates from another API.
        if (hostname === undefined)
          throw new Failure('badOutput', { detail: 'a certificate has no hostname' });
        return { hostname };
      }),
  };
}
