import * as l10n from '@vscode/l10n';
import { texts, type Refusal } from './refusal.ts';

const servers = (pattern: string) => ['mcp', 'nodeHost.mcp'].map((owner) => `${owner}.servers.*.${pattern}`);
const withAccounts = (channel: string, key: string) => [
  `channels.${channel}.${key}`,
  `channels.${channel}.accounts.*.${key}`,
];
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Addresses, of which the schema checks no more than that they begin with a scheme. */
export const addressRefusals: readonly Refusal[] = [
  texts(
    [...servers('url'), ...servers('oauth.redirectUrl'), 'proxy.proxyUrl'],
    (text) => isWeb(parse(text)),
    () => l10n.t('Expected an http:// or https:// address.'),
  ),
  texts(
    servers('oauth.clientMetadataUrl'),
    (text) => isSecureWithPath(parse(text)),
    () => l10n.t('Expected an https:// address with a path.'),
  ),
  texts(
    ['mcp.apps.sandboxOrigin'],
    (text) => isOrigin(parse(text)),
    () => l10n.t('Expected an origin, like https://example.com, without path, query or credentials.'),
  ),
  texts(
    ['gateway.publicOrigin'],
    (text) => isOrigin(parse(text)) && isSafe(parse(text)),
    () => l10n.t('Expected an https:// origin without path; http:// only for this machine.'),
  ),
  texts(
    ['models.catalogRefresh.url'],
    (text) => isSafe(parse(text)),
    () => l10n.t('Expected an https:// address; http:// only for this machine.'),
  ),
  texts(
    [
      'channels.a2a.advertisedUrl',
      'channels.a2a.peers.*.url',
      'channels.msteams.serviceUrl',
      'channels.nostr.profile.picture',
      'channels.nostr.profile.banner',
      'channels.nostr.profile.website',
      'channels.reef.relayUrl',
      ...withAccounts('buzz', 'relayUrl'),
      ...withAccounts('clickclack', 'baseUrl'),
      ...withAccounts('clickclack', 'apiBaseUrl'),
      ...withAccounts('clickclack', 'discussions.controlUrlBase'),
      ...withAccounts('discord', 'activityUrl'),
      ...withAccounts('qa-channel', 'baseUrl'),
      ...withAccounts('telegram', 'apiRoot'),
    ],
    (text) => parse(text) !== undefined,
    () => l10n.t('This is not an address.'),
  ),
];

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isWeb(url: URL | undefined): boolean {
  return url?.protocol === 'http:' || url?.protocol === 'https:';
}

function isSecureWithPath(url: URL | undefined): boolean {
  return url?.protocol === 'https:' && url.pathname !== '/';
}

function isOrigin(url: URL | undefined): boolean {
  return (
    isWeb(url) && url?.pathname === '/' && `${url.search}${url.hash}${url.username}${url.password}` === ''
  );
}

function isSafe(url: URL | undefined): boolean {
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname));
}
