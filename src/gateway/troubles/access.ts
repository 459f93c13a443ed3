import * as l10n from '@vscode/l10n';
import type { Trouble } from './trouble.ts';

/** What keeps clients from the gateway: words of 2026.9.6, of `gateway/ws` and its protocol. */
export const accessTroubles: readonly Trouble[] = [
  {
    id: 'origin-refused',
    pattern: /origin not allowed/,
    speaker: 'gateway',
    severity: 'warning',
    title: () => l10n.t('A browser was refused because of its origin'),
    explanation: () =>
      l10n.t('The Control UI was opened at an address that gateway.controlUi.allowedOrigins does not have.'),
    help: () => l10n.t('Add exactly that address, with https and without a slash at its end.'),
  },
  {
    id: 'pairing-required',
    pattern: /pairing required|device identity required/,
    speaker: 'gateway',
    severity: 'info',
    title: () => l10n.t('A device waits to be paired'),
    explanation: () => l10n.t('A browser or an app that is new to the gateway must be approved once.'),
    help: () => l10n.t('On the machine, run “openclaw devices list”, then “openclaw devices approve”.'),
  },
  {
    id: 'unauthorized',
    pattern: /^unauthorized conn=|unauthorized: gateway |gateway (?:token|password) mis(?:match|sing)/,
    speaker: 'gateway',
    severity: 'warning',
    title: () => l10n.t('A client was refused because of its token'),
    explanation: () =>
      l10n.t('Its token is not the gateway’s: it may be an old one, or that of another deployment.'),
    help: () => l10n.t('Sign in with the value of OPENCLAW_GATEWAY_TOKEN that is deployed.'),
  },
];
