import * as vscode from 'vscode';
import type { Address } from '../../fly/model.ts';
import { type AddressKind, allocateAddress, dedicatedV4Usd } from '../../fly/verbs/ips.ts';
import type { Confirmation, Operation } from '../common/operations/operation.ts';
import type { Services } from '../common/services.ts';

/** A kind of address, as it is offered. */
interface Kind extends vscode.QuickPickItem {
  readonly type: AddressKind;
}

/** Allocate IP Address: the kinds with what each costs and is for. */
export function allocateOperation({ store, hardened }: Services): Operation<string> {
  return {
    command: 'allocateAddress',
    offered: () => true,
    plan: async (app) => {
      const present = await store.read(app, 'addresses', {});
      const chosen = await vscode.window.showQuickPick(kindsFor(present), {
        title: vscode.l10n.t('Allocate an IP address for {0}', app),
        placeHolder: vscode.l10n.t('Kind of address'),
        matchOnDetail: true,
      });
      if (!chosen) return undefined;
      const { type, label } = chosen;
      return {
        title: vscode.l10n.t('Allocating {0} for {1}', label, app),
        app,
        verbs: [allocateAddress(app, type)],
        ...(type !== 'private_v6' && { confirm: confirmation(app, chosen, hardened.isHardened(app)) }),
        changes: ['addresses'],
        done: vscode.l10n.t('{0} has another address: {1}.', app, label),
      };
    },
  };
}

function confirmation(app: string, { type, label }: Kind, isHardened: boolean): Confirmation {
  const reach = vscode.l10n.t('The internet reaches the services of {0} there.', app);
  const price = vscode.l10n.t('It costs {0} US dollars a month until you release it.', dedicatedV4Usd);
  const again = vscode.l10n.t('The app was made private from here; it is public again then.');
  return {
    question: vscode.l10n.t('Allocate {0} for {1}?', label, app),
    consequence: [reach, ...(type === 'v4' ? [price] : []), ...(isHardened ? [again] : [])].join(' '),
    button: vscode.l10n.t('Allocate'),
  };
}

function kindsFor(present: readonly Address[]): readonly Kind[] {
  const free = vscode.l10n.t('free');
  const kinds: readonly Kind[] = [
    {
      type: 'private_v6',
      label: vscode.l10n.t('Private IPv6'),
      description: free,
      detail: vscode.l10n.t('Only the private network of your organization reaches it (Flycast).'),
    },
    {
      type: 'v6',
      label: vscode.l10n.t('Public IPv6'),
      description: free,
      detail: vscode.l10n.t('An address of the app alone, for everybody who has IPv6.'),
    },
    {
      type: 'shared_v4',
      label: vscode.l10n.t('Shared public IPv4'),
      description: free,
      detail: vscode.l10n.t('Shared with other apps: for HTTPS and other services that name the host.'),
    },
    {
      type: 'v4',
      label: vscode.l10n.t('Dedicated public IPv4'),
      description: vscode.l10n.t('{0} US dollars a month', dedicatedV4Usd),
      detail: vscode.l10n.t('An address of the app alone, for any port.'),
    },
  ];
  return kinds.map((kind) => (present.some(({ type }) => type === kind.type) ? withPresence(kind) : kind));
}

function withPresence(kind: Kind): Kind {
  return { ...kind, description: vscode.l10n.t('{0} · there is one already', kind.description ?? '') };
}
