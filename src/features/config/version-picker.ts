import * as vscode from 'vscode';
import type { HistoryEntry } from '../../gateway/config-history.ts';
import { originLabel, sizeLabel, timeOf } from '../common/version-labels.ts';

/** What can be done with a version. */
export type VersionAct = 'compareWithMachine' | 'compareWithBefore' | 'compareWithAnother' | 'restore';

export interface VersionChoice {
  readonly entry: HistoryEntry;
  readonly act: VersionAct;
}

interface VersionItem extends vscode.QuickPickItem {
  readonly entry: HistoryEntry;
}

interface ActButton extends vscode.QuickInputButton {
  readonly act: VersionAct;
}

interface Question {
  readonly title: string;
  readonly placeholder: string;
  /** The hash of what is on the machine now; nothing when there is no file, or it cannot be asked. */
  readonly onMachine: Promise<string | undefined>;
}

/** Which acts a version has beside the one of choosing it; the oldest has none before it. */
function buttonsOf(isOldest: boolean): ActButton[] {
  const button = (act: VersionAct, icon: string, tooltip: string): ActButton => ({
    act,
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
  });
  const before = button('compareWithBefore', 'arrow-down', vscode.l10n.t('Compare with the Version Before'));
  return [
    button('compareWithMachine', 'diff', vscode.l10n.t('Compare with What Is on the Machine')),
    ...(isOldest ? [] : [before]),
    button('compareWithAnother', 'git-compare', vscode.l10n.t('Compare with Another Version…')),
    button('restore', 'discard', vscode.l10n.t('Restore…')),
  ];
}

function isActButton(button: vscode.QuickInputButton): button is ActButton {
  return 'act' in button;
}

function itemsOf(entries: readonly HistoryEntry[], onMachine: string | undefined): VersionItem[] {
  const current = entries.find(({ sha256 }) => sha256 === onMachine);
  return entries.map((entry, index) => {
    const facts = [originLabel(entry.origin), sizeLabel(entry.bytes)];
    if (entry === current) facts.push(vscode.l10n.t('$(check) on the machine now'));
    const buttons = buttonsOf(index === entries.length - 1);
    return { entry, label: timeOf(entry), description: facts.join(' · '), buttons };
  });
}

/**
 * Lets the user choose what to do with which version. The list is there at once; what is on the machine is marked when
 * that is known. Choosing a version without a button compares it with what is on the machine.
 * @param entries The newest first.
 */
export function chooseVersion(
  entries: readonly HistoryEntry[],
  { title, placeholder, onMachine }: Question,
): Promise<VersionChoice | undefined> {
  const picker = vscode.window.createQuickPick<VersionItem>();
  Object.assign(picker, { title, placeholder, matchOnDescription: true, busy: true });
  picker.items = itemsOf(entries, undefined);
  void onMachine.then((sha256) => {
    const active = picker.activeItems[0]?.entry;
    picker.items = itemsOf(entries, sha256);
    picker.activeItems = picker.items.filter(({ entry }) => entry === active);
    picker.busy = false;
  });
  return new Promise((resolve) => {
    const choose = (item: VersionItem | undefined, act: VersionAct): void => {
      resolve(item && { entry: item.entry, act });
      picker.hide();
    };
    picker.onDidAccept(() => choose(picker.selectedItems[0], 'compareWithMachine'));
    picker.onDidTriggerItemButton(({ item, button }) => {
      if (isActButton(button)) choose(item, button.act);
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

/** Lets the user choose another version to compare this one with. */
export async function chooseOther(
  entries: readonly HistoryEntry[],
  entry: HistoryEntry,
): Promise<HistoryEntry | undefined> {
  const others = itemsOf(entries, undefined)
    .filter((item) => item.entry !== entry)
    .map((item) => ({ ...item, buttons: [] }));
  const placeHolder = vscode.l10n.t('Compare {0} with', timeOf(entry));
  return (await vscode.window.showQuickPick(others, { placeHolder, matchOnDescription: true }))?.entry;
}
