import * as vscode from 'vscode';
import type { Address } from '../../fly/model.ts';
import { releaseAddress } from '../../fly/verbs/ips.ts';
import type { Operation } from '../common/operations/operation.ts';
import type { OfApp } from '../common/operations/subjects.ts';
import type { Services } from '../common/services.ts';

/** Release: says whether the app is still reached afterwards. Addresses of egress are released by another command. */
export function releaseOperation({ store }: Services): Operation<OfApp<Address>> {
  return {
    command: 'releaseAddress',
    offered: ({ value }) => !value.type.startsWith('egress_'),
    plan: async ({ app, value }) => {
      const { address } = value;
      const others = (await store.read(app, 'addresses', {})).filter((other) => other.address !== address);
      return {
        title: vscode.l10n.t('Releasing {0} of {1}', address, app),
        app,
        verbs: [releaseAddress(app, address)],
        confirm: {
          question: vscode.l10n.t('Release {0} of {1}?', address, app),
          consequence: consequenceOf(app, value, others),
          button: vscode.l10n.t('Release'),
        },
        changes: ['addresses'],
        done: vscode.l10n.t('{0} is released.', address),
      };
    },
  };
}

function consequenceOf(app: string, address: Address, others: readonly Address[]): string {
  const open = others.filter((other) => other.public).map((other) => other.address);
  if (!address.public) {
    return vscode.l10n.t(
      'The private network of the organization does not reach the services of {0} there any more. flyctl proxy and SSH still work.',
      app,
    );
  }
  const reach =
    open.length > 0
      ? vscode.l10n.t('The internet still reaches {0} at {1}.', app, open.join(', '))
      : vscode.l10n.t(
          'The internet does not reach {0} any more: https://{0}.fly.dev and all webhooks stop working.',
          app,
        );
  const names = vscode.l10n.t('Names that you have pointed at it lead nowhere.');
  const later = vscode.l10n.t('Fly may give another address when you allocate one again.');
  return address.type === 'shared_v4' ? `${reach} ${names}` : `${reach} ${names} ${later}`;
}
