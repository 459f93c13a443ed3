import { posix } from 'node:path';

/**
 * Folders in which OpenClaw, a channel or a model's command line keeps what identifies it.
 * Source: OpenClaw's `docs/gateway/security/secrets-and-storage.md` and its migrations of state.
 */
const folders: ReadonlySet<string> = new Set([
  ...['auth-profile-secrets', 'codex-home', 'credentials', 'devices', 'identity', 'mcp-oauth', 'secrets'],
  ...['service-env', '.aws', '.codex', '.gnupg', '.ssh'],
]);

/** The home of Copilot's command line; a skill may have the same name. */
const copilotHome = /(^|\/)agents\/[^/]+\/copilot\//;

const names: readonly RegExp[] = [
  // Environments: `.env`, `.env.local`, `gateway.env`.
  /^\.env(\..+)?$|\.env$/,
  // State databases hold OAuth tokens and auth profiles, and so do their journals and the copies made before a migration.
  // The coordinators of locks are databases without content.
  /(?<!\.lock)\.(sqlite|db)(-(wal|shm|journal))?$/,
  /\.sqlite\./,
  // Copies of the configuration: the ring of `.bak`, `.last-good`, `.rejected.…`, `.clobbered.…`.
  /^(openclaw|clawdbot|moltbot|moldbot)\.json\../,
  /^(auth|auth-profiles|creds|oauth|secrets|device|device-auth|paired|pending)\.json/,
  /^(bot-storage|exec-approvals|mcporter|recovery-key|vapid-keys|web-push-subscriptions)\.json/,
  // Generated for an agent, with the keys of its custom providers.
  /^models\.json/,
  /(credentials|service-account|allowFrom)[^/]*\.json/i,
  /\.(jwk|key|keystore|p12|p8|password|pem|pfx|secret|token)$/i,
  /^(gateway-token|service-account-token)$/,
  /^(\.git-credentials|\.netrc|\.npmrc|\.pgpass)$/,
  /^id_(dsa|ecdsa|ed25519|rsa)$/,
];

/**
 * Whether a file of a state directory is made to hold secrets. `openclaw.json` itself is not one: it is edited, and its
 * secrets are checked for.
 * @param path On the machine, absolute or relative to the state directory.
 */
export function isCredential(path: string): boolean {
  const parents = posix.dirname(path).split('/');
  const name = posix.basename(path);
  return (
    parents.some((folder) => folders.has(folder)) ||
    copilotHome.test(path) ||
    names.some((pattern) => pattern.test(name))
  );
}
