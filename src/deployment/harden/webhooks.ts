import type { EffectiveConfig } from '../../gateway/check/effective.ts';
import {
  type ConfigPath,
  type ConfigRecord,
  isRecord,
  recordAt,
  stringAt,
} from '../../gateway/check/path.ts';

/** Something that waits for requests from the internet. */
export interface Webhook {
  /** As people call it, e.g. `LINE`. */
  readonly name: string;
  /** Where openclaw.json has it, e.g. `channels.line`. */
  readonly setting: string;
  /** Where requests arrive, e.g. `/line/webhook`. */
  readonly path: string;
  /** The port that they arrive at, where it is not the gateway's own. */
  readonly port?: number;
  /** The setting after which the channel asks by itself, where it can. */
  readonly outbound?: { readonly path: ConfigPath; readonly value: unknown };
}

interface Receiver {
  readonly name: string;
  readonly at: ConfigPath;
  /** Where requests arrive unless `webhookPath` says otherwise. */
  readonly path: string;
  readonly port?: number;
  readonly outbound?: Webhook['outbound'];
  /** Whether these settings wait for requests; always when left out. */
  waits?(settings: ConfigRecord): boolean;
}

const channel = (id: string): ConfigPath => ['channels', id];

/** What receives webhooks, and when: the pages about channels and plugins in OpenClaw 2026.9.6. */
const receivers: readonly Receiver[] = [
  {
    ...{ name: 'Telegram', at: channel('telegram'), path: '/telegram-webhook', port: 8787 },
    outbound: { path: [...channel('telegram'), 'webhookUrl'], value: undefined },
    waits: ({ webhookUrl }) => webhookUrl !== undefined,
  },
  {
    ...{ name: 'Slack', at: channel('slack'), path: '/slack/events' },
    outbound: { path: [...channel('slack'), 'mode'], value: 'socket' },
    waits: ({ mode }) => mode === 'http',
  },
  {
    ...{ name: 'Feishu', at: channel('feishu'), path: '/feishu/events' },
    outbound: { path: [...channel('feishu'), 'connectionMode'], value: 'websocket' },
    waits: ({ connectionMode }) => connectionMode === 'webhook',
  },
  {
    ...{ name: 'Zalo', at: channel('zalo'), path: '/zalo-webhook' },
    outbound: { path: [...channel('zalo'), 'webhookUrl'], value: undefined },
    waits: ({ webhookUrl }) => webhookUrl !== undefined,
  },
  { name: 'LINE', at: channel('line'), path: '/line/webhook' },
  { name: 'Google Chat', at: channel('googlechat'), path: '/googlechat' },
  { name: 'Microsoft Teams', at: channel('msteams'), path: '/api/messages', port: 3978 },
  { name: 'SMS', at: channel('sms'), path: '/webhooks/sms' },
  { name: 'Synology Chat', at: channel('synology-chat'), path: '/webhook/synology' },
  {
    ...{ name: 'Nextcloud Talk', at: channel('nextcloud-talk'), path: '/nextcloud-talk-webhook' },
    port: 8788,
  },
  {
    ...{ name: 'Mattermost', at: channel('mattermost'), path: '/api/channels/mattermost/command' },
    waits: (settings) => stringAt(settings, 'commands', 'callbackUrl') !== undefined,
  },
  {
    ...{ name: 'Voice Call', at: ['plugins', 'entries', 'voice-call'], path: '/voice/webhook', port: 3334 },
    waits: ({ enabled, config }) => enabled === true && !hasTunnel(config),
  },
  {
    ...{ name: 'Webhooks', at: ['plugins', 'entries', 'webhooks'], path: '/plugins/webhooks' },
    waits: ({ enabled }) => enabled === true,
  },
  {
    ...{ name: 'Hooks', at: ['hooks'], path: '/hooks' },
    waits: ({ enabled }) => enabled === true,
  },
];

/** Everything in the configuration that stops hearing when the internet does not reach the gateway any more. */
export function webhooksOf(config: EffectiveConfig | undefined): readonly Webhook[] {
  return receivers.flatMap((receiver) => {
    const settings = recordAt(config?.value, ...receiver.at);
    const owners = [settings, ...Object.values(recordAt(settings, 'accounts')).filter(isRecord)];
    const waiting = owners.find((owner) => owner['enabled'] !== false && (receiver.waits?.(owner) ?? true));
    const isThere = Object.keys(settings).length > 0 && settings['enabled'] !== false;
    return isThere && waiting ? [webhookOf(receiver, waiting)] : [];
  });
}

function webhookOf({ name, at, path, port, outbound }: Receiver, settings: ConfigRecord): Webhook {
  return {
    name,
    setting: at.join('.'),
    path: stringAt(settings, 'webhookPath') ?? stringAt(settings, 'webhook', 'path') ?? path,
    ...(port !== undefined && { port }),
    ...(outbound && { outbound }),
  };
}

/** Whether the plugin opens a way from the internet by itself. */
function hasTunnel(config: unknown): boolean {
  const tunnel = stringAt(config, 'tunnel', 'provider') ?? 'none';
  const tailscale = stringAt(config, 'tailscale', 'mode') ?? 'off';
  return tunnel !== 'none' || tailscale !== 'off';
}
