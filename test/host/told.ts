import * as vscode from 'vscode';

export interface Answers {
  /** What is written into input boxes, in their order; a box is left without an answer, or when it does not take it. */
  readonly inputs?: readonly string[];
  /** The label of what is chosen in a list of one choice; of several, all that is picked already is taken. */
  readonly pick?: string;
  /** The button that is pressed wherever there is one of the name. */
  readonly button?: string;
  readonly file?: string;
}

/** Answers the extension while the work is done. @returns Everything that was asked and told, in words. */
export async function told(answers: Answers, work: () => Thenable<unknown>): Promise<readonly string[]> {
  const { showInputBox, showQuickPick, showWarningMessage, showErrorMessage, showInformationMessage } =
    vscode.window;
  const { showOpenDialog, setStatusBarMessage, withProgress } = vscode.window;
  const before = {
    showInputBox,
    showQuickPick,
    showWarningMessage,
    showErrorMessage,
    showInformationMessage,
  };
  const inputs = [...(answers.inputs ?? [])];
  const texts: string[] = [];
  const note = (...parts: readonly unknown[]): number => texts.push(JSON.stringify(parts));
  const choose = async (
    list: readonly vscode.QuickPickItem[] | Thenable<readonly vscode.QuickPickItem[]>,
    options?: vscode.QuickPickOptions,
  ): Promise<unknown> => {
    const items = await list;
    note(
      items.map(({ label, description, detail }) => [label, description, detail]),
      options?.title,
      options?.placeHolder,
    );
    return options?.canPickMany
      ? items.filter(({ picked }) => picked)
      : items.find(({ label }) => label === answers.pick);
  };
  const press = async (...message: readonly unknown[]): Promise<string | undefined> => {
    note(...message);
    return message.includes(answers.button) ? answers.button : undefined;
  };
  Object.assign(vscode.window, {
    showInputBox: async (options: vscode.InputBoxOptions) => {
      const text = inputs.shift();
      const problem = text === undefined ? undefined : await options.validateInput?.(text);
      note(options, problem);
      return refuses(problem) ? undefined : text;
    },
    showQuickPick: choose,
    showWarningMessage: press,
    showInformationMessage: press,
    showErrorMessage: async (...message: unknown[]) => void note(...message),
    showOpenDialog: async () => (answers.file === undefined ? undefined : [vscode.Uri.file(answers.file)]),
    setStatusBarMessage: (text: string, ms: number) => (note(text), setStatusBarMessage(text, ms)),
    withProgress: (...[options, task]: Parameters<typeof withProgress>) => (
      note(options),
      withProgress(options, task)
    ),
  });
  try {
    await work();
  } finally {
    Object.assign(vscode.window, { ...before, showOpenDialog, setStatusBarMessage, withProgress });
  }
  return texts;
}

/** VS Code takes a text of which something is only remarked. */
function refuses(problem: string | vscode.InputBoxValidationMessage | null | undefined): boolean {
  if (typeof problem === 'string') return problem !== '';
  return problem?.severity === vscode.InputBoxValidationSeverity.Error;
}
