import { version } from './generated/validators.mjs';
import { firstJson } from './json.ts';

/** What a program called `flyctl` or `fly` turned out to be. */
export type Identity =
  | { readonly kind: 'flyctl'; readonly version: string }
  /** The command line of Concourse CI, which is called `fly` too (concourse/concourse#952). */
  | { readonly kind: 'concourse' }
  | { readonly kind: 'unknown'; readonly words: string };

/** Tells what a program is from all that it printed when it was asked for its version. */
export function identify(printed: string): Identity {
  const found = versionInJson(printed) ?? versionInText(printed);
  if (found !== undefined) return { kind: 'flyctl', version: found };
  if (/\b(?:set-pipeline|hijack|concourse)\b/i.test(printed)) return { kind: 'concourse' };
  return { kind: 'unknown', words: printed.trim().split('\n', 1)[0]?.slice(0, 200) ?? '' };
}

function versionInJson(printed: string): string | undefined {
  try {
    const value = firstJson(printed);
    return version(value) ? value.Version : undefined;
  } catch {
    return undefined;
  }
}

/** E.g. `flyctl v0.4.87 linux/amd64 Commit: ad0172f BuildDate: 2026-08-07T10:00:00Z`. */
function versionInText(printed: string): string | undefined {
  return /^fly\S* v(\S+) \S+\/\S+ Commit: /m.exec(printed)?.[1];
}
