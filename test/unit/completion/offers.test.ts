import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../src/gateway/check/rules/rule.ts';
import { offersAt } from '../../../src/gateway/completion/offers.ts';

const deployment: Deployment = {
  secrets: [
    { name: 'DISCORD_BOT_TOKEN', status: 'deployed' },
    { name: 'NEW_TOKEN', status: 'staged' },
  ],
  env: ['NODE_ENV'],
  hostnames: ['my-openclaw.fly.dev'],
};
const models = ['anthropic/claude-opus-5', 'openai/gpt-6'];

/** Completes at `|`, and puts each item in the text. */
function complete(marked: string): { readonly labels: readonly string[]; readonly texts: readonly string[] } {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const offers = offersAt(text, offset, { deployment, models });
  const items = offers?.items ?? [];
  const apply = (insert: string): string =>
    text.slice(0, offers?.offset) + insert + text.slice((offers?.offset ?? 0) + (offers?.length ?? 0));
  return { labels: items.map(({ label }) => label), texts: items.map(({ insert }) => apply(insert)) };
}

describe('offersAt', () => {
  it('offers the names that the machine has, inside ${', () => {
    const { labels, texts } = complete('{ "env": { "vars": { "A": "1" } }, "hooks": { "token": "x-${|" } }');
    expect(labels).toEqual(['DISCORD_BOT_TOKEN', 'NEW_TOKEN', 'NODE_ENV', 'A']);
    expect(texts[0]).toContain('"token": "x-${DISCORD_BOT_TOKEN}"');
  });

  it('replaces a name that is there, with its bracket', () => {
    expect(complete('{ "hooks": { "token": "${DIS|CORD}-y" } }').texts[0]).toContain(
      '"${DISCORD_BOT_TOKEN}-y"',
    );
  });

  it('offers nothing in an escaped reference or outside of braces', () => {
    expect(complete('{ "ui": { "title": "$${|" } }').labels).toEqual([]);
    expect(complete('{ "ui": { "title": "a |" } }').labels).toEqual([]);
  });

  it('says which secrets are staged', () => {
    const text = '{ "hooks": { "token": "${" } }';
    const items = offersAt(text, text.indexOf('${') + 2, { deployment, models })?.items ?? [];
    const details = new Map(items.map(({ label, detail }) => [label, detail]));
    expect(details.get('NEW_TOKEN')).toMatch(/staged/);
    expect(details.get('DISCORD_BOT_TOKEN')).not.toMatch(/staged/);
  });

  it('offers references where a secret belongs', () => {
    const { labels, texts } = complete('{ "channels": { "discord": { "token": "|" } } }');
    expect(labels[0]).toBe('"${DISCORD_BOT_TOKEN}"');
    expect(texts[0]).toBe('{ "channels": { "discord": { "token": "${DISCORD_BOT_TOKEN}" } } }');
  });

  it('offers the agents of the file, of either form, where one is named', () => {
    const keyed = '{ "agents": { "entries": { "main": {}, "work": {} } }, "bindings": [{ "agentId": "|" }] }';
    expect(complete(keyed).labels).toEqual(['"main"', '"work"']);
    const listed = '{ "agents": { "list": [{ "id": "main" }] }, "acp": { "defaultAgent": | } }';
    expect(complete(listed).texts).toEqual([listed.replace('|', '"main"')]);
  });

  it('offers the accounts of the channel that the binding names', () => {
    const channels =
      '"channels": { "discord": { "accounts": { "mine": {} } }, "slack": { "accounts": { "x": {} } } }';
    const { labels } = complete(
      `{ ${channels}, "bindings": [{ "match": { "channel": "discord", "accountId": "|" } }] }`,
    );
    expect(labels).toEqual(['"mine"', '"default"']);
    expect(
      complete(`{ "channels": { "a": { "accounts": { "b": {} }, "defaultAccount": "|" } } }`).labels,
    ).toEqual(['"b"', '"default"']);
  });

  it('offers the addresses of the app as origins', () => {
    const { labels } = complete('{ "gateway": { "controlUi": { "allowedOrigins": ["|"] } } }');
    expect(labels).toEqual(['"https://my-openclaw.fly.dev"']);
  });

  it('offers models of the file’s own providers before those that OpenClaw knows', () => {
    const providers = '"models": { "providers": { "mine": { "models": [{ "id": "m1" }] } } }';
    const at = (place: string): readonly string[] =>
      complete(`{ ${providers}, "agents": { "defaults": { "model": ${place} } } }`).labels;
    const expected = ['"mine/m1"', '"anthropic/claude-opus-5"', '"openai/gpt-6"'];
    expect(at('"|"')).toEqual(expected);
    expect(at('{ "primary": "|" }')).toEqual(expected);
    expect(at('{ "fallbacks": ["|"] }')).toEqual(expected);
  });

  it('offers nothing for keys, numbers and places that it does not know', () => {
    expect(complete('{ "acp": { "defaultAgent|": "" } }').labels).toEqual([]);
    expect(complete('{ "logging": { "level": "|" } }').labels).toEqual([]);
    expect(complete('{ "gateway": { "port": 3|0 } }').labels).toEqual([]);
  });
});
