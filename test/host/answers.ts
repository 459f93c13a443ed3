import * as vscode from 'vscode';

/**
 * Answers the questions of the extension while the work is done.
 *
 * @param answer The button that is pressed each time; none when left out.
 * @returns What was asked: each question with its detail.
 */
export async function answering(
  answer: string | undefined,
  work: () => Promise<unknown>,
): Promise<readonly string[]> {
  const { showWarningMessage } = vscode.window;
  const asked: string[] = [];
  const answered = async (message: string, options?: vscode.MessageOptions): Promise<string | undefined> => {
    asked.push(`${message}\n${options?.detail ?? ''}`);
    return answer;
  };
  Object.assign(vscode.window, { showWarningMessage: answered });
  try {
    await work();
  } finally {
    Object.assign(vscode.window, { showWarningMessage });
  }
  return asked;
}

/**
 * Answers questions and messages of the extension in their order while the work is done.
 *
 * @param answers The button that is pressed each time; from the end of the list on, none is.
 * @param work Is given what was asked and told so far.
 * @returns What was asked and told: each with its detail.
 */
export async function answeringEach(
  answers: readonly string[],
  work: (asked: readonly string[]) => Promise<unknown>,
): Promise<readonly string[]> {
  const { showWarningMessage, showInformationMessage } = vscode.window;
  const asked: string[] = [];
  const answered = async (message: string, options?: vscode.MessageOptions): Promise<string | undefined> => {
    asked.push(`${message}\n${options?.detail ?? ''}`);
    return answers[asked.length - 1];
  };
  Object.assign(vscode.window, { showWarningMessage: answered, showInformationMessage: answered });
  try {
    await work(asked);
  } finally {
    Object.assign(vscode.window, { showWarningMessage, showInformationMessage });
  }
  return asked;
}
