import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

type Picker = vscode.QuickPick<vscode.QuickPickItem>;

/** A list with buttons that the extension shows. It is the real one; only its buttons are pressed from here. */
export class ShownList {
  readonly #picker: Picker;
  readonly #pressed = new vscode.EventEmitter<vscode.QuickPickItemButtonEvent<vscode.QuickPickItem>>();

  constructor(picker: Picker) {
    this.#picker = picker;
    Object.assign(picker, { onDidTriggerItemButton: this.#pressed.event });
  }

  /** The items once the extension knows all that it wants to say in them. */
  async items(): Promise<readonly vscode.QuickPickItem[]> {
    return eventually(() => {
      const { busy, items } = this.#picker;
      return busy || items.length === 0 ? undefined : items;
    });
  }

  /** @param title What the button says when it is pointed at. */
  async press(index: number, title: string): Promise<void> {
    const item = (await this.items())[index];
    const button = item?.buttons?.find(({ tooltip }) => tooltip === title);
    if (!item || !button) throw new Error(`Item ${index} has no button “${title}”.`);
    this.#pressed.fire({ item, button });
  }

  /** Chooses the item that is marked, which is the first one. */
  async accept(): Promise<void> {
    await this.items();
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
}

/** Uses the list that the work shows, until both are done. */
export async function usingList(
  work: () => Thenable<unknown>,
  use: (list: ShownList) => Promise<void>,
): Promise<void> {
  const { createQuickPick } = vscode.window;
  let uses: Promise<void> | undefined;
  const create = (): Picker => {
    const picker = createQuickPick();
    // The work goes on only when the list is closed, also when the use of it failed.
    uses = use(new ShownList(picker)).finally(() => picker.hide());
    return picker;
  };
  Object.assign(vscode.window, { createQuickPick: create });
  try {
    await work();
    await uses;
  } finally {
    Object.assign(vscode.window, { createQuickPick });
  }
}

/**
 * Answers every plain list that the extension shows while the work is done.
 *
 * @param isWanted Which items are chosen; lists that allow one item get the first of them.
 * @returns The items of each list.
 */
export async function choosing(
  isWanted: (item: vscode.QuickPickItem) => boolean,
  work: () => Thenable<unknown>,
): Promise<readonly (readonly vscode.QuickPickItem[])[]> {
  const { showQuickPick } = vscode.window;
  const lists: (readonly vscode.QuickPickItem[])[] = [];
  const choose = async (
    given: readonly vscode.QuickPickItem[] | Thenable<readonly vscode.QuickPickItem[]>,
    options?: vscode.QuickPickOptions,
  ) => {
    const items = await given;
    lists.push(items);
    const wanted = items.filter(isWanted);
    return options?.canPickMany ? wanted : wanted[0];
  };
  Object.assign(vscode.window, { showQuickPick: choose });
  try {
    await work();
  } finally {
    Object.assign(vscode.window, { showQuickPick });
  }
  return lists;
}

/** The texts on both sides of the comparison that is open in front. */
export async function comparedTexts(): Promise<readonly string[]> {
  const { original, modified } = await eventually(() => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputTextDiff ? input : undefined;
  });
  const documents = await Promise.all(
    [original, modified].map((uri) => vscode.workspace.openTextDocument(uri)),
  );
  return documents.map((document) => document.getText());
}
