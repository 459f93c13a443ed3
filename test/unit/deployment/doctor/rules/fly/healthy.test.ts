import { expect, it } from 'vitest';
import { examine } from '../../../../../../src/deployment/doctor/examine.ts';
import type { Snapshot } from '../../../../../../src/deployment/doctor/snapshot.ts';
import { file } from '../../openclaw-snapshots.ts';
import { hardened, standard, standardToml } from '../../snapshots.ts';

const spread = (of: Snapshot): readonly string[] =>
  examine(of)
    .filter(({ layer }) => layer !== 'openclaw')
    .map(({ severity, code }) => `${severity} ${code}`);

/** All that a deployment by the guide could do better. */
const advice = ['info kill-timeout'];

it.each([
  ['standard', standard()],
  ['private', hardened()],
  ['standard, while nobody could look into the machine', standard({ inside: null })],
  ['without a fly.toml in the workspace', standard({ toml: null })],
])('a deployment by the guide has no trouble: %s', (name, snapshot) => {
  expect(spread(snapshot)).toEqual(name.startsWith('without') ? [] : advice);
});

it('nothing is left to say once a stop waits for the gateway', () => {
  expect(spread(standard({ toml: `kill_timeout = "5m"\n${standardToml}` }))).toEqual([]);
});

it('a gateway whose image decides its command is fine in a container', () => {
  const toml = standardToml
    .replace(/\[processes\]\n.*\n/, '')
    .replace('[env]\n', '[env]\n  OPENCLAW_GATEWAY_PORT = "3000"\n');
  const env = {
    NODE_ENV: 'production',
    OPENCLAW_PREFER_PNPM: '1',
    OPENCLAW_STATE_DIR: '/data',
    NODE_OPTIONS: '--max-old-space-size=1536',
    OPENCLAW_GATEWAY_PORT: '3000',
  };
  const init = { exec: [], entrypoint: [], cmd: [] };
  expect(spread(standard({ toml, machine: { command: [], init, env } }))).toEqual(advice);
});

it('a gateway that starts, or is put to sleep for a rescue, has no other trouble', () => {
  expect(
    spread(standard({ inside: { gateways: [{ pid: 1, uid: 1000, command: [], listens: [] }] } })),
  ).toEqual(advice);
  const note = Buffer.from(
    JSON.stringify({ command: [], startedAt: '2026-11-21T20:00:00Z', by: '1.0.0' }),
  ).toString('base64url');
  const asleep = { command: ['sleep', '86400'], metadata: { openclaw_rescue: note } };
  expect(
    spread(standard({ machine: asleep, inside: { gateways: [], config: file('/data/openclaw.json') } })),
  ).toEqual(advice);
});

it('an older version by its own guide has no trouble', () => {
  const toml = standardToml.replace(/\[\[http_service.checks\]\][^[]*/, '');
  const services = standard().machine?.services.map((service) => ({ ...service, checks: [] })) ?? [];
  expect(spread(standard({ toml, machine: { services }, inside: { version: '2026.2.26' } }))).toEqual(advice);
});
