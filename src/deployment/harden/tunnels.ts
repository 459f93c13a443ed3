import * as l10n from '@vscode/l10n';
import { blocks, code, codeBlock, plain } from '../doctor/markdown.ts';
import type { Webhook } from './webhooks.ts';

/** What the page about webhooks is made of. */
export interface Listener {
  readonly app: string;
  /** Where the gateway listens on its machine. */
  readonly port: number;
  readonly webhooks: readonly Webhook[];
}

/** How webhooks arrive at an app that the internet does not reach, as Markdown. Facts: OpenClaw 2026.9.6, docs/install/fly.md, docs/gateway/tailscale.md. */
export function webhooksText(listener: Listener): string {
  return blocks(
    `# ${l10n.t('Webhooks of {0}', plain(listener.app))}`,
    l10n.t(
      'The internet does not reach a private app, so that nobody can call its webhooks. There are three ways out.',
    ),
    waitingText(listener.webhooks),
    outboundText(listener.webhooks),
    ngrokText(),
    funnelText(listener),
    serveText(),
  );
}

function waitingText(webhooks: readonly Webhook[]): string {
  if (webhooks.length === 0) return l10n.t('Nothing in its openclaw.json waits for webhooks.');
  const rows = webhooks.map(
    ({ name, setting, path }) => `- ${plain(name)}: ${code(path)} (${code(setting)})`,
  );
  return blocks(l10n.t('These wait for requests:'), rows.join('\n'));
}

/** The best way: nothing is open at all. */
function outboundText(webhooks: readonly Webhook[]): string {
  const switchable = webhooks.filter(({ outbound }) => outbound);
  return blocks(
    `## ${l10n.t('1. Ask instead of being asked')}`,
    l10n.t(
      'Discord, WhatsApp, Signal and Matrix connect outwards and go on working. So do Telegram and Zalo without a webhook, Slack in socket mode, and Feishu over WebSocket.',
    ),
    ...switchable.map(outboundBlock),
  );
}

function outboundBlock({ name, outbound }: Webhook): string {
  if (!outbound) return '';
  const last = outbound.path.at(-1);
  return outbound.value === undefined
    ? l10n.t('{0}: remove {1}.', plain(name), code(outbound.path.join('.')))
    : blocks(
        `${plain(name)}:`,
        codeBlock(nested(outbound.path.slice(0, -1), { [String(last)]: outbound.value })),
      );
}

function ngrokText(): string {
  return blocks(
    `## ${l10n.t('2. ngrok')}`,
    l10n.t(
      'A tunnel from the machine to a public name of ngrok. The app itself stays closed. The plugin for voice calls opens it by itself; name its host, so that forwarded requests are taken.',
    ),
    codeBlock(
      nested(['plugins', 'entries', 'voice-call'], {
        enabled: true,
        config: {
          provider: 'twilio',
          tunnel: { provider: 'ngrok' },
          webhookSecurity: { allowedHosts: ['example.ngrok.app'] },
        },
      }),
      'json5',
    ),
    l10n.t(
      'For everything else, run ngrok on the machine, or in a container beside the gateway, and give the provider its name. The image of OpenClaw does not have ngrok: add it to your own.',
    ),
  );
}

function funnelText({ port, webhooks }: Listener): string {
  const own = webhooks.length > 0 ? webhooks : [{ path: '/line/webhook' }];
  return blocks(
    `## ${l10n.t('3. Tailscale Funnel')}`,
    l10n.t(
      'Tailscale on the machine can open single paths to the internet and keep the rest inside your tailnet. It has to be installed and signed in there.',
    ),
    codeBlock(own.map((webhook) => funnelCommand(webhook, port)).join('\n'), 'sh'),
    l10n.t(
      'The provider calls https://NODE.TAILNET.ts.net and the path. OpenClaw can also open all of itself by Funnel; it then wants a password.',
    ),
    codeBlock(
      nested(['gateway'], {
        bind: 'loopback',
        tailscale: { mode: 'funnel' },
        auth: { mode: 'password', password: '${OPENCLAW_GATEWAY_PASSWORD}' },
      }),
      'json5',
    ),
  );
}

function funnelCommand({ path, port: own }: Pick<Webhook, 'path' | 'port'>, port: number): string {
  return `tailscale funnel --bg --set-path ${path} http://127.0.0.1:${own ?? port}${path}`;
}

function serveText(): string {
  return blocks(
    `## ${l10n.t('The Control UI in your tailnet')}`,
    l10n.t(
      'Tailscale Serve gives the Control UI an HTTPS address for your own devices only. Webhooks do not arrive there.',
    ),
    codeBlock(nested(['gateway'], { bind: 'loopback', tailscale: { mode: 'serve' } }), 'json5'),
  );
}

/** A value inside of objects with these names, as JSON. */
function nested(path: readonly (string | number)[], value: unknown): string {
  const whole = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  return JSON.stringify(whole, null, 2);
}
