import * as l10n from '@vscode/l10n';
import { isRecord, recordAt } from '../../../../gateway/check/path.ts';
import type { Inspection } from '../../../../gateway/inspect/inspection.ts';
import type { Snapshot } from '../../snapshot.ts';
import { configOf, type Found, insideRule, isSet, secretStatus } from './facts.ts';
import { deployStaged, links, setSecret } from './fixes.ts';

interface ChannelToken {
  /** Settings of the channel, or of one of its accounts, any of which is enough. */
  readonly settings: readonly string[];
  /** The variable that the channel's own account reads when it has none of them. */
  readonly variable: string;
}

/** Channels that do nothing without a token: `channelEnvVars` of OpenClaw 2026.9.6. */
const channelTokens: Readonly<Record<string, ChannelToken>> = {
  discord: { settings: ['token'], variable: 'DISCORD_BOT_TOKEN' },
  telegram: { settings: ['botToken', 'tokenFile'], variable: 'TELEGRAM_BOT_TOKEN' },
  slack: { settings: ['botToken'], variable: 'SLACK_BOT_TOKEN' },
  mattermost: { settings: ['botToken'], variable: 'MATTERMOST_BOT_TOKEN' },
  line: { settings: ['channelAccessToken', 'tokenFile'], variable: 'LINE_CHANNEL_ACCESS_TOKEN' },
  zalo: { settings: ['botToken', 'tokenFile'], variable: 'ZALO_BOT_TOKEN' },
  clickclack: { settings: ['token', 'tokenFile'], variable: 'CLICKCLACK_BOT_TOKEN' },
};

/** Channels that are switched on and have nothing to sign in with. */
export const channelToken = insideRule('channel-token', (inspection, snapshot) => {
  const view = configOf(inspection);
  if (!view || view.config.isOpen(['channels']) || view.config.isOpen(['env'])) return [];
  const channels = recordAt(view.config.value, 'channels');
  return Object.entries(channelTokens).flatMap(([id, token]): Found => {
    const channel = channels[id];
    if (!isRecord(channel) || channel['enabled'] === false || hasToken(channel, token)) return [];
    if (isSet(inspection, snapshot, token.variable)) return [];
    return [channelFinding(id, token.variable, inspection, snapshot)];
  });
});

function channelFinding(
  id: string,
  variable: string,
  inspection: Inspection,
  snapshot: Snapshot,
): Found[number] {
  const range = configOf(inspection)?.document.rangeOfKey(['channels', id]);
  const isStaged = secretStatus(snapshot, variable) === 'staged';
  return {
    severity: 'error',
    title: isStaged
      ? l10n.t('The token of {0} is staged but not deployed', id)
      : l10n.t('{0} is enabled but has no token', id),
    explanation: l10n.t('The gateway runs, but nobody gets an answer there: {0} is not set.', variable),
    evidence: [
      { text: `channels.${id}`, source: 'openclaw.json' },
      { text: isStaged ? `${variable}: Staged` : variable, source: l10n.t('secrets of the app') },
    ],
    ...(range && { place: { file: 'openclaw.json', range } }),
    fixes: isStaged ? [deployStaged(snapshot)] : [setSecret(variable)],
    link: links.secrets,
  };
}

/** Accounts beside the channel's own one have tokens of their own; one that has none is OpenClaw's to complain about. */
function hasToken(channel: Readonly<Record<string, unknown>>, { settings }: ChannelToken): boolean {
  const owners = [channel, ...Object.values(recordAt(channel, 'accounts'))];
  return owners.some((owner) => isRecord(owner) && settings.some((key) => owner[key] !== undefined));
}
