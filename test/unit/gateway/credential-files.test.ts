import { describe, expect, test } from 'vitest';
import { isCredential } from '../../../src/gateway/credential-files.ts';

describe('a credential', () => {
  // What OpenClaw 2026.9.6 writes or imports, by its documentation of storage, and what it leaves beside that.
  test.each([
    '.env',
    '.env.local',
    'service-env/gateway.env',
    'state/openclaw.sqlite',
    'state/openclaw.sqlite-wal',
    'state/openclaw.sqlite.pre-startup-migration-1.bak',
    'agents/main/agent/openclaw-agent.sqlite',
    'agents/main/agent/auth-profiles.json',
    'agents/main/agent/auth-profiles.json.migrated',
    'agents/main/agent/auth.json',
    'agents/main/agent/models.json',
    'agents/main/agent/codex-home/auth/session.txt',
    'agents/main/copilot/config',
    'credentials/whatsapp/default/creds.json',
    'credentials/telegram-allowFrom.json',
    'credentials/oauth.json',
    'credentials/apns/AuthKey_KEYID.p8',
    'identity/device.json',
    'identity/device-auth.json',
    'devices/paired.json',
    'push/vapid-keys.json',
    'mcp-oauth/server.json',
    'secrets.json',
    'secrets/xai-api-key.txt',
    'config-journal-fingerprint.key',
    'gateway.token',
    'gateway.password',
    'googlechat-service-account.json',
    'matrix/bot-storage.json',
    'exec-approvals.json',
    'openclaw.json.bak',
    'openclaw.json.bak.4',
    'openclaw.json.last-good',
    'openclaw.json.clobbered.2026-09-01T00-00-00Z',
    'clawdbot.json.bak',
    'workspace/.git-credentials',
  ])('is %s', (path) => {
    expect(isCredential(path)).toBe(true);
    expect(isCredential(`/data/.openclaw/${path}`)).toBe(true);
  });

  test.each([
    'openclaw.json',
    'workspace/AGENTS.md',
    'workspace/SOUL.md',
    'workspace/environment.md',
    'workspace/tokens.md',
    'skills/copilot/SKILL.md',
    'skills/matrix/SKILL.md',
    'logs/commands.log',
    'cron/jobs.json',
    'agents/main/sessions/sessions.json',
    'tmp/openclaw-1000/gateway.state.lock',
    'tmp/openclaw-1000/gateway.state.lock.sqlite',
    'cache/control-ui-assets/secrets-page-FR.js',
  ])('is not %s', (path) => {
    expect(isCredential(path)).toBe(false);
    expect(isCredential(`/data/.openclaw/${path}`)).toBe(false);
  });
});
