import { channelBlocks } from './channel-blocks.ts';
import { isObject, written, type Json, type JsonObject, type Sample, type Written } from './sample.ts';

/** Blocks and accounts that may hold anything. */
const open = { blocks: new Set(['synology-chat']), accounts: new Set(['matrix']) };

/** Every channel that the schema names: as people write it, with an account, and with each common mistake. */
export function channelSamples(): Sample[] {
  return Object.entries(channelBlocks).flatMap(([id, block]) => [
    ...written(`channel ${id}`, 'valid', goodVariants(id, block)),
    ...written(`channel ${id}`, 'invalid', badVariants(id, block)),
  ]);
}

function goodVariants(id: string, block: JsonObject): Written {
  const accounts = block['accounts'];
  return {
    'as people write it': channel(id, block),
    'with its plugin': { ...channel(id, block), plugins: { entries: { [id]: { enabled: true } } } },
    ...(isObject(accounts) ? { 'accounts alone': channel(id, { accounts }) } : {}),
  };
}

function badVariants(id: string, block: JsonObject): Written {
  const accounts = block['accounts'];
  const enumerated = ['dmPolicy', 'groupPolicy', 'replyToMode'].find((key) => key in block);
  return {
    ...(open.blocks.has(id) ? {} : { 'an unknown key': channel(id, { ...block, tokne: 'x' }) }),
    ...(enumerated === undefined
      ? {}
      : { [`a word that ${enumerated} has not`]: channel(id, { ...block, [enumerated]: 'sometimes' }) }),
    ...(open.blocks.has(id) ? { 'a list for a text': channel(id, { ...block, webhookUrl: [] }) } : {}),
    ...(isObject(accounts) && !open.accounts.has(id)
      ? { 'an unknown key of an account': inAccounts(id, block, accounts, { tokne: 'x' }) }
      : {}),
    'instead of an object, a switch': { channels: { [id]: true } },
  };
}

function inAccounts(id: string, block: JsonObject, accounts: JsonObject, extra: JsonObject): JsonObject {
  const changed = Object.entries(accounts).map(([name, account]): [string, Json] => [
    name,
    isObject(account) ? { ...account, ...extra } : account,
  ]);
  return channel(id, { ...block, accounts: Object.fromEntries(changed) });
}

function channel(id: string, block: JsonObject): JsonObject {
  return { channels: { [id]: block } };
}
