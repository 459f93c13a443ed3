/** Every way in which work on a deployment can fail. `explain` gives each a sentence and a next step. */
export const failureKinds = [
  /** The window is in Restricted Mode, in which nothing is run. */
  'untrusted',
  /** No flyctl was found. */
  'notInstalled',
  /** flyctl has no session, or its token is refused. */
  'notLoggedIn',
  /** The token is good but may not do this. */
  'forbidden',
  /** The app, machine, volume or file does not exist. */
  'notFound',
  /** The machine is not started, so nothing can be run on it. */
  'noStartedMachine',
  /** WireGuard, the flyctl agent or the SSH connection could not be set up: nothing ran on the machine. */
  'tunnel',
  /** The connection ended before the script could prove its result: it may or may not have run. */
  'unproven',
  /** No connection to Fly.io. */
  'offline',
  /** The deadline passed. */
  'timeout',
  /** The user cancelled. Never shown as an error. */
  'cancelled',
  /** Fly.io asks to slow down. */
  'rateLimited',
  /** Another operation holds the machine's lease. */
  'leaseHeld',
  /** Fly has no room for the machine where it is to be. */
  'noCapacity',
  /** Fly has lost the host of the machine for now. */
  'hostUnreachable',
  /** flyctl printed something that we do not understand. */
  'badOutput',
  /** Anything else; `detail` has flyctl's words. */
  'failed',
] as const;

export type FailureKind = (typeof failureKinds)[number];

/** Kinds after which trying again does not help until the user has done something about it. */
export const lastingKinds: ReadonlySet<FailureKind> = new Set([
  'untrusted',
  'notInstalled',
  'notLoggedIn',
  'forbidden',
  'notFound',
]);

/** What is known about a failure beyond its kind; all of it may be shown to the user. */
export interface FailureFacts {
  readonly app?: string;
  readonly machine?: string;
  /** Who holds the lease, as Fly says it. */
  readonly holder?: string;
  /** When the lease ends, ISO 8601. */
  readonly expiresAt?: string;
  /** The version of flyctl whose output was not understood. */
  readonly flyctlVersion?: string;
  /** The flyctl command, without secrets, e.g. `flyctl machine list`. */
  readonly command?: string;
  /** How long was waited, in milliseconds. */
  readonly afterMs?: number;
}

/** The one error type of the extension. `detail` is already redacted. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly kind: FailureKind;
  /** The redacted words of the tool that failed, possibly empty. */
  readonly detail: string;
  readonly facts: FailureFacts;

  constructor(
    kind: FailureKind,
    options: { readonly detail?: string; readonly facts?: FailureFacts; readonly cause?: unknown } = {},
  ) {
    super(
      options.detail ? `${kind}: ${options.detail}` : kind,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.kind = kind;
    this.detail = options.detail ?? '';
    this.facts = options.facts ?? {};
  }
}

/** Turns whatever was thrown into a `Failure`; an abort becomes `cancelled`. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof Error) {
    const kind = error.name === 'AbortError' ? 'cancelled' : 'failed';
    return new Failure(kind, { detail: error.message, cause: error });
  }
  return new Failure('failed', { detail: String(error) });
}
