import * as l10n from '@vscode/l10n';
import { authVariables, tokenVariable } from '../auth-variables.ts';
import { arrayAt, leavesOf, recordAt, stringAt, valueAt, type ConfigRecord } from '../path.ts';
import { hasVariable } from '../variables.ts';
import { toFinding, type Deployment, type Rule } from './rule.ts';

export const missingMode: Rule = (context) => {
  const { config } = context;
  if (config.isOpen(['gateway']) || valueAt(config.value, ['gateway', 'mode']) !== undefined) return [];
  const hasGateway = valueAt(config.value, ['gateway']) !== undefined;
  const message = l10n.t(
    'Without gateway.mode, the gateway starts only with --allow-unconfigured. Add "mode": "local".',
  );
  return [
    toFinding(context, 'warning', 'missing-mode', {
      path: hasGateway ? ['gateway'] : [],
      on: 'head',
      message,
    }),
  ];
};

export const openGateway: Rule = (context) => {
  const { config, deployment } = context;
  const gateway = recordAt(config.value, 'gateway');
  if (!isReachable(gateway) || config.isOpen(['gateway'])) return [];
  const mode = valueAt(gateway, ['auth', 'mode']);
  if (mode === 'none') {
    const message = l10n.t(
      'Everyone who reaches the machine can use the gateway: its bind is not “loopback”.',
    );
    return [toFinding(context, 'warning', 'open-gateway', { path: ['gateway', 'auth', 'mode'], message })];
  }
  const secured =
    mode === 'trusted-proxy' ||
    ['token', 'password'].some((key) => valueAt(gateway, ['auth', key]) !== undefined);
  if (secured || (deployment && provides(deployment, authVariables))) return [];
  const message = deployment
    ? l10n.t(
        'The gateway refuses to start: it is open to the network and has no token. Set OPENCLAW_GATEWAY_TOKEN.',
      )
    : l10n.t(
        'Open to the network, the gateway needs a token: OPENCLAW_GATEWAY_TOKEN, or gateway.auth.token.',
      );
  return [
    toFinding(context, deployment ? 'warning' : 'info', 'open-gateway', {
      path: ['gateway', 'bind'],
      message,
      variable: tokenVariable,
    }),
  ];
};

export const missingOrigins: Rule = (context) => {
  const { config } = context;
  const gateway = recordAt(config.value, 'gateway');
  const controlUi = recordAt(gateway, 'controlUi');
  if (!isReachable(gateway) || config.isOpen(['gateway', 'controlUi'])) return [];
  if (controlUi['enabled'] === false || controlUi['dangerouslyAllowHostHeaderOriginFallback'] === true)
    return [];
  const origins = arrayAt(controlUi, 'allowedOrigins');
  if (origins.includes('*')) {
    const message = l10n.t('“*” lets every web site talk to the gateway. Name the origins instead.');
    return [
      toFinding(context, 'warning', 'open-origins', {
        path: ['gateway', 'controlUi', 'allowedOrigins'],
        message,
      }),
    ];
  }
  if (origins.length > 0) return [];
  const message = l10n.t(
    'Open to the network, the gateway needs gateway.controlUi.allowedOrigins for its Control UI.',
  );
  return [toFinding(context, 'warning', 'missing-origins', { path: ['gateway', 'bind'], message })];
};

export const dangerousSwitch: Rule = (context) =>
  [...leavesOf(context.config.value)]
    .filter(
      ({ path, value }) =>
        value === true && /^(dangerously|insecure|allowUnsafe)[A-Z]/.test(String(path.at(-1))),
    )
    .map(({ path }) =>
      toFinding(context, 'warning', 'dangerous-switch', {
        path,
        message: l10n.t('This takes a protection away. Leave it on only if nothing else helps.'),
      }),
    );

/** Whether others than the machine itself reach the gateway by its setting; the command line can say otherwise. */
function isReachable(gateway: ConfigRecord): boolean {
  const bind = gateway['bind'];
  if (bind === 'lan' || bind === 'tailnet') return true;
  const host = stringAt(gateway, 'customBindHost') ?? '';
  return bind === 'custom' && !host.startsWith('127.') && !hasVariable(host);
}

function provides({ secrets, env }: Deployment, names: readonly string[]): boolean {
  return names.some((name) => env.includes(name) || secrets.some((secret) => secret.name === name));
}
