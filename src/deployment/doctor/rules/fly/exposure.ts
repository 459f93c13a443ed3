import * as l10n from '@vscode/l10n';
import { releaseAddress } from '../../../../fly/verbs/ips.ts';
import type { Rule } from '../../rule.ts';
import { dataOf } from '../../snapshot.ts';
import { placeIn } from './shown.ts';
import { liveMachine, planOf } from './subject.ts';

/** Addresses of the internet on an app whose fly.toml has no service, as the private one of OpenClaw has none. */
export const publicAddresses: Rule = {
  code: 'public-addresses',
  layer: 'fly',
  examine(snapshot) {
    const plan = planOf(snapshot);
    const found = (dataOf(snapshot.addresses) ?? []).filter((address) => address.public);
    if (!plan || plan.services.length > 0 || found.length === 0) return [];
    const isServed = (liveMachine(snapshot)?.services.length ?? 0) > 0;
    return [
      {
        severity: isServed ? 'error' : 'warning',
        title: l10n.t('The app is meant to be private, and has public addresses'),
        explanation: isServed
          ? l10n.t(
              'The internet reaches the gateway: its machine still has a service. Release the addresses and deploy.',
            )
          : l10n.t(
              'fly.toml has no service, so that nobody needs them. A later service would be open to the internet.',
            ),
        evidence: found.map(({ address, type }) => ({
          text: `${address} (${type})`,
          source: l10n.t('addresses of the app'),
        })),
        place: placeIn(plan.file, ['app']),
        fixes: [
          {
            kind: 'flyctl',
            title: l10n.t('Release the public addresses'),
            verbs: found.map(({ address }) => releaseAddress(snapshot.app, address)),
            consequence: l10n.t(
              'https://{0}.fly.dev no longer works. Addresses that are allocated later are others.',
              snapshot.app,
            ),
            awaitsGateway: false,
          },
        ],
        link: 'https://docs.openclaw.ai/install/fly#private-deployment-hardened',
      },
    ];
  },
};
