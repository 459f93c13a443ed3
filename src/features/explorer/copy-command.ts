import * as vscode from 'vscode';
import { commandId } from '../common/commands.ts';
import { onCommand } from '../common/on-command.ts';
import type { Node } from '../common/nodes.ts';
import { copyableCommands } from '../common/operations/copyable.ts';
import type { Offer } from '../common/operations/operations.ts';
import type { Services } from '../common/services.ts';

interface Manifest {
  readonly contributes?: {
    readonly commands?: readonly { readonly command: string; readonly title: string }[];
  };
}

/** What the extension calls its commands in the user's language, by their ids. */
function commandTitles({ extensionUri }: Pick<Services, 'extensionUri'>): ReadonlyMap<string, string> {
  const extension = vscode.extensions.all.find((each) => each.extensionUri.path === extensionUri.path);
  const manifest: Manifest = extension?.packageJSON ?? {};
  return new Map(manifest.contributes?.commands?.map(({ command, title }) => [command, title]));
}

async function chooseOffer(services: Services, offers: readonly Offer[]): Promise<Offer | undefined> {
  const titles = commandTitles(services);
  const items = offers.map((offer) => {
    const id = commandId(offer.command);
    return { label: titles.get(id) ?? id, offer };
  });
  const placeHolder = vscode.l10n.t('Copy the flyctl command of …');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.offer;
}

/**
 * Copies the flyctl commands of something that can be done, with everything that has been chosen for it, instead of doing it.
 * @param selected What is selected in the tree, for a call from the palette
 */
export function registerCopyCommand(services: Services, selected: () => Node | undefined): vscode.Disposable {
  return onCommand('copyFlyctlCommand', async (argument) => {
    const offers = services.operations.offeredFor(argument ?? selected());
    if (offers.length === 0) {
      const text = vscode.l10n.t('Select something in the Deployments view that flyctl can change.');
      void vscode.window.showInformationMessage(text);
      return;
    }
    const plan = await (await chooseOffer(services, offers))?.plan();
    if (!plan) return;
    const commands = copyableCommands(plan);
    await vscode.env.clipboard.writeText(commands);
    void vscode.window.showInformationMessage(vscode.l10n.t('Copied: {0}', commands.replaceAll('\n', ' ; ')));
  });
}
