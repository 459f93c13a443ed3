import * as l10n from '@vscode/l10n';
import type { Trouble } from './trouble.ts';

/** Start failures because of somebody else: words of 2026.1.29 to 2026.9.6. */
export const lockTroubles: readonly Trouble[] = [
  {
    id: 'owner-lease',
    pattern: /Another Gateway owner lease is still active/,
    speaker: 'gateway',
    severity: 'error',
    endedBy: ['gateway-ready'],
    title: () => l10n.t('The lease of another host’s gateway has not ended'),
    explanation: () =>
      l10n.t('A gateway that ended without releasing its lease keeps other hosts out for five minutes.'),
    help: () => l10n.t('Wait until the lease ends, then restart the machine. There is nothing to delete.'),
  },
  {
    id: 'state-in-use',
    pattern:
      /^(?:Gateway failed to start: )?Another gateway \(pid \d+\) already owns this state directory|another OpenClaw process owns (?:gateway|state)-lifecycle|^waiting for gateway-lifecycle ownership/,
    speaker: 'gateway',
    severity: 'error',
    endedBy: ['gateway-ready'],
    title: () => l10n.t('Another gateway uses the state directory'),
    explanation: () => l10n.t('Only one gateway may use a state directory, so this one does not start.'),
    help: () =>
      l10n.t('Look at who holds the lock: clear it when it is stale, stop the other gateway when it runs.'),
  },
  {
    id: 'gateway-lock',
    pattern: /^(?:Gateway failed to start: )?gateway already running\b/,
    speaker: 'gateway',
    severity: 'error',
    endedBy: ['gateway-ready'],
    title: () => l10n.t('The gateway finds a lock and believes that another one runs'),
    explanation: () => l10n.t('A lock that was left behind, or a second gateway, keeps it from starting.'),
    help: () => l10n.t('Clear the gateway lock: what is stale is removed, what is held is not.'),
  },
  {
    id: 'port-in-use',
    pattern:
      /^(?:Gateway failed to start: )?another gateway instance is already listening on|^Port \d+ is already in use\b|EADDRINUSE/,
    speaker: 'gateway',
    severity: 'error',
    endedBy: ['gateway-ready'],
    title: () => l10n.t('Another process listens on the gateway’s port'),
    explanation: () => l10n.t('The gateway cannot serve on a port that is taken.'),
    help: () => l10n.t('Restart the machine. If it happens again, two gateways are started on it.'),
  },
  {
    id: 'database-maintenance',
    pattern:
      /gateway\.maintenance_required|requires state migration|Doctor could not enter maintenance|startup migrations did not complete cleanly/,
    speaker: 'gateway',
    severity: 'error',
    endedBy: ['gateway-ready'],
    title: () => l10n.t('OpenClaw’s databases need maintenance before the gateway starts'),
    explanation: () =>
      l10n.t('The state directory was written by another version, or a migration did not come to its end.'),
    help: () => l10n.t('With the gateway stopped, run “openclaw doctor --fix” once, then start it again.'),
  },
];
