import * as vscode from 'vscode';
import type { Machine } from '../../fly/model.ts';
import { onCommand } from '../common/on-command.ts';
import { remoteScheme } from '../common/remote-uri.ts';
import type { Services } from '../common/services.ts';
import { deployedMachines, fullName, machineItems } from './deployed-machines.ts';
import { isLocalConfig, localConfigs } from './local-file.ts';
import { readRemoteConfig, showNow } from './remote-config.ts';
import type { Versions } from './versions.ts';

/** One side of a comparison. */
type Side =
  | { readonly kind: 'workspace'; readonly uri: vscode.Uri }
  | { readonly kind: 'machine'; readonly machine: Machine };

type SideItem = vscode.QuickPickItem & { readonly side: Side };

/** Compare openclaw.json: that of the workspace and that of a machine, or those of two machines. */
class Comparison {
  readonly #services: Services;
  readonly #versions: Versions;

  constructor(services: Services, versions: Versions) {
    this.#services = services;
    this.#versions = versions;
  }

  async run(argument: unknown): Promise<void> {
    const subject = await this.#subject(argument);
    const other = subject && (await this.#chooseOther(subject));
    if (!subject || !other) return;
    // What is in the workspace stands on the right, where it can be edited.
    const sides = subject.kind === 'workspace' ? [other, subject] : [subject, other];
    const title = vscode.l10n.t('Comparing openclaw.json');
    const shown = await this.#services.actions.run({ title }, ({ signal }) =>
      Promise.all(sides.map((side) => this.#show(side, signal))),
    );
    if (shown.status !== 'ok') return;
    const [left, right] = shown.value;
    if (!left || !right) return;
    const names = sides.map(nameOf);
    await vscode.commands.executeCommand(
      'vscode.diff',
      left,
      right,
      vscode.l10n.t('openclaw.json: {0} ↔ {1}', ...names),
    );
  }

  /** What the command was called on, the file in the active editor, or the machine that the user chooses. */
  async #subject(argument: unknown): Promise<Side | undefined> {
    const subject = argument ?? configOf(vscode.window.activeTextEditor);
    if (isLocalConfig(subject)) return { kind: 'workspace', uri: subject };
    const machine = await this.#services.machines.choose(subject);
    return machine && { kind: 'machine', machine };
  }

  async #chooseOther(subject: Side): Promise<Side | undefined> {
    const title = vscode.l10n.t('Looking for machines to compare with');
    const found = await this.#services.actions.run({ title }, ({ signal }) =>
      deployedMachines(this.#services, signal),
    );
    if (found.status !== 'ok') return undefined;
    const isOther = ({ id }: Machine): boolean => subject.kind === 'workspace' || id !== subject.machine.id;
    const machines = machineItems(found.value.filter(isOther)).map(({ machine, ...item }): SideItem => ({
      ...item,
      side: { kind: 'machine', machine },
    }));
    const files = subject.kind === 'machine' ? await workspaceItems() : [];
    const items = [...files, ...machines];
    if (items.length === 0) {
      const nothing = vscode.l10n.t('There is no other openclaw.json to compare with.');
      void vscode.window.showInformationMessage(nothing);
      return undefined;
    }
    const placeHolder = vscode.l10n.t('Compare openclaw.json of {0} with', nameOf(subject));
    return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.side;
  }

  async #show(side: Side, signal: AbortSignal): Promise<vscode.Uri> {
    if (side.kind === 'workspace') return side.uri;
    return showNow(this.#versions, await readRemoteConfig(this.#services, side.machine, signal));
  }
}

function configOf(editor: vscode.TextEditor | undefined): vscode.Uri | undefined {
  const uri = editor?.document.uri;
  return uri?.scheme === remoteScheme || isLocalConfig(uri) ? uri : undefined;
}

function nameOf(side: Side): string {
  return side.kind === 'workspace' ? vscode.l10n.t('workspace') : fullName(side.machine);
}

async function workspaceItems(): Promise<SideItem[]> {
  return (await localConfigs()).map((uri) => ({
    side: { kind: 'workspace', uri },
    label: vscode.workspace.asRelativePath(uri),
    description: vscode.l10n.t('workspace'),
  }));
}

/** Compare openclaw.json. */
export function registerCompare(services: Services, versions: Versions): vscode.Disposable {
  const comparison = new Comparison(services, versions);
  return onCommand('compareConfig', (argument) => comparison.run(argument));
}
