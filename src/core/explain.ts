import * as l10n from '@vscode/l10n';
import type { Failure, FailureFacts, FailureKind } from './errors.ts';

/** What the user can do next about a failure; each is a button. */
export type Step =
  | 'manageTrust'
  | 'pickFlyctl'
  | 'installFlyctl'
  | 'whereLooked'
  | 'signIn'
  | 'retry'
  | 'startMachine'
  /** The log of the machine. */
  | 'showLogs'
  /** The log of the extension. */
  | 'showLog';

export interface Explanation {
  /** One plain sentence or two: what happened and what to do about it. */
  readonly sentence: string;
  /** The most useful first; empty only for `cancelled`. */
  readonly steps: readonly Step[];
}

interface Row {
  sentence(failure: Failure): string;
  readonly steps: readonly Step[];
}

const rows: Readonly<Record<FailureKind, Row>> = {
  untrusted: {
    sentence: () =>
      l10n.t('This window is in Restricted Mode, in which flyctl is not run. Trust the workspace first.'),
    steps: ['manageTrust'],
  },
  notInstalled: {
    sentence: () => l10n.t('flyctl was not found. Install it, or choose where it is.'),
    steps: ['installFlyctl', 'pickFlyctl', 'whereLooked'],
  },
  notLoggedIn: {
    sentence: () => l10n.t('flyctl is not signed in to Fly.io. Sign in, then try again.'),
    steps: ['signIn', 'retry'],
  },
  forbidden: { sentence: ({ facts }) => forbidden(facts), steps: ['signIn', 'showLog'] },
  notFound: { sentence: ({ facts }) => notFound(facts), steps: ['retry', 'showLog'] },
  noStartedMachine: {
    sentence: ({ facts }) =>
      facts.machine
        ? l10n.t('Machine {0} is not started, so nothing can be run on it. Start it first.', nameOf(facts))
        : l10n.t('{0} has no started machine. Start one first.', facts.app ?? l10n.t('The app')),
    steps: ['startMachine', 'showLogs'],
  },
  tunnel: {
    sentence: ({ facts }) =>
      l10n.t(
        'The connection to {0} could not be set up, so nothing was run there. Try again.',
        nameOf(facts),
      ),
    steps: ['retry', 'showLog'],
  },
  unproven: {
    sentence: ({ facts }) =>
      l10n.t(
        'The connection to {0} ended before the result came back. The work may or may not have been done: look at the machine before you repeat it.',
        nameOf(facts),
      ),
    steps: ['showLogs', 'showLog'],
  },
  offline: {
    sentence: () => l10n.t('Fly.io cannot be reached. Check the internet connection, then try again.'),
    steps: ['retry', 'showLog'],
  },
  timeout: { sentence: ({ facts }) => timeout(facts), steps: ['retry', 'showLog'] },
  cancelled: { sentence: () => l10n.t('Cancelled.'), steps: [] },
  rateLimited: {
    sentence: () => l10n.t('Fly.io asks to slow down. Wait a minute, then try again.'),
    steps: ['retry', 'showLog'],
  },
  leaseHeld: { sentence: ({ facts }) => leaseHeld(facts), steps: ['retry', 'showLog'] },
  noCapacity: {
    sentence: ({ facts }) =>
      l10n.t(
        'Fly has no room for {0} in its region now. Try again later, or clone it into another region.',
        nameOf(facts),
      ),
    steps: ['retry', 'showLog'],
  },
  hostUnreachable: {
    sentence: ({ facts }) =>
      l10n.t(
        'The host of {0} cannot be reached by Fly now, so nothing was changed. Try again later.',
        nameOf(facts),
      ),
    steps: ['retry', 'showLog'],
  },
  badOutput: {
    sentence: ({ facts }) =>
      facts.flyctlVersion
        ? l10n.t(
            'flyctl {0} answered {1} in a way that is not understood.',
            facts.flyctlVersion,
            commandOf(facts),
          )
        : l10n.t('flyctl answered {0} in a way that is not understood.', commandOf(facts)),
    steps: ['showLog', 'retry'],
  },
  failed: { sentence: failed, steps: ['showLog', 'retry'] },
};

/** Says in plain words what happened, naming the app, the machine and the command where they are known. */
export function explain(failure: Failure): Explanation {
  const { sentence, steps } = rows[failure.kind];
  return { sentence: sentence(failure), steps };
}

function forbidden({ app }: FailureFacts): string {
  return app
    ? l10n.t('This Fly.io account or token may not do that with {0}. Sign in with one that may.', app)
    : l10n.t('This Fly.io account or token may not do that. Sign in with one that may.');
}

function notFound(facts: FailureFacts): string {
  if (facts.machine) return l10n.t('{0} was not found: it does not exist, or not any more.', nameOf(facts));
  if (facts.app) return l10n.t('{0} was not found, or this account may not see it.', facts.app);
  return l10n.t('What was asked for was not found.');
}

function timeout(facts: FailureFacts): string {
  const { command, afterMs } = facts;
  const seconds = afterMs === undefined ? undefined : Math.round(afterMs / 1000);
  if (command === undefined) {
    return seconds === undefined
      ? l10n.t('Waiting for {0} took too long.', nameOf(facts))
      : l10n.t('Waited {0} s for {1} without a result.', seconds, nameOf(facts));
  }
  return seconds === undefined
    ? l10n.t('{0} took too long and was ended.', command)
    : l10n.t('{0} gave no result within {1} s and was ended.', command, seconds);
}

function leaseHeld(facts: FailureFacts): string {
  const { expiresAt, holder } = facts;
  const until = expiresAt === undefined ? NaN : Date.parse(expiresAt);
  if (Number.isNaN(until)) {
    return l10n.t(
      'Another operation is working on {0}. Wait until it is done, then try again.',
      nameOf(facts),
    );
  }
  const time = new Date(until).toLocaleTimeString();
  return holder
    ? l10n.t('{0} works on {1} until {2}. Try again after that.', holder, nameOf(facts), time)
    : l10n.t('Another operation works on {0} until {1}. Try again after that.', nameOf(facts), time);
}

function failed({ detail, facts }: Failure): string {
  const reason = detail.split('\n', 1)[0]?.slice(0, 300) ?? '';
  return reason === ''
    ? l10n.t('{0} failed.', commandOf(facts))
    : facts.command
      ? l10n.t('{0} failed: {1}', facts.command, reason)
      : reason;
}

function nameOf({ app, machine }: FailureFacts): string {
  if (machine && app) return l10n.t('{0} of {1}', machine, app);
  return machine ?? app ?? l10n.t('the machine');
}

function commandOf({ command }: FailureFacts): string {
  return command ?? 'flyctl';
}
