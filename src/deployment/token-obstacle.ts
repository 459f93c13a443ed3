import { tokenVariable } from '../gateway/check/auth-variables.ts';
import { stringAt, valueAt } from '../gateway/check/path.ts';
import { valueOf } from '../gateway/check/read.ts';

/** Why a gateway would not go by the token in its environment. */
export type TokenObstacle =
  | { readonly kind: 'ownToken' }
  /** `trusted-proxy`, with which a token is a start error; `password` or `none`, which ask for no token. */
  | { readonly kind: 'mode'; readonly mode: string };

const modesWithoutToken: readonly (string | undefined)[] = ['trusted-proxy', 'password', 'none'];

/**
 * What in a configuration stands against OPENCLAW_GATEWAY_TOKEN. A token in the file comes before that of the environment
 * (`resolveGatewayAuth` of 2026.9.6).
 */
export function tokenObstacle(config: string): TokenObstacle | undefined {
  const value = valueOf(config);
  const mode = stringAt(value, 'gateway', 'auth', 'mode');
  if (mode !== undefined && modesWithoutToken.includes(mode)) return { kind: 'mode', mode };
  const token = valueAt(value, ['gateway', 'auth', 'token']);
  const isOwn = token !== undefined && token !== '' && !JSON.stringify(token).includes(tokenVariable);
  return isOwn ? { kind: 'ownToken' } : undefined;
}
