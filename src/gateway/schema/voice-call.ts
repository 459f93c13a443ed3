import * as l10n from '@vscode/l10n';
import { changePropertiesAt } from './places.ts';
import type { Snippet } from './snippet.ts';
import { isNode, type SchemaNode } from './schemaNode.ts';

/**
 * The plugin for voice calls is not part of OpenClaw, so its schema is not published with it; as an entry it is like any
 * other.
 */
export function nameVoiceCall(root: SchemaNode): SchemaNode {
  return changePropertiesAt(root, 'plugins.entries', (entries, { additionalProperties }) =>
    'voice-call' in entries || !isNode(additionalProperties)
      ? entries
      : { ...entries, 'voice-call': { ...additionalProperties, defaultSnippets: [voiceCall()] } },
  );
}

function voiceCall(): Snippet {
  return {
    label: l10n.t('Voice calls through ngrok'),
    description: l10n.t('The tunnel gives a private gateway a public address for Twilio'),
    body: voiceCallBody(1),
  };
}

/** @param stop Number of the first placeholder. */
export function voiceCallBody(stop: number): object {
  return {
    enabled: true,
    config: {
      provider: 'twilio',
      tunnel: { provider: 'ngrok' },
      webhookSecurity: { allowedHosts: [`\${${stop}:my-name.ngrok.app}`] },
    },
  };
}
