import * as l10n from '@vscode/l10n';
import type { Trouble } from './trouble.ts';

const correct = (): string => l10n.t('Correct the configuration, or go back to a version that worked.');

/** What is said of the configuration: words of 2026.1.29 to 2026.9.6. */
export const configTroubles: readonly Trouble[] = [
  {
    id: 'config-not-permitted',
    pattern:
      /^(?:Gateway failed to start: )?(?:Invalid config|OpenClaw config|config watcher error).*EACCES|^read failed: Error: EACCES|^Config file is not readable by the current process/,
    speaker: 'gateway',
    severity: 'error',
    endedBy: ['gateway-ready'],
    causes: ['mode-missing', 'not-permitted'],
    title: () => l10n.t('The gateway may not read its configuration'),
    explanation: () =>
      l10n.t('The file belongs to another user, most often because it was written by root over SSH.'),
    help: () => l10n.t('Give the file to the user that the gateway runs as.'),
  },
  {
    id: 'origins-missing',
    pattern: /non-loopback Control UI requires gateway\.controlUi\.allowedOrigins/,
    speaker: 'gateway',
    severity: 'error',
    title: () => l10n.t('The gateway demands the origins of its Control UI'),
    explanation: () =>
      l10n.t('Open to the network, it does not start, or does not take the change, without them.'),
    help: () => l10n.t('Add the app’s address to gateway.controlUi.allowedOrigins.'),
  },
  {
    id: 'no-auth',
    pattern: /Refusing to bind gateway to \S+ without auth/,
    speaker: 'gateway',
    severity: 'error',
    endedBy: ['gateway-ready'],
    title: () => l10n.t('The gateway does not open itself to the network without a token'),
    explanation: () => l10n.t('Neither OPENCLAW_GATEWAY_TOKEN nor a token or password in the file is there.'),
    help: () => l10n.t('Set the secret OPENCLAW_GATEWAY_TOKEN.'),
  },
  {
    id: 'proxy-and-token',
    pattern: /gateway auth mode is trusted-proxy, but a shared token is also configured/,
    speaker: 'gateway',
    severity: 'error',
    endedBy: ['gateway-ready'],
    title: () => l10n.t('The auth mode is “trusted-proxy”, and there is a token as well'),
    explanation: () => l10n.t('The gateway does not start with both.'),
    help: () => l10n.t('Take OPENCLAW_GATEWAY_TOKEN and gateway.auth.token away, or change the mode.'),
  },
  {
    id: 'mode-missing',
    pattern: /Gateway start blocked:/,
    speaker: 'gateway',
    severity: 'error',
    endedBy: ['gateway-ready'],
    title: () => l10n.t('The gateway does not start without gateway.mode'),
    explanation: () =>
      l10n.t('A configuration without gateway.mode is only accepted with --allow-unconfigured.'),
    help: () => l10n.t('Add "mode": "local" to gateway in the configuration.'),
  },
  {
    id: 'config-missing',
    pattern: /^(?:Gateway failed to start: )?Missing config\./,
    speaker: 'gateway',
    severity: 'error',
    endedBy: ['gateway-ready'],
    title: () => l10n.t('The gateway finds no configuration'),
    explanation: () => l10n.t('Without one it starts only with --allow-unconfigured.'),
    help: () => l10n.t('Push an openclaw.json to the place where the gateway looks.'),
  },
  {
    id: 'reload-skipped',
    pattern: /^config reload skipped \(/,
    speaker: 'gateway',
    severity: 'warning',
    endedBy: ['gateway-ready'],
    title: () => l10n.t('The gateway does not take the changed configuration'),
    explanation: () =>
      l10n.t('It goes on with the one before, and will not start with this one after a restart.'),
    help: correct,
  },
  {
    id: 'reload-failed',
    pattern: /^config (?:reload|restart) failed:/,
    speaker: 'gateway',
    severity: 'warning',
    endedBy: ['gateway-ready'],
    title: () => l10n.t('The gateway failed to apply the changed configuration'),
    explanation: () => l10n.t('It goes on with the one before.'),
    help: correct,
  },
  {
    id: 'env-missing',
    pattern: /Missing env var "|required secrets are unavailable/,
    speaker: 'gateway',
    severity: 'warning',
    title: () => l10n.t('The configuration names a variable that is not set'),
    explanation: () => l10n.t('What needs it does not work; early versions do not start.'),
    help: () => l10n.t('Set the secret, or take the variable out of the configuration.'),
  },
  {
    id: 'config-invalid',
    pattern:
      /^(?:Gateway failed to start: )?(?:Invalid config at |Config invalid|OpenClaw config is invalid)/,
    speaker: 'gateway',
    severity: 'error',
    endedBy: ['gateway-ready'],
    title: () => l10n.t('The gateway refuses its configuration'),
    explanation: () => l10n.t('It does not start until the configuration is valid.'),
    help: correct,
  },
  {
    id: 'config-restored',
    pattern: /^Config auto-restored/,
    speaker: 'gateway',
    severity: 'warning',
    title: () => l10n.t('The gateway has put an older configuration in place'),
    explanation: () =>
      l10n.t('It did not trust the changed file; what was in it is kept beside it as “.clobbered”.'),
    help: () => l10n.t('Compare the copies in the history, and push what you want again.'),
  },
];
