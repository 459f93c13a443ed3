import * as l10n from '@vscode/l10n';
import type { Trouble } from './trouble.ts';

/** What the gateway says when it is up: words of 2026.1.29 to 2026.9.6. */
export const runningTroubles: readonly Trouble[] = [
  {
    id: 'telegram-conflict',
    pattern: /getUpdates conflict|terminated by other getUpdates request/,
    speaker: 'gateway',
    severity: 'warning',
    title: () => l10n.t('Something else polls with the same Telegram token'),
    explanation: () =>
      l10n.t('Telegram serves one poller per bot, so that messages are lost between the two.'),
    help: () => l10n.t('Stop the other gateway or script that has the token, or make a new bot.'),
  },
  {
    id: 'restart-loop',
    pattern: /restart-loop breaker tripped|suppressed by crash-loop breaker/,
    speaker: 'gateway',
    severity: 'warning',
    endedBy: ['restart-loop-over'],
    title: () => l10n.t('The gateway keeps its channels down after several unclean starts'),
    explanation: () =>
      l10n.t('After three unclean starts within five minutes, OpenClaw does not start channels by itself.'),
    help: () => l10n.t('Do away with what ended it, then restart the machine.'),
  },
  {
    id: 'channel-failed',
    pattern: /^(?:\[[^\]\s]+\] )?channel exited: |SECRETS_OWNER_UNAVAILABLE/,
    speaker: 'gateway',
    severity: 'warning',
    title: () => l10n.t('A channel does not work'),
    explanation: () => l10n.t('The gateway runs, but no messages go through this channel.'),
    help: () => l10n.t('Look at the channel’s token and at what its service says in the log.'),
  },
  {
    id: 'channel-ready',
    pattern: /^logged in to discord\b/,
    speaker: 'gateway',
    severity: 'good',
    title: () => l10n.t('A channel is logged in'),
    explanation: () => l10n.t('Its service has accepted the token.'),
  },
  {
    id: 'restart-loop-over',
    pattern: /restart-loop breaker recovered/,
    speaker: 'gateway',
    severity: 'good',
    title: () => l10n.t('The gateway starts its channels again'),
    explanation: () => l10n.t('It has been running long enough after its unclean starts.'),
  },
  {
    id: 'gateway-ready',
    pattern: /^(?:gateway )?ready$|^listening on wss?:/,
    speaker: 'gateway',
    severity: 'good',
    title: () => l10n.t('The gateway is ready'),
    explanation: () => l10n.t('It serves clients and channels.'),
  },
];
