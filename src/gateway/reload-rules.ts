/** What a running gateway does by itself with a change of its configuration. */
export type Effect =
  /** It reads the new value when it needs it, or never. */
  | 'none'
  /** It reloads the part that the change is about and goes on. */
  | 'reload'
  /** The change counts only after a restart, which the gateway does by itself where it may. */
  | 'restart';

/** Paths, joined by dots, that decide for everything below them; the longest one that fits decides. */
type Rules = Readonly<Record<Effect, readonly string[]>>;

/**
 * As `gateway/config-reload-plan.ts` of OpenClaw 2026.9.6 has them, with the rules that its browser plugin adds. What is
 * shared by channels counts as `reload` also when no channel is set up. A new token or password is reloaded as long as
 * the mode of authentication stays; another mode is a change of its own.
 */
const current: Rules = {
  none: [
    ...['agent', 'agents', 'audio', 'bindings', 'identity', 'logging', 'messages', 'meta', 'routing'],
    ...['secrets', 'session', 'skills', 'talk', 'tui', 'ui', 'wizard'],
    ...['gateway.reload', 'gateway.remote'],
  ],
  reload: [
    ...['accessGroups', 'acp', 'approvals.exec', 'approvals.plugin', 'attachments.ttlHours', 'auth.order'],
    ...[
      'auth.profiles',
      'broadcast',
      'channels',
      'cloudWorkers',
      'commands',
      'cron',
      'desktop.host',
      'hooks',
    ],
    ...['mcp', 'mcp.apps.sandboxOrigin', 'memory.citations', 'models', 'plugins', 'surfaces', 'tools'],
    ...['transcripts', 'tts', 'worktreeAcceleration', 'worktreeRoot'],
    ...['agent.heartbeat', 'agents.defaults', 'agents.entries', 'agents.ownership'],
    ...['browser.allowSystemProfileImport', 'browser.attachOnly', 'browser.cdpUrl', 'browser.defaultProfile'],
    ...['browser.executablePath', 'browser.extraArgs', 'browser.headless', 'browser.noSandbox'],
    ...['browser.profiles', 'browser.snapshotDefaults', 'browser.tabCleanup'],
    ...['diagnostics.cacheTrace.enabled', 'diagnostics.enabled', 'diagnostics.flags', 'discovery.mdns.mode'],
    ...['gateway.allowRealIpFallback', 'gateway.auth.allowTailscale', 'gateway.auth.identityScopes'],
    ...['gateway.auth.password', 'gateway.auth.rateLimit', 'gateway.auth.token', 'gateway.auth.trustedProxy'],
    ...['gateway.cliAgents', 'gateway.controlUi.allowExternalEmbedUrls', 'gateway.controlUi.allowedOrigins'],
    ...['gateway.controlUi.automaticallyFetchFavicons', 'gateway.controlUi.communityInvite'],
    ...['gateway.controlUi.dangerouslyAllowHostHeaderOriginFallback', 'gateway.controlUi.embedSandbox'],
    ...['gateway.controlUi.enabled', 'gateway.controlUi.environment', 'gateway.controlUi.github'],
    ...['gateway.controlUi.experimental.customPlugins', 'gateway.controlUi.sessionObserver'],
    ...['gateway.http.endpoints', 'gateway.http.securityHeaders.strictTransportSecurity'],
    ...['gateway.nodes.allowSkills', 'gateway.nodes.browser', 'gateway.nodes.commands'],
    ...['gateway.nodes.pairing', 'gateway.nodes.pluginTools.enabled', 'gateway.publicOrigin'],
    ...['gateway.push.apns.relay', 'gateway.roles', 'gateway.terminal', 'gateway.tools'],
    'gateway.trustedProxies',
    ...['messages.ackReactionScope', 'messages.inbound', 'security.audit.suppressions'],
    ...['security.installPolicy', 'session.scope', 'session.store', 'skills.workshop.autonomous.mode'],
    ...['talk.provider', 'talk.realtime.provider', 'telemetry.consentedAt', 'telemetry.enabled'],
    ...['update.auto.enabled', 'update.channel', 'update.checkOnStart'],
  ],
  restart: ['browser', 'discovery', 'gateway', 'gateway.portals', 'mcp.apps', 'secrets.egressProxy'],
};

/** What 2026.3.31 and 2026.5.28 have in common, and where they differ the one that restarts. */
const early: Rules = {
  none: [...current.none, 'diagnostics.stuckSessionWarnMs', 'tools'],
  reload: [
    ...['agent.heartbeat', 'agents.defaults.heartbeat', 'agents.defaults.model', 'agents.defaults.models'],
    ...['channels', 'cron', 'hooks', 'models', 'gateway.channelHealthCheckMinutes'],
    ...['gateway.channelMaxRestartsPerHour', 'gateway.channelStaleEventThresholdMinutes'],
  ],
  restart: ['browser', 'canvasHost', 'discovery', 'gateway', 'models.pricing', 'plugins'],
};

/** The first version of which it is known that it goes by the current rules. */
const firstCurrent = [2026, 9, 1];

const severity: readonly Effect[] = ['none', 'reload', 'restart'];

/**
 * What a gateway does when the values at the paths change: the gravest of them. A path that no rule is about needs a
 * restart, as in OpenClaw itself.
 * @param version Of OpenClaw on the machine, e.g. `2026.9.6`; the current rules when it is not known.
 */
export function effectOf(paths: readonly (readonly (string | number)[])[], version?: string): Effect {
  const rules = version !== undefined && isBefore(version, firstCurrent) ? early : current;
  const effects = paths.map((path) => effectOfPath(path, rules));
  return severity.findLast((effect) => effects.includes(effect)) ?? 'none';
}

function effectOfPath(path: readonly (string | number)[], rules: Rules): Effect {
  for (let length = path.length; length > 0; length--) {
    const prefix = path.slice(0, length).join('.');
    const effect = severity.find((candidate) => rules[candidate].includes(prefix));
    if (effect) return effect;
  }
  return 'restart';
}

function isBefore(version: string, other: readonly number[]): boolean {
  const parts = version.split(/\D/, 3).map(Number);
  const different = other.findIndex((part, index) => part !== parts[index]);
  return different >= 0 && (parts[different] ?? 0) < (other[different] ?? 0);
}
