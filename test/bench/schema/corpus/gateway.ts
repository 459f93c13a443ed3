import { written, type Sample } from './sample.ts';

/** How the gateway listens, who may reach it and what it serves. */
export function gatewaySamples(): Sample[] {
  return [...written('gateway', 'valid', good), ...written('gateway', 'invalid', bad)];
}

const good = {
  'behind Fly’s proxy': {
    gateway: {
      mode: 'local',
      bind: 'lan',
      port: 3000,
      auth: { mode: 'token', token: '${OPENCLAW_GATEWAY_TOKEN}' },
      controlUi: { allowedOrigins: ['https://my-openclaw.fly.dev'] },
    },
  },
  'an address of its own': { gateway: { bind: 'custom', customBindHost: '10.0.0.4' } },
  'a token from a file': {
    secrets: { providers: { files: { source: 'file', path: '/data/secrets.json', mode: 'json' } } },
    gateway: { auth: { token: { source: 'file', provider: 'files', id: '/gateway/token' } } },
  },
  'a trusted proxy': {
    gateway: {
      trustedProxies: ['172.16.0.0/12'],
      auth: {
        mode: 'trusted-proxy',
        trustedProxy: { userHeader: 'x-forwarded-user', allowUsers: ['me@example.com'] },
        rateLimit: { maxAttempts: 5, windowMs: 60_000 },
      },
    },
  },
  tls: {
    gateway: { tls: { enabled: true, certPath: '/data/tls.crt', keyPath: '/data/tls.key', note: 'mine' } },
  },
  'Tailscale on the loopback': {
    gateway: { bind: 'loopback', tailscale: { mode: 'serve' }, auth: { mode: 'token' } },
  },
  'the Control UI': {
    gateway: {
      publicOrigin: 'https://my-openclaw.fly.dev',
      controlUi: {
        basePath: '/openclaw',
        environment: { label: 'Production', color: 'red' },
        embedSandbox: 'strict',
      },
    },
  },
  'endpoints over HTTP': {
    gateway: {
      http: {
        endpoints: {
          chatCompletions: { enabled: true, images: { allowUrl: true, maxBytes: 1_000_000 } },
          responses: { enabled: true, files: { pdf: { maxPages: 4 } } },
        },
        securityHeaders: { strictTransportSecurity: 'max-age=31536000' },
      },
    },
  },
  'roles of operators': {
    gateway: {
      roles: {
        default: 'guest',
        definitions: { guest: { sessions: { others: 'none' }, agents: ['main'], scopes: ['operator.read'] } },
      },
    },
  },
  nodes: {
    gateway: {
      nodes: { pairing: { sshVerify: { user: 'me', timeoutMs: 5000 } }, commands: { deny: ['exec'] } },
    },
  },
  'a remote gateway': {
    gateway: {
      mode: 'remote',
      remote: {
        url: 'wss://my-openclaw.fly.dev',
        token: '${OPENCLAW_GATEWAY_TOKEN}',
        edgeAuth: { 'cf-access': '${CF}' },
      },
    },
  },
  'no reload': { gateway: { reload: { mode: 'off' }, terminal: { enabled: false } } },
  portals: { gateway: { portals: { ingress: { domain: 'portals.example.com', port: 18_800 } } } },
};

const bad = {
  'an unknown key': { gateway: { host: '0.0.0.0' } },
  'a port as text': { gateway: { port: '3000' } },
  'a port out of range': { gateway: { port: 70_000 } },
  'a bind that is an address': { gateway: { bind: '0.0.0.0' } },
  'a mode nobody knows': { gateway: { mode: 'server' } },
  'a token as a number': { gateway: { auth: { token: 12_345 } } },
  'an auth mode nobody knows': { gateway: { auth: { mode: 'basic' } } },
  'a trusted proxy without its header': { gateway: { auth: { mode: 'trusted-proxy', trustedProxy: {} } } },
  'a blank certificate': { gateway: { tls: { certPath: ' ' } } },
  'Tailscale off the loopback': { gateway: { bind: 'lan', tailscale: { mode: 'funnel' } } },
  'Tailscale without auth': { gateway: { tailscale: { mode: 'serve' }, auth: { mode: 'none' } } },
  'an origin with a path': { gateway: { publicOrigin: 'https://my-openclaw.fly.dev/ui' } },
  'an origin without TLS': { gateway: { publicOrigin: 'http://my-openclaw.fly.dev' } },
  'origins as one text': { gateway: { controlUi: { allowedOrigins: 'https://my-openclaw.fly.dev' } } },
  'a colour of no environment': {
    gateway: { controlUi: { environment: { label: 'Prod', color: 'mauve' } } },
  },
  'an environment without its colour': { gateway: { controlUi: { environment: { label: 'Prod' } } } },
  'a key deep in an endpoint': {
    gateway: { http: { endpoints: { responses: { files: { pdf: { pages: 4 } } } } } },
  },
  'a limit of zero': { gateway: { http: { endpoints: { responses: { files: { maxBytes: 0 } } } } } },
  'a default role without a definition': {
    gateway: {
      roles: {
        default: 'admin',
        definitions: { guest: { sessions: { others: 'none' }, agents: '*', scopes: [] } },
      },
    },
  },
  'a role without its agents': {
    gateway: {
      roles: { default: 'guest', definitions: { guest: { sessions: { others: 'none' }, scopes: [] } } },
    },
  },
  'roles without definitions': { gateway: { roles: { default: 'guest', definitions: {} } } },
  'a scope nobody knows': { gateway: { auth: { identityScopes: { me: ['operator.root'] } } } },
  'a mode of reload that was retired': { gateway: { reload: { mode: 'hot' } } },
  'a header that is not one': { gateway: { remote: { edgeAuth: { 'cf access': 'x' } } } },
  'no headers at all': { gateway: { remote: { edgeAuth: {} } } },
  'a portal on the gateway’s port': {
    gateway: { portals: { ingress: { domain: 'p.example.com', port: 18_789 } } },
  },
  'a portal without a dot': { gateway: { portals: { ingress: { domain: 'portals', port: 18_800 } } } },
};
