import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedPaths, describeChanges, effectOf, type Effect } from '../../../src/gateway/config-changes.ts';

describe('what changes between two configurations', () => {
  test.each([
    ['a comment', '{ "a": 1 }', '// why\n{ "a": 1 }'],
    ['formatting', '{ "a": [1, 2] }', '{\n  a: [1,\n2,],\n}'],
    ['the order of keys', '{ "a": 1, "b": 2 }', '{ "b": 2, "a": 1 }'],
    ['a byte order mark', '{}', '\uFEFF{}'],
    ['how a number is written', '{ a: 16 }', '{ a: 0x10 }'],
    ['nothing where nothing was', '', ''],
  ])('%s is no change', (_name, before, after) => {
    expect(changedPaths(before, after)).toEqual([]);
    expect(describeChanges(before, after)).toEqual([]);
  });

  test('is told as deep as both have it, without values', () => {
    const before = '{ gateway: { mode: "local", port: 1 }, channels: { irc: { password: "hunter2" } } }';
    const after = '{ gateway: { mode: "local", port: 2, auth: { token: "hunter3" } } }';
    const changes = describeChanges(before, after);
    expect(changes).toEqual([
      { kind: 'changed', path: ['gateway', 'port'] },
      { kind: 'added', path: ['gateway', 'auth'] },
      { kind: 'removed', path: ['channels'] },
    ]);
    expect(JSON.stringify(changes)).not.toContain('hunter');
  });

  test('is taken apart for the judgement of what it does', () => {
    expect(changedPaths(null, '{ gateway: { controlUi: { allowedOrigins: ["a"] }, http: {} } }')).toEqual([
      ['gateway', 'controlUi', 'allowedOrigins'],
      ['gateway', 'http'],
    ]);
    expect(changedPaths('{ a: { b: 1, c: { d: 2 } } }', '{ a: 3 }')).toEqual([
      ['a', 'b'],
      ['a', 'c', 'd'],
    ]);
  });

  test('names items of lists of the same length, and else the list', () => {
    expect(changedPaths('{ a: [{ b: 1 }, 2] }', '{ a: [{ b: 5 }, 2] }')).toEqual([['a', 0, 'b']]);
    expect(changedPaths('{ a: [1] }', '{ a: [1, 2] }')).toEqual([['a']]);
  });

  test('is the whole where a text cannot be read', () => {
    expect(changedPaths('{ "a": ', '{ "a": 1 }')).toEqual([[]]);
    expect(effectOf([[]])).toBe('restart');
  });

  test('is nothing exactly when both mean the same', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(value, value, (before, after) => {
        const [one, other] = [JSON.stringify({ v: before }), JSON.stringify({ v: after })];
        const same = JSON.stringify(sorted(before)) === JSON.stringify(sorted(after));
        expect(changedPaths(one, other).length === 0).toBe(same);
        expect(describeChanges(one, other).length === 0).toBe(same);
      }),
    );
  });
});

