import * as l10n from '@vscode/l10n';
import { childrenOf, isRecord, stringAt, type ConfigPath } from '../path.ts';
import type { Objection, Refusal } from './refusal.ts';

const qualifiedPeer = /^[a-z][a-z0-9_-]*:.+$/i;
const mostAgentsInThread = 16;

export const bindingRefusals: readonly Refusal[] = [
  {
    code: 'missing-key',
    at: ['bindings.*'],
    check: ({ path, value }) => {
      const concrete = stringAt(value, 'match', 'peer', 'id')?.trim() ?? '';
      if (stringAt(value, 'type') !== 'acp' || concrete !== '') return undefined;
      const message = l10n.t('A binding of type “acp” needs match.peer.id, a conversation to bind.');
      return [{ path: [...path, 'match'], on: 'head', message }];
    },
  },
  {
    code: 'conflict',
    at: ['channels'],
    check: ({ path, value }) =>
      channelBindings(value, path).map((place) => ({
        path: place,
        on: 'key',
        message: l10n.t('Bindings inside a channel were removed. Use the list “bindings” at the top.'),
      })),
  },
  { code: 'invalid-key', at: ['broadcast.*'], check: broadcastGroup },
];

/** Every `bindings.acp` that is an object, however deep in the channels. */
function channelBindings(value: unknown, path: ConfigPath): readonly ConfigPath[] {
  return childrenOf(value).flatMap(([key, child]) => {
    const inside = channelBindings(child, [...path, key]);
    const isOne =
      key === 'bindings' && isRecord(child) && typeof child['acp'] === 'object' && child['acp'] !== null;
    return isOne ? [[...path, key, 'acp'], ...inside] : inside;
  });
}

function broadcastGroup({
  path,
  value,
}: {
  path: ConfigPath;
  value: unknown;
}): readonly Objection[] | string {
  const key = String(path[1]);
  if (isRecord(value) && !qualifiedPeer.test(key)) {
    const message = l10n.t('A group with options needs a key that names its channel, like telegram:-100123.');
    return [{ path, on: 'key', message }];
  }
  const tooMany = Array.isArray(value) && qualifiedPeer.test(key) && value.length > mostAgentsInThread;
  return tooMany ? l10n.t('A thread may have at most {0} agents.', mostAgentsInThread) : [];
}
