import * as l10n from '@vscode/l10n';
import { tokenVariable } from '../check/auth-variables.ts';
import { channelBodies } from './channel-snippets.ts';
import { variable, type Snippet } from './snippet.ts';
import { voiceCallBody } from './voice-call.ts';

/** Whole configurations to begin with. */
export function starters(): readonly Snippet[] {
  return [
    {
      label: l10n.t('OpenClaw with a public address'),
      description: l10n.t('A gateway behind the proxy of the platform, with a token and its own web page'),
      body: { ...agents(1), gateway: publicGateway(2) },
    },
    ...onChannels().map(([id, label]) => ({
      label,
      description: l10n.t('A public gateway and one channel'),
      body: {
        ...agents(5),
        channels: { [id]: channelBodies[id] },
        plugins: { entries: { [id]: { enabled: true } } },
        gateway: publicGateway(6),
      },
    })),
    {
      label: l10n.t('OpenClaw without a public address'),
      description: l10n.t('A gateway that only the private network reaches, with voice calls through ngrok'),
      body: {
        ...agents(1),
        gateway: { mode: 'local', bind: 'lan', port: 3000, auth: token(2) },
        plugins: { entries: { 'voice-call': voiceCallBody(3) } },
      },
    },
  ];
}

/** The texts have no placeholders: `features/intellisense/translate-schema.ts` finds them as they are. */
function onChannels(): readonly (readonly [keyof typeof channelBodies, string])[] {
  return [
    ['discord', l10n.t('OpenClaw on Discord')],
    ['telegram', l10n.t('OpenClaw on Telegram')],
    ['slack', l10n.t('OpenClaw on Slack')],
  ];
}

function agents(stop: number): object {
  return { agents: { defaults: { model: { primary: `\${${stop}:anthropic/claude-sonnet-4-6}` } } } };
}

function publicGateway(stop: number): object {
  const allowedOrigins = [`\${${stop}:https://my-openclaw.fly.dev}`];
  return { mode: 'local', bind: 'lan', port: 3000, auth: token(stop + 1), controlUi: { allowedOrigins } };
}

function token(stop: number): object {
  return { mode: 'token', token: variable(tokenVariable, stop) };
}
