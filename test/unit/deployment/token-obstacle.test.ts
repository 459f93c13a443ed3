import { expect, it } from 'vitest';
import { tokenObstacle } from '../../../src/deployment/token-obstacle.ts';

it.each([
  '{',
  '{}',
  '{ gateway: { auth: { mode: "token" } } }',
  '{ gateway: { auth: { token: "" } } }',
  '{ gateway: { auth: { token: "${OPENCLAW_GATEWAY_TOKEN}" } } }',
  '{ gateway: { auth: { token: { source: "env", provider: "default", id: "OPENCLAW_GATEWAY_TOKEN" } } } }',
])('nothing stands against the token of the environment: %s', (config) => {
  expect(tokenObstacle(config)).toBeUndefined();
});

it.each(['"literal"', '"${OTHER_TOKEN}"', '{ source: "env", provider: "default", id: "OTHER_TOKEN" }'])(
  'the gateway goes by its own token: %s',
  (token) => {
    expect(tokenObstacle(`{ gateway: { auth: { token: ${token} } } }`)).toEqual({ kind: 'ownToken' });
  },
);

it.each(['trusted-proxy', 'password', 'none'])('the auth mode %s takes no token', (mode) => {
  expect(tokenObstacle(`{ gateway: { auth: { mode: "${mode}" } } }`)).toEqual({ kind: 'mode', mode });
});
