import * as l10n from '@vscode/l10n';
import type { Trouble } from './trouble.ts';

/** What the platform around the machine says: words of Fly’s proxy, its health checks and its runner. */
export const platformTroubles: readonly Trouble[] = [
  {
    id: 'not-listening',
    pattern:
      /instance refused connection|not listening on the expected address|listening on the incorrect address|\[PC0[12]\]/,
    speaker: 'proxy',
    severity: 'error',
    endedBy: ['gateway-ready', 'health-check-passed'],
    title: () => l10n.t('Nothing listens where Fly’s proxy expects the gateway'),
    explanation: () =>
      l10n.t('The gateway listens on 127.0.0.1 only, on another port, or does not run or listen yet.'),
    help: () => l10n.t('Start it with --bind lan, and with the port that internal_port names.'),
  },
  {
    id: 'unreachable',
    pattern: /\[PM05\]|failed to connect to machine: gave up/,
    speaker: 'proxy',
    severity: 'warning',
    endedBy: ['gateway-ready', 'health-check-passed'],
    title: () => l10n.t('Fly’s proxy does not reach the machine'),
    explanation: () => l10n.t('The machine is stopped, or the gateway does not accept connections yet.'),
    help: () => l10n.t('Wait for the start; if it goes on, look at what the gateway says.'),
  },
  {
    id: 'health-check-failed',
    pattern: /^Health check .*(?: has failed|is in a .warning. state)/,
    speaker: 'platform',
    severity: 'warning',
    endedBy: ['gateway-ready', 'health-check-passed'],
    title: () => l10n.t('Fly’s health check fails'),
    explanation: () =>
      l10n.t('The check does not get its answer, so that Fly’s proxy keeps visitors from the machine.'),
    help: () => l10n.t('Compare the check’s port and path with those of the gateway.'),
  },
  {
    id: 'health-check-passed',
    pattern: /^Health check .* is now passing/,
    speaker: 'platform',
    severity: 'good',
    title: () => l10n.t('Fly’s health check passes'),
    explanation: () => l10n.t('Fly’s proxy lets visitors through to the machine.'),
  },
  {
    id: 'restart-limit',
    pattern: /machine has reached its max restart count/,
    speaker: 'platform',
    severity: 'error',
    endedBy: ['gateway-ready', 'health-check-passed'],
    title: () => l10n.t('Fly has given up restarting the machine'),
    explanation: () =>
      l10n.t('Its command ended too often within five minutes, so that the machine stays stopped.'),
    help: () => l10n.t('Rescue the machine: it gets a harmless command, so that you can repair it.'),
  },
  {
    id: 'trial-ended',
    pattern: /^Trial machine stopping|^Machine stopping\. trial has ended/,
    speaker: 'platform',
    severity: 'error',
    title: () => l10n.t('Fly stops the machine because the account is on trial'),
    explanation: () => l10n.t('Machines of a trial run for five minutes.'),
    help: () => l10n.t('Add a credit card to the account.'),
  },
];
