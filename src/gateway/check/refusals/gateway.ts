import * as l10n from '@vscode/l10n';
import { isIP } from 'node:net';
import { arrayAt, isRecord, recordAt, stringAt, valueAt } from '../path.ts';
import { hasVariable } from '../variables.ts';
import { texts, type Objection, type Refusal } from './refusal.ts';

/** Where the gateway listens when the file says nothing (docs/gateway). */
export const defaultPort = 18789;
const loopbackAddress =
  /^127\.(\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])(\.(\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])){2}$/;
const gatewayKnown = [['gateway']];

export const gatewayRefusals: readonly Refusal[] = [
  { code: 'conflict', at: ['gateway.tailscale.mode'], needs: gatewayKnown, check: tailscale },
  { code: 'conflict', at: ['gateway.portals.ingress'], needs: gatewayKnown, check: portalConflicts },
  texts(['gateway.portals.ingress.domain'], isPortalDomain, () =>
    l10n.t('Expected a bare domain, like portals.example.com.'),
  ),
  {
    code: 'unknown-name',
    at: ['gateway.roles'],
    needs: [['gateway', 'roles']],
    check: ({ path, value }) => {
      const role = stringAt(value, 'default')?.trim();
      if (
        role === undefined ||
        Object.keys(recordAt(value, 'definitions')).some((name) => name.trim() === role)
      )
        return [];
      return [
        {
          path: [...path, 'default'],
          message: l10n.t('There is no role “{0}” in gateway.roles.definitions.', role),
        },
      ];
    },
  },
  {
    code: 'missing-key',
    at: ['gateway.roles.definitions'],
    needs: [['gateway', 'roles']],
    check: ({ path, value }) =>
      isRecord(value) && Object.keys(value).length === 0
        ? [{ path, on: 'head', message: l10n.t('At least one role must be defined.') }]
        : [],
  },
  texts(
    ['gateway.roles.definitions.*.agents.*'],
    (id) => /^[a-z0-9][a-z0-9_-]{0,63}$/i.test(id.trim()),
    () => l10n.t('This is not an agent id: use letters, digits, - and _.'),
  ),
  texts(
    ['gateway.tls.certPath', 'gateway.tls.keyPath'],
    (path) => path.trim() !== '',
    () => l10n.t('This must not be empty.'),
  ),
  {
    code: 'invalid-key',
    at: ['gateway.remote.edgeAuth'],
    needs: [['gateway', 'remote']],
    check: edgeHeaders,
  },
];

/** Tailscale's own proxy reaches the gateway at the loopback address alone, and must not open it without a sign-in. */
function tailscale({ value }: { value: unknown }, config: unknown): readonly Objection[] {
  if (value !== 'serve' && value !== 'funnel') return [];
  const gateway = recordAt(config, 'gateway');
  const bind = gateway['bind'] ?? 'loopback';
  const host = stringAt(gateway, 'customBindHost') ?? '';
  const local =
    bind === 'loopback' ||
    hasVariable(bind) ||
    (bind === 'custom' && (loopbackAddress.test(host) || hasVariable(host)));
  const notLocal: Objection = {
    path: ['gateway', 'bind'],
    message: l10n.t('With gateway.tailscale.mode “{0}”, gateway.bind must be “loopback”.', value),
  };
  const notSafe: Objection = {
    path: ['gateway', 'auth', 'mode'],
    message: l10n.t('With gateway.tailscale.mode “{0}”, gateway.auth.mode cannot be “none”.', value),
  };
  return [...(local ? [] : [notLocal]), ...(valueAt(gateway, ['auth', 'mode']) === 'none' ? [notSafe] : [])];
}

function portalConflicts(
  { path, value }: { path: readonly (string | number)[]; value: unknown },
  config: unknown,
) {
  const gateway = recordAt(config, 'gateway');
  const origins = [gateway['publicOrigin'], ...arrayAt(gateway, 'controlUi', 'allowedOrigins')];
  const domain = stringAt(value, 'domain')?.toLowerCase();
  const objections: Objection[] = [];
  if (domain !== undefined && origins.some((origin) => isInDomain(origin, domain))) {
    const message = l10n.t('The portals need a domain that the gateway itself does not use.');
    objections.push({ path: [...path, 'domain'], message });
  }
  if (valueAt(value, ['port']) === (gateway['port'] ?? defaultPort)) {
    objections.push({
      path: [...path, 'port'],
      message: l10n.t('The portals need another port than the gateway.'),
    });
  }
  return objections;
}

function isInDomain(origin: unknown, domain: string): boolean {
  if (typeof origin !== 'string' || !URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return hostname.toLowerCase() === domain || hostname.toLowerCase().endsWith(`.${domain}`);
}

function isPortalDomain(domain: string): boolean {
  if (!URL.canParse(`https://portal.${domain}`)) return false;
  if (new URL(`https://portal.${domain}`).hostname !== `portal.${domain.toLowerCase()}`) return false;
  const labels = domain.split('.');
  const wellFormed = labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(label));
  return domain.length <= 220 && labels.length > 1 && isIP(domain) === 0 && wellFormed;
}

/** Headers that belong to the connection itself. */
const transportHeaders = new Set([
  'host',
  'connection',
  'upgrade',
  'content-length',
  'sec-websocket-key',
  'sec-websocket-version',
  'sec-websocket-protocol',
  'sec-websocket-extensions',
]);

function edgeHeaders({
  path,
  value,
}: {
  path: readonly (string | number)[];
  value: unknown;
}): readonly Objection[] {
  if (!isRecord(value)) return [];
  const names = Object.keys(value);
  if (names.length === 0)
    return [{ path, on: 'head', message: l10n.t('At least one header is needed here.') }];
  const seen = new Set<string>();
  return names.flatMap((name) => {
    const lower = name.toLowerCase();
    const repeated = seen.has(lower);
    seen.add(lower);
    if (/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name) && !transportHeaders.has(lower) && !repeated) return [];
    return [
      { path: [...path, name], on: 'key', message: l10n.t('The header “{0}” cannot be set here.', name) },
    ];
  });
}
