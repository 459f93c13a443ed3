import { stripVTControlCharacters } from 'node:util';
import { Failure, type FailureFacts, type FailureKind } from '../core/errors.ts';

/** What a failed run of flyctl left behind. */
export interface FailedRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Row {
  readonly kind: FailureKind;
  /** Matched against flyctl's last error; named groups become facts. */
  readonly pattern: RegExp;
}

/**
 * flyctl's words and what they mean, the first match counts. Each row has a fixture in test/fixtures/flyctl/errors.
 * The words are those of flyctl 0.4.87 and of Fly's servers as quoted in public issues.
 */
export const rows: readonly Row[] = [
  // The remote command did run, whatever flyctl says about its end.
  { kind: 'unproven', pattern: /^ssh shell: / },
  {
    kind: 'leaseHeld',
    pattern: /lease currently held by (?<holder>\S+), expires at (?<expiresAt>[\w:.+-]+)/,
  },
  { kind: 'leaseHeld', pattern: /failed to (?:obtain|get) lease\b(?:.* on VM (?<machine>\w+))?/ },
  {
    kind: 'noCapacity',
    pattern: /lack of capacity|could not reserve resource|\binsufficient (?:resources|memory|CPUs)\b/i,
  },
  { kind: 'hostUnreachable', pattern: /on an unreachable host/ },
  { kind: 'noStartedMachine', pattern: /has no started VMs|has no VMs in (?:region|process group)/ },
  { kind: 'noStartedMachine', pattern: /--machine="[^"]*" not found\/started/ },
  // What `proxy` says: only started machines have the name.
  { kind: 'noStartedMachine', pattern: /^\S+\.internal: host was not found in DNS/ },
  { kind: 'tunnel', pattern: /can't establish agent|agent: failed to start/ },
  { kind: 'notLoggedIn', pattern: /no access token available|You must be authenticated/i },
  { kind: 'notLoggedIn', pattern: /\bstatus(?: code)?: 401\b|\b401 Unauthorized\b|: unauthorized\b/i },
  {
    kind: 'forbidden',
    pattern: /\bstatus(?: code)?: 403\b|\b403 Forbidden\b|: forbidden\b|not authorized to/i,
  },
  { kind: 'rateLimited', pattern: /\bstatus(?: code)?: 429\b|\b429 Too Many Requests\b|rate limit/i },
  { kind: 'notFound', pattern: /could not find app|the app name \S+ could not be found/i },
  { kind: 'notFound', pattern: /\bmachine \S+ was not found in app\b|\bmachine not found\b/i },
  { kind: 'notFound', pattern: /\borganization \S+ not found\b|\bvolume \S+ (?:was )?not found\b/i },
  { kind: 'notFound', pattern: /\bstatus(?: code)?: 404\b|\b404 Not Found\b/i },
  { kind: 'offline', pattern: /\bdial tcp\b|\bno such host\b|network is unreachable/ },
  { kind: 'timeout', pattern: /\bstatus(?: code)?: 408\b|deadline_exceeded/ },
  { kind: 'timeout', pattern: /timeout reached waiting for/ },
  { kind: 'tunnel', pattern: /can't build tunnel|tunnel unavailable|failed probing/ },
  { kind: 'tunnel', pattern: /host unavailable at|create ssh certificate|error connecting to SSH server/ },
];

/**
 * Finds out why a run of flyctl failed, from its last error and its exit code.
 * @param redact Takes secrets out of `detail`.
 */
export function classify(run: FailedRun, facts: FailureFacts, redact: (text: string) => string): Failure {
  const error = lastError(run.stderr);
  const message = error.slice(afterQuery(error));
  const found = hasOwnWords(run) ? firstMatch(message) : undefined;
  const detail = redact(withoutQuery(error) || endingOf(run));
  return new Failure(found?.kind ?? kindOfExit(run.exitCode), {
    detail,
    facts: { ...facts, ...found?.facts },
  });
}

/**
 * What flyctl itself says after the last `Error: `. What comes before may be the words of a remote command, with
 * nothing between the two when it did not end its line.
 */
export function lastError(stderr: string): string {
  const plain = stripVTControlCharacters(stderr);
  const at = plain.lastIndexOf('Error: ');
  return (at < 0 ? plain : plain.slice(at + 'Error: '.length)).trim();
}

/** Only with these codes is the end of standard error flyctl's; with others it was interrupted or has crashed. */
function hasOwnWords({ exitCode }: FailedRun): boolean {
  return exitCode === 1 || exitCode === 126;
}

function firstMatch(
  message: string,
): { readonly kind: FailureKind; readonly facts: FailureFacts } | undefined {
  for (const { kind, pattern } of rows) {
    const match = pattern.exec(message);
    if (match) return { kind, facts: definedIn(match.groups ?? {}) };
  }
  return undefined;
}

/** Groups that took part in the match: the others must not hide what is known already. */
function definedIn(groups: Readonly<Record<string, string | undefined>>): FailureFacts {
  return Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined));
}

/** Exit 126: flyctl gave up waiting for something of its own, e.g. a lock on its configuration. */
function kindOfExit(exitCode: number): FailureKind {
  return exitCode === 126 ? 'timeout' : 'failed';
}

/** Words for an end without an error message: flyctl prints none when interrupted, and panics to standard output. */
function endingOf({ exitCode, stdout }: FailedRun): string {
  if (exitCode === 127) return 'flyctl was interrupted.';
  const said = stripVTControlCharacters(stdout).trim().split('\n', 1)[0] ?? '';
  return `flyctl ended with exit code ${exitCode}. ${said}`.trim();
}

/** A failed GraphQL call repeats its query: `failed to run query { … }: <what the server says>`. */
function afterQuery(error: string): number {
  const end = error.lastIndexOf('}: ');
  return end < 0 ? 0 : end + '}: '.length;
}

function withoutQuery(error: string): string {
  const start = error.indexOf('failed to run query');
  return start < 0 ? error : error.slice(0, start) + error.slice(afterQuery(error));
}
