import * as l10n from '@vscode/l10n';
import { channelBodies } from './channel-snippets.ts';
import { changeAt } from './places.ts';
import type { SchemaNode } from './schemaNode.ts';
import type { Snippet } from './snippet.ts';
import { starters } from './starters.ts';
import { nameVoiceCall } from './voice-call.ts';

/** Offers whole blocks where people write them: VS Code's keyword `defaultSnippets`. */
export function addSnippets(root: SchemaNode): SchemaNode {
  return placed().reduce(
    (schema, { at, snippets }) => changeAt(schema, at, (node) => ({ ...node, defaultSnippets: snippets })),
    nameVoiceCall(root),
  );
}

interface Placed {
  readonly at: string;
  readonly snippets: readonly Snippet[];
}

function placed(): readonly Placed[] {
  return [
    { at: '', snippets: starters() },
    ...Object.entries(channelBodies).map(([id, body]) => ({
      at: `channels.${id}`,
      snippets: [channel(id, body)],
    })),
    ...['allowFrom', 'groupAllowFrom'].flatMap((key) => [
      { at: `channels.*.${key}`, snippets: [allowList()] },
      { at: `channels.*.accounts.*.${key}`, snippets: [allowList()] },
    ]),
    { at: 'agents.entries', snippets: [agents()] },
    { at: 'agents.entries.*', snippets: [agent()] },
    { at: 'agents.defaults.model', snippets: [modelWithFallbacks()] },
    { at: 'agents.entries.*.model', snippets: [modelWithFallbacks()] },
    { at: 'bindings', snippets: [bindings()] },
    { at: 'bindings.*', snippets: [binding()] },
  ];
}

function channel(id: string, body: unknown): Snippet {
  return { label: id, description: l10n.t('The least that connects the channel'), body };
}

function allowList(): Snippet {
  return {
    label: '["…"]',
    description: l10n.t('Who may write to the bot: ids as the channel shows them, or "*" for everyone'),
    body: ['${1:id}'],
  };
}

const agentBody = { workspace: '${1:/data/workspace}', identity: { name: '${2:Claw}', emoji: '${3:🦞}' } };

function agent(): Snippet {
  return {
    label: l10n.t('Agent'),
    description: l10n.t('With a workspace and a name of its own'),
    body: agentBody,
  };
}

function agents(): Snippet {
  return {
    label: l10n.t('Agents'),
    description: l10n.t('One entry for each, by its id'),
    body: { '${4:main}': agentBody },
  };
}

function modelWithFallbacks(): Snippet {
  return {
    label: l10n.t('Model with fallbacks'),
    description: l10n.t('Models to try in turn when the first one fails'),
    body: { primary: '${1:anthropic/claude-sonnet-4-6}', fallbacks: ['${2:openai/gpt-5.4}'] },
  };
}

const bindingBody = { agentId: '${1:main}', match: { channel: '${2:discord}', accountId: '${3:*}' } };

function binding(): Snippet {
  return {
    label: l10n.t('Binding'),
    description: l10n.t('Which agent answers on a channel'),
    body: bindingBody,
  };
}

function bindings(): Snippet {
  return { ...binding(), label: l10n.t('Bindings'), body: [bindingBody] };
}