/** With the keys of objects in order, and without the sign of zero. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, sorted(child)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

describe('what a gateway does with a change', () => {
  test.each<[string, Effect]>([
    ['logging.level', 'none'],
    ['meta.lastTouchedVersion', 'none'],
    ['gateway.controlUi.allowedOrigins.0', 'reload'],
    ['gateway.controlUi.basePath', 'restart'],
    ['channels.discord.guilds.1.requireMention', 'reload'],
    ['gateway.port', 'restart'],
    ['browser.headless', 'reload'],
    ['browser.enabled', 'restart'],
    ['noSuchSetting', 'restart'],
    ['gatewayish', 'restart'],
  ])('%s: %s', (path, effect) => {
    expect(effectOf([path.split('.')])).toBe(effect);
  });

  test('is the gravest of them', () => {
    expect(effectOf([])).toBe('none');
    expect(effectOf([['logging', 'level'], ['hooks']])).toBe('reload');
    expect(effectOf([['hooks'], ['gateway', 'bind'], ['ui']])).toBe('restart');
  });

  test('depends on its version', () => {
    const origins = [['gateway', 'controlUi', 'allowedOrigins']];
    expect(effectOf(origins, '2026.3.31')).toBe('restart');
    expect(effectOf(origins, '2026.7.2-beta.7')).toBe('restart');
    expect(effectOf(origins, '2026.9.6')).toBe('reload');
    expect(effectOf(origins, '2027.1.1')).toBe('reload');
    expect(effectOf([['tools', 'exec']], '2026.3.31')).toBe('none');
  });

  test('is what the installed OpenClaw says', { timeout: 60_000 }, async () => {
    const kindOf = await reloadRule();
    const told = settings.map((path) => [path, effectOf([path.split('.')])]);
    const wanted = settings.map((path) => [path, kindOf(path) === 'hot' ? 'reload' : kindOf(path)]);
    expect(told).toEqual(wanted);
  });
});

/** Of every part of OpenClaw's configuration but those of which a plugin, a channel or a credential decides. */
const settings = [
  ...[
    'accessGroupsX',
    'acp',
    'acp.enabled',
    'agent.heartbeat',
    'agents.defaults.model',
    'agents.entries.main',
  ],
  ...[
    'agents.entries.main.decisionModel',
    'agents.ownership',
    'agents.x',
    'approvals.exec.mode',
    'approvals',
  ],
  ...['attachments.ttlHours', 'audio', 'auth.order', 'auth.profiles.x', 'auth', 'bindings', 'broadcast'],
  ...['channels.discord', 'cloudWorkers.profiles', 'cron.enabled', 'desktop.host', 'desktop'],
  ...['diagnostics.cacheTrace.enabled', 'diagnostics.enabled', 'diagnostics.otel', 'discovery.mdns.mode'],
  ...['discovery.wideArea', 'env.vars.X', 'gateway.bind', 'gateway.auth.mode', 'gateway.auth.rateLimit'],
  ...['gateway.auth.trustedProxy', 'gateway.cliAgents', 'gateway.controlUi.allowedOrigins'],
  ...[
    'gateway.controlUi.basePath',
    'gateway.controlUi.enabled',
    'gateway.controlUi.root',
    'gateway.customBindHost',
  ],
  ...['gateway.http.endpoints.chatCompletions', 'gateway.http.securityHeaders', 'gateway.mode'],
  ...['gateway.nodes.browser', 'gateway.nodes.pluginTools', 'gateway.port', 'gateway.portals'],
  ...['gateway.publicOrigin', 'gateway.push.apns.relay.url', 'gateway.push', 'gateway.reload.mode'],
  ...['gateway.remote.url', 'gateway.roles', 'gateway.tailscale.mode', 'gateway.terminal', 'gateway.tls'],
  ...['gateway.tools', 'gateway.trustedProxies', 'hooks.enabled', 'hooks.gmail.account', 'hooks.internal'],
  ...['identity', 'logging.level', 'mcp.servers', 'mcp.apps', 'mcp.apps.sandboxOrigin', 'memory.citations'],
  ...[
    'memory.backend',
    'messages.queue',
    'meta.lastTouchedAt',
    'models.providers',
    'nodeHost',
    'plugins.allow',
  ],
  ...[
    'plugins.entries.x',
    'proxy',
    'secrets.egressProxy',
    'secrets.providers',
    'security.audit.suppressions',
  ],
  ...['session.reset', 'session.scope', 'skills.entries', 'skills.workshop.autonomous.mode', 'talk.provider'],
  ...[
    'talk.voice',
    'telemetry.enabled',
    'telemetry',
    'tools.exec',
    'transcripts',
    'ui.prefs',
    'update.channel',
  ],
  ...['update.x', 'wizard', 'worktreeRoot', 'noSuchSetting'],
];

/** `resolveConfigReloadMetadata` of the OpenClaw in node_modules, whose exports have other names in each build. */
async function reloadRule(): Promise<(path: string) => string> {
  const folder = join(import.meta.dirname, '../../../node_modules/openclaw/dist');
  const name = readdirSync(folder).find((file) => /^config-reload-plan-.*\.mjs$/.test(file));
  const exported: Record<string, unknown> = await import(join(folder, String(name)));
  const found = Object.values(exported).find(
    (value) => typeof value === 'function' && value.name === 'resolveConfigReloadMetadata',
  );
  if (typeof found !== 'function') throw new Error('OpenClaw has no such function any more.');
  return (path) => String(found(path).kind);
}
