import * as l10n from '@vscode/l10n';
import { restartAgent } from '../../../../fly/verbs/agent.ts';
import type { Rule } from '../../rule.ts';
import { failureOf } from '../../snapshot.ts';

/** No way through WireGuard to the machine, although Fly.io answers. */
export const tunnelTrouble: Rule = {
  code: 'tunnel-trouble',
  layer: 'flyctl',
  examine({ inspection, complaint, log }) {
    const failure = [inspection, complaint, log].map(failureOf).find((each) => each?.kind === 'tunnel');
    if (!failure) return [];
    return [
      {
        severity: 'warning',
        title: l10n.t('flyctl does not get through to the machine'),
        explanation: l10n.t(
          'Its background agent or the WireGuard connection fails. Restart the agent; behind a strict firewall, switch WebSockets with “flyctl wireguard websockets”.',
        ),
        evidence: [{ text: failure.detail, source: 'flyctl' }],
        fixes: [
          {
            kind: 'flyctl',
            title: l10n.t('Restart the agent'),
            verbs: [restartAgent()],
            consequence: l10n.t(
              'Every open connection of flyctl on this computer ends: consoles, proxies, logs.',
            ),
            awaitsGateway: false,
          },
        ],
        link: 'https://fly.io/docs/flyctl/agent/',
      },
    ];
  },
};
