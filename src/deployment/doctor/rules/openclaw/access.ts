import * as l10n from '@vscode/l10n';
import { unsetSecret } from '../../../../fly/verbs/secrets.ts';
import { authVariables, tokenVariable } from '../../../../gateway/check/auth-variables.ts';
import { type ConfigRecord, recordAt } from '../../../../gateway/check/path.ts';
import type { Inspection } from '../../../../gateway/inspect/inspection.ts';
import type { Evidence, Finding, Fix } from '../../finding.ts';
import { dataOf, type Snapshot } from '../../snapshot.ts';
import { optionOf } from '../fly/command.ts';
import { commandOf, configOf, insideRule, isSet, secretStatus } from './facts.ts';
import { deployStaged, links, openConfig, setSecret, showLogs } from './fixes.ts';

/** How the gateway knows its clients, from all places that can say it. */
interface Auth {
  /** As set; nothing when the gateway decides by what it has. */
  readonly mode: string | undefined;
  readonly hasSecret: boolean;
  /** Whether an included file can say more. */
  readonly isOpen: boolean;
}

function authOf(inspection: Inspection, snapshot: Snapshot): Auth {
  const command = commandOf(inspection, snapshot);
  const view = configOf(inspection);
  const auth: ConfigRecord = recordAt(view?.config.value, 'gateway', 'auth');
  const { mode } = auth;
  return {
    mode: optionOf(command, '--auth') ?? (typeof mode === 'string' ? mode : undefined),
    hasSecret:
      ['token', 'password'].some(
        (key) => auth[key] !== undefined || optionOf(command, `--${key}`) !== undefined,
      ) || authVariables.some((name) => isSet(inspection, snapshot, name)),
    isOpen: inspection.config !== undefined && (view?.config.isOpen(['gateway', 'auth']) ?? true),
  };
}

/** Where the gateway opens itself to the network: as a running one does, else as it is told to. Nothing on loopback. */
function openingOf(inspection: Inspection, snapshot: Snapshot): Evidence | undefined {
  const listens = inspection.gateways.flatMap((gateway) => gateway.listens);
  const open = listens.find((address) => !/^(?:127\.|\[::1\]|localhost)/.test(address));
  if (open !== undefined) return { text: open, source: l10n.t('addresses of the gateway') };
  if (listens.length > 0) return undefined;
  const option = optionOf(commandOf(inspection, snapshot), '--bind');
  const value = recordAt(configOf(inspection)?.config.value, 'gateway')['bind'];
  const bind = option ?? value;
  if (bind !== 'lan' && bind !== 'tailnet') return undefined;
  return option === undefined
    ? { text: `gateway.bind: ${bind}`, source: 'openclaw.json' }
    : { text: `--bind ${bind}`, source: l10n.t('command') };
}

function placeOf(inspection: Inspection, path: readonly string[]): Pick<Finding, 'place'> {
  const view = configOf(inspection);
  if (!view) return {};
  return { place: { file: 'openclaw.json', range: view.document.rangeOfValue(path) } };
}

/** Everyone who reaches the machine can use the gateway. */
export const openGateway = insideRule('gateway-open', (inspection, snapshot) => {
  const opening = openingOf(inspection, snapshot);
  if (!opening || authOf(inspection, snapshot).mode !== 'none') return [];
  return [
    {
      severity: 'error',
      title: l10n.t('A gateway on the network has the auth mode “none”'),
      explanation:
        inspection.health.state === 'ready'
          ? l10n.t(
              'Everyone who reaches it can use it. Set the mode to “token”, and the secret {0}.',
              tokenVariable,
            )
          : l10n.t(
              'It refuses to start like this. Set the mode to “token”, and the secret {0}.',
              tokenVariable,
            ),
      evidence: [opening, { text: 'gateway.auth.mode: none', source: 'openclaw.json' }],
      ...placeOf(inspection, ['gateway', 'auth', 'mode']),
      fixes: [openConfig(), setSecret(tokenVariable)],
      link: links.secrets,
    },
  ];
});

/** No token, and none on its way. A gateway that is ready has one of its own making. */
export const missingToken = insideRule('token-missing', (inspection, snapshot) => {
  const opening = lacksToken(inspection, snapshot);
  if (!opening || secretStatus(snapshot, tokenVariable) !== undefined) return [];
  return [
    {
      severity: 'error',
      title: l10n.t('{0} is not set', tokenVariable),
      explanation: l10n.t(
        'The gateway does not open itself to the network without a token or a password, and so does not start.',
      ),
      evidence: [opening],
      fixes: [setSecret(tokenVariable)],
      link: links.secrets,
    },
  ];
});

/** The token was set and waits for a deploy. */
export const stagedToken = insideRule('token-staged', (inspection, snapshot) => {
  const opening = lacksToken(inspection, snapshot);
  if (!opening || secretStatus(snapshot, tokenVariable) !== 'staged') return [];
  return [
    {
      severity: 'error',
      title: l10n.t('{0} is staged but not deployed', tokenVariable),
      explanation: l10n.t('The machine does not have it yet, so that the gateway does not start.'),
      evidence: [{ text: `${tokenVariable}: Staged`, source: l10n.t('secrets of the app') }, opening],
      fixes: [deployStaged(snapshot)],
      link: links.secrets,
    },
  ];
});

function lacksToken(inspection: Inspection, snapshot: Snapshot): Evidence | undefined {
  const { mode, hasSecret, isOpen } = authOf(inspection, snapshot);
  const isFine = hasSecret || isOpen || mode === 'trusted-proxy' || mode === 'none';
  return isFine || inspection.health.state === 'ready' ? undefined : openingOf(inspection, snapshot);
}

/** Both at once is a start error (superfly/docs#2414). */
export const proxyAndToken = insideRule('trusted-proxy-token', (inspection, snapshot) => {
  const auth = recordAt(configOf(inspection)?.config.value, 'gateway', 'auth');
  const isVariable = isSet(inspection, snapshot, tokenVariable);
  if (authOf(inspection, snapshot).mode !== 'trusted-proxy' || !(isVariable || auth['token'] !== undefined))
    return [];
  const source = isVariable ? l10n.t('environment of the gateway') : 'openclaw.json';
  return [
    {
      severity: inspection.health.state === 'ready' ? 'warning' : 'error',
      title: l10n.t('The auth mode is “trusted-proxy”, and there is a token as well'),
      explanation: l10n.t('The gateway does not start with both. Take the token away, or change the mode.'),
      evidence: [
        { text: 'gateway.auth.mode: trusted-proxy', source: 'openclaw.json' },
        { text: isVariable ? tokenVariable : 'gateway.auth.token', source },
      ],
      ...placeOf(inspection, ['gateway', 'auth', 'mode']),
      fixes: [...takeAway(snapshot), openConfig(), showLogs()],
      link: links.secrets,
    },
  ];
});

function takeAway(snapshot: Snapshot): readonly Fix[] {
  const { app, secrets } = snapshot;
  if (!dataOf(secrets)?.some(({ name }) => name === tokenVariable)) return [];
  return [
    {
      kind: 'flyctl',
      title: l10n.t('Remove the secret {0}', tokenVariable),
      verbs: [unsetSecret(app, tokenVariable)],
      consequence: l10n.t('Its value is lost, and all machines of {0} restart.', app),
      awaitsGateway: true,
    },
  ];
}
