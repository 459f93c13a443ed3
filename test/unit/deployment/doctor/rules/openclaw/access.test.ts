import { describe, expect, test } from 'vitest';
import { Failure } from '../../../../../../src/core/errors.ts';
import type { Inspection } from '../../../../../../src/gateway/inspect/inspection.ts';
import {
  down,
  fixesOf,
  found,
  guideConfig,
  inspection,
  marked,
  snapshot,
  textOf,
} from '../../openclaw-snapshots.ts';

const token = 'OPENCLAW_GATEWAY_TOKEN';
const deployed = [{ name: 'ANTHROPIC_API_KEY', digest: '0', status: 'Deployed' }];
const without = { ...down, variables: ['PATH'] };

function withGateway(more: object) {
  return { ...guideConfig, gateway: { ...guideConfig.gateway, ...more } };
}

describe('the token', () => {
  test('is missing when neither the app nor the file has one', () => {
    const [finding] = found('token-missing', snapshot({ inside: without, secrets: { data: deployed } }));
    expect(finding).toMatchObject({ severity: 'error', evidence: [{ text: '--bind lan' }] });
    expect(fixesOf(finding)).toEqual([`setSecret ${token}`]);
  });

  test('is staged when the machine does not have it yet', () => {
    const secrets = { data: [{ name: token, digest: '0', status: 'Staged' }] };
    const [finding] = found('token-staged', snapshot({ inside: without, secrets }));
    expect(finding).toMatchObject({ severity: 'error', evidence: [{ text: `${token}: Staged` }, {}] });
    expect(fixesOf(finding)).toEqual(['secrets deploy -a my-openclaw']);
    expect(found('token-missing', snapshot({ inside: without, secrets }))).toEqual([]);
  });

  test.each<[string, Partial<Inspection>, unknown]>([
    ['is in the file', without, withGateway({ auth: { token: '${X}' } })],
    ['is a password', { ...down, variables: ['OPENCLAW_GATEWAY_PASSWORD'] }, guideConfig],
    ['is that of a proxy', without, withGateway({ auth: { mode: 'trusted-proxy' } })],
    ['may be in an included file', without, { $include: './more.json5' }],
    ['is not needed on loopback', { ...without, gateways: [onLoopback()] }, guideConfig],
    ['is one that the running gateway made', { variables: [] }, guideConfig],
  ])('is not missing when it %s', (_why, inside, config) => {
    expect(found('token-missing', snapshot({ inside, config, secrets: { data: deployed } }))).toEqual([]);
  });
});

test('a gateway without auth on the network is an error', () => {
  const config = withGateway({ auth: { mode: 'none' } });
  const [finding] = found('gateway-open', snapshot({ config }));
  expect(finding).toMatchObject({
    severity: 'error',
    evidence: [{ text: '0.0.0.0:3000' }, { text: 'gateway.auth.mode: none' }],
  });
  expect(marked(textOf(config), finding)).toBe('"none"');
  expect(fixesOf(finding)).toEqual(['openConfig', `setSecret ${token}`]);
  expect(found('gateway-open', snapshot({ config, inside: { gateways: [onLoopback()] } }))).toEqual([]);
});

test('a token among the secrets counts although the session does not have it', () => {
  expect(found('token-missing', snapshot({ inside: without }))).toEqual([]);
});

test('nothing is said of a token when the secrets could not be read', () => {
  const secrets = { failure: new Failure('offline') };
  expect(found('token-missing', snapshot({ inside: without, secrets }))).toEqual([]);
});

describe('a trusted proxy', () => {
  const config = withGateway({ auth: { mode: 'trusted-proxy' } });

  test('and a token exclude each other', () => {
    const [finding] = found('trusted-proxy-token', snapshot({ config, inside: down }));
    expect(finding).toMatchObject({
      severity: 'error',
      evidence: [{ text: 'gateway.auth.mode: trusted-proxy' }, { text: token }],
    });
    expect(fixesOf(finding)).toEqual([`secrets unset -a my-openclaw ${token}`, 'openConfig', 'showLogs']);
  });

  test('alone is fine', () => {
    const of = snapshot({ config, inside: without, secrets: { data: deployed } });
    expect(found('trusted-proxy-token', of)).toEqual([]);
  });
});

describe('the origins', () => {
  const config = withGateway({ controlUi: { allowedOrigins: ['http://localhost:3000'] } });

  test('get the app’s own address, with comments kept', () => {
    const [finding] = found('origins-missing', snapshot({ config }));
    expect(finding).toMatchObject({
      severity: 'warning',
      title: 'The Control UI cannot sign in at https://my-openclaw.fly.dev',
      evidence: [{ text: '["http://localhost:3000"]' }],
    });
    const [fix] = finding?.fixes ?? [];
    if (fix?.kind !== 'editConfig') throw new Error('no edit');
    expect(fix.text.startsWith('// my gateway\n')).toBe(true);
    expect(JSON.parse(fix.text.replace('// my gateway', ''))).toEqual(
      withGateway({
        controlUi: { allowedOrigins: ['http://localhost:3000', 'https://my-openclaw.fly.dev'] },
      }),
    );
  });

  test('get a domain of the user’s, which is worth a note', () => {
    const certificates = { data: [{ hostname: 'claw.example.com' }, { hostname: '*.example.com' }] };
    expect(found('origins-missing', snapshot({ certificates }))).toMatchObject([
      { severity: 'info', title: 'The Control UI cannot sign in at https://claw.example.com' },
    ]);
  });

  test.each<[string, object]>([
    ['the app is private', { addresses: { data: [] }, config }],
    ['there is no Control UI', { config: withGateway({ controlUi: { enabled: false } }) }],
    ['all are allowed', { config: withGateway({ controlUi: { allowedOrigins: ['*'] } }) }],
  ])('are not missed when %s', (_why, changes) => {
    expect(found('origins-missing', snapshot(changes))).toEqual([]);
  });
});

function onLoopback(): Inspection['gateways'][number] {
  const [gateway] = inspection().gateways;
  if (!gateway) throw new Error('no gateway');
  return { ...gateway, listens: ['127.0.0.1:3000'] };
}
