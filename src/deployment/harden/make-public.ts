import * as l10n from '@vscode/l10n';
import { allocateAddress, type AddressKind } from '../../fly/verbs/ips.ts';
import { deploy } from '../../fly/verbs/deploy.ts';
import { recordAt } from '../../gateway/check/path.ts';
import { configOf, originsStep } from './config.ts';
import type { CommandStep, ExposurePlan } from './plan.ts';
import type { Standing } from './standing.ts';
import { losesVolume, publicToml } from './toml.ts';
import type { Warning } from './warnings.ts';

/** How a private app gets back to the internet: addresses that cost nothing, and the fly.toml that has services. */
export function planPublic(standing: Standing): ExposurePlan {
  const { app } = standing;
  const steps = [
    originsStep(standing, configOf(standing), [`https://${app}.fly.dev`]),
    allocateStep(standing, 'shared_v4', ['v4', 'shared_v4']),
    allocateStep(standing, 'v6', ['v6']),
    deployStep(standing),
  ];
  return {
    app,
    aim: 'public',
    steps: steps.filter((step) => step !== undefined),
    warnings: warningsOf(standing),
  };
}

function allocateStep(
  { app, addresses }: Standing,
  kind: Extract<AddressKind, 'shared_v4' | 'v6'>,
  present: readonly string[],
): CommandStep | undefined {
  if (addresses.some(({ type }) => present.includes(type))) return undefined;
  return {
    kind: 'command',
    id: `allocate:${kind}`,
    title:
      kind === 'v6'
        ? l10n.t('Allocate a public IPv6 address')
        : l10n.t('Allocate a shared public IPv4 address'),
    effect: l10n.t('The internet reaches the services of the app there. It costs nothing.'),
    picked: true,
    verb: allocateAddress(app, kind),
  };
}

/** Ticked from the start: without a service, the addresses lead nowhere. */
function deployStep(standing: Standing): CommandStep | undefined {
  const { app, image, machines } = standing;
  const source = publicToml(standing);
  const isServed = machines.some(({ services }) => services.length > 0);
  if (!source || isServed || image === undefined || losesVolume(standing, source.text)) return undefined;
  const { folder, file } = source;
  return {
    kind: 'command',
    id: 'deploy',
    title: l10n.t('Deploy {0}', file),
    effect: l10n.t(
      'Gives the machines of {0} their services back. They restart. Whatever else the file says comes with it.',
      app,
    ),
    picked: true,
    verb: deploy(app, { folder, file, image }),
  };
}

function warningsOf(standing: Standing): readonly Warning[] {
  const { app, machines } = standing;
  const isServed = machines.some(({ services }) => services.length > 0);
  const isOpen = recordAt(configOf(standing)?.value, 'gateway', 'auth')['mode'] === 'none';
  return [
    {
      code: 'reachable',
      text: l10n.t('Everybody on the internet reaches the gateway at https://{0}.fly.dev.', app),
    },
    ...(isOpen
      ? [{ code: 'auth-none', text: l10n.t('The gateway asks for no token: everybody can use it.') }]
      : []),
    ...(isServed || deployStep(standing)
      ? []
      : [
          {
            code: 'no-service',
            text: l10n.t(
              'The machines have no service, and no fly.toml in this workspace gives them one: nothing answers yet.',
            ),
          },
        ]),
  ];
}
