import * as l10n from '@vscode/l10n';
import { explain } from '../../core/explain.ts';
import type { EffectiveConfig } from '../../gateway/check/effective.ts';
import { authVariables, tokenVariable } from '../../gateway/check/auth-variables.ts';
import { recordAt } from '../../gateway/check/path.ts';
import { optionOf } from '../doctor/rules/fly/command.ts';
import { losesVolume, privateToml, publicToml } from './toml.ts';
import type { Standing } from './standing.ts';
import { webhooksOf } from './webhooks.ts';

/** Something that the user should know before. */
export interface Warning {
  readonly code: string;
  readonly text: string;
}

type Source = (standing: Standing, config: EffectiveConfig | undefined) => readonly Warning[];

const sources: readonly Source[] = [names, webhooks, configuration, deploys, auth, bind];

/** What is lost or stays open when the app becomes private. */
export function warningsOf(standing: Standing, config: EffectiveConfig | undefined): readonly Warning[] {
  return sources.flatMap((source) => source(standing, config));
}

function names({ app, addresses, certificates }: Standing): readonly Warning[] {
  if (!addresses.some((address) => address.public)) return [];
  const hosts = [`${app}.fly.dev`, ...certificates.map(({ hostname }) => hostname)];
  return [{ code: 'names', text: l10n.t('Nothing answers at {0} any more.', hosts.join(', ')) }];
}

function webhooks(_: Standing, config: EffectiveConfig | undefined): readonly Warning[] {
  return webhooksOf(config).map(({ name, path, outbound }) => ({
    code: 'webhook',
    text: outbound
      ? l10n.t('{0} hears nothing any more: it waits for requests at {1}. It can ask by itself.', name, path)
      : l10n.t(
          '{0} hears nothing any more: it waits for requests at {1}. It needs a tunnel then.',
          name,
          path,
        ),
  }));
}

function configuration(
  { configFailure, config: source }: Standing,
  config: EffectiveConfig | undefined,
): readonly Warning[] {
  if (config) return [];
  const reason = configFailure
    ? explain(configFailure).sentence
    : source
      ? l10n.t('It is not valid.')
      : l10n.t('There is none.');
  return [
    {
      code: 'config-unread',
      text: l10n.t('openclaw.json could not be looked at: webhooks and origins are unknown. {0}', reason),
    },
  ];
}

/** What a later deploy does. */
function deploys(standing: Standing): readonly Warning[] {
  const { app, machines } = standing;
  const source = publicToml(standing);
  const own = privateToml(standing);
  if (!source && !own) {
    return [
      {
        code: 'no-toml',
        text: l10n.t(
          'No fly.toml of {0} is in this workspace. A deploy of one with services makes the app public again.',
          app,
        ),
      },
    ];
  }
  const lost = own ?? source;
  return [
    ...(source
      ? [
          {
            code: 'public-toml',
            text: l10n.t(
              '{0} has services: whoever deploys with it, a pipeline too, makes {1} public again.',
              source.file,
              app,
            ),
          },
        ]
      : []),
    ...(machines.some(({ services }) => services.length > 0)
      ? [
          {
            code: 'live-services',
            text: l10n.t(
              'The machines keep their services until the next deploy. Only the private network reaches them.',
            ),
          },
        ]
      : []),
    ...(lost && losesVolume(standing, lost.text)
      ? [
          {
            code: 'no-mounts',
            text: l10n.t(
              '{0} has no [mounts], and a machine has a volume. flyctl does not deploy that by itself.',
              lost.file,
            ),
          },
        ]
      : []),
  ];
}

/** Everybody in the organization reaches a private app. */
function auth({ secrets }: Standing, config: EffectiveConfig | undefined): readonly Warning[] {
  if (!config || config.isOpen(['gateway', 'auth'])) return [];
  const settings = recordAt(config.value, 'gateway', 'auth');
  if (settings['mode'] === 'none') {
    return [
      {
        code: 'auth-none',
        text: l10n.t(
          'The gateway asks for no token: everybody in the private network of the organization can use it.',
        ),
      },
    ];
  }
  const isKnown =
    settings['mode'] === 'trusted-proxy' ||
    settings['token'] !== undefined ||
    settings['password'] !== undefined ||
    secrets.some(({ name }) => authVariables.includes(name));
  if (isKnown) return [];
  return [
    {
      code: 'no-token',
      text: l10n.t('No token is set for the gateway. Set the secret {0}.', tokenVariable),
    },
  ];
}

/** `flyctl proxy` comes in over the private network, which a gateway on the loopback does not hear. */
function bind({ machine }: Standing, config: EffectiveConfig | undefined): readonly Warning[] {
  const option = optionOf(machine?.command ?? [], '--bind');
  const value = option ?? recordAt(config?.value, 'gateway')['bind'];
  if (value !== 'loopback') return [];
  return [
    {
      code: 'loopback',
      text: l10n.t('The gateway listens on the loopback only, where flyctl proxy does not reach it.'),
    },
  ];
}
