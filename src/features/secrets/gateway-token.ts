import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { tokenObstacle, type TokenObstacle } from '../../deployment/token-obstacle.ts';
import { tokenVariable } from '../../gateway/check/auth-variables.ts';
import type { Plan } from '../common/operations/operation.ts';
import { planToSet } from '../common/secrets/plan.ts';
import { askWhen, type When } from '../common/secrets/when.ts';
import type { Services } from '../common/services.ts';

/** A new gateway token: 32 random bytes in hex, never shown, on the clipboard once Fly has it. @throws Failure */
export async function planGatewayToken(services: Services, app: string): Promise<Plan | undefined> {
  const present = await services.store.read(app, 'secrets', {});
  const replaced = present.some((secret) => secret.name === tokenVariable) ? [tokenVariable] : [];
  const when = await askWhen(services, app, vscode.l10n.t('Generate and Set Now'));
  if (!when) return undefined;
  const value = randomBytes(32).toString('hex');
  const plan = planToSet(services, { app, secrets: [{ name: tokenVariable, value }], replaced, when });
  return {
    ...plan,
    confirm: {
      question: vscode.l10n.t('Generate a new gateway token for {0}?', app),
      consequence: consequence(when, replaced.length > 0, await obstacles(services, app)),
      button: vscode.l10n.t('Generate'),
    },
    follow: async (context) => {
      await vscode.env.clipboard.writeText(value);
      await plan.follow?.(context);
    },
    done: vscode.l10n.t('The new gateway token of {0} is on the clipboard.', app),
  };
}

function consequence({ effect, stage }: When, replaces: boolean, against: readonly string[]): string {
  const sentences = [
    ...against,
    effect,
    stage
      ? vscode.l10n.t('Until then, the token of now is valid.')
      : vscode.l10n.t('Control UIs that are open lose their connection and ask for the new token.'),
    vscode.l10n.t('Every client and node that signs in with a token needs the new one.'),
    replaces ? vscode.l10n.t('The present token cannot be restored.') : '',
    vscode.l10n.t('The new one is copied to the clipboard once and shown nowhere.'),
  ];
  return sentences.filter(Boolean).join(' ');
}

/** Why gateways would not go by the token, as far as their configurations are known. */
async function obstacles({ secretUses }: Services, app: string): Promise<readonly string[]> {
  const configs = await secretUses.configsOf(app);
  const sentences = configs.map(tokenObstacle).flatMap((obstacle) => (obstacle ? told(obstacle) : []));
  return [...new Set(sentences)];
}

function told(obstacle: TokenObstacle): string {
  if (obstacle.kind === 'ownToken') {
    return vscode.l10n.t('The gateway will not use it: its configuration has another gateway.auth.token.');
  }
  return obstacle.mode === 'trusted-proxy'
    ? vscode.l10n.t(
        'The gateway will not start: with gateway.auth.mode “trusted-proxy” there may be no token.',
      )
    : vscode.l10n.t('The gateway will not use it: gateway.auth.mode is “{0}”.', obstacle.mode);
}
