import * as l10n from '@vscode/l10n';
import { isRecord, stringAt, valueAt, type ConfigPath, type Place } from '../path.ts';
import type { Objection, Refusal } from './refusal.ts';

const servers = ['mcp.servers.*', 'nodeHost.mcp.servers.*'];

/** Spellings that MCP clients use elsewhere, and the keys that OpenClaw has for them. */
const foreignKeys: Readonly<Record<string, string>> = {
  connectTimeout: 'connectionTimeoutMs',
  connect_timeout: 'connectionTimeoutMs',
  timeout: 'requestTimeoutMs',
  workingDirectory: 'cwd',
  supports_parallel_tool_calls: 'supportsParallelToolCalls',
  ssl_verify: 'sslVerify',
  client_cert: 'clientCert',
  client_key: 'clientKey',
  disabled: 'enabled',
};

export const mcpRefusals: readonly Refusal[] = [
  { code: 'unknown-key', at: servers, check: foreignSpelling },
  { code: 'conflict', at: servers, check: perRequester },
  {
    code: 'missing-key',
    at: servers,
    check: ({ path, value }) =>
      stringAt(value, 'transport') === 'stdio' && (stringAt(value, 'command')?.trim() ?? '') === ''
        ? [{ path: [...path, 'transport'], message: l10n.t('The transport “stdio” needs a command.') }]
        : [],
  },
  { code: 'invalid-key', at: servers, check: serverName },
];

function foreignSpelling({ path, value }: Place): readonly Objection[] {
  const objections = Object.entries(foreignKeys)
    .filter(([key]) => isRecord(value) && Object.hasOwn(value, key))
    .map(([key, known]) => unknownKey([...path, key], known));
  const approval = 'default_tools_approval_mode';
  const codex = valueAt(value, ['codex']);
  const hasApproval = isRecord(codex) && Object.hasOwn(codex, approval);
  return hasApproval
    ? [...objections, unknownKey([...path, 'codex', approval], 'defaultToolsApprovalMode')]
    : objections;
}

function unknownKey(path: ConfigPath, known: string): Objection {
  return { path, on: 'key', message: l10n.t('OpenClaw calls this key “{0}”.', known) };
}

function perRequester({ path, value }: Place): readonly Objection[] {
  if (stringAt(value, 'oauth', 'identity') !== 'per-requester' || !isRecord(value)) return [];
  const reasons = [
    ...(value['auth'] === 'oauth' ? [] : [l10n.t('“per-requester” needs auth “oauth”.')]),
    ...(stringAt(value, 'oauth', 'authProfileId')
      ? [l10n.t('“per-requester” cannot have an authProfileId.')]
      : []),
    ...(value['url'] ? [] : [l10n.t('“per-requester” needs a server with a url.')]),
    ...(value['command'] === undefined && value['transport'] !== 'stdio'
      ? []
      : [l10n.t('“per-requester” cannot be combined with a command.')]),
  ];
  return reasons.map((message) => ({ path: [...path, 'oauth', 'identity'], message }));
}

function serverName({ path }: Place): readonly Objection[] {
  const name = String(path.at(-1));
  if (path[0] !== 'nodeHost' || (name !== '' && name === name.trim())) return [];
  return [{ path, on: 'key', message: l10n.t('“{0}” cannot be the name of a server.', name) }];
}
