import { appendFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { calm } from '../calm.ts';

/** Editors in a fresh window: first one of an ordinary size, then one of 2,000 lines. */
export interface EditorTimes {
  /** Milliseconds from the request to open the first file, when VS Code has read JSON before, until what the schema and the rules have against it is shown. */
  readonly firstDiagnosticsMs: number;
  /** Milliseconds from each request to its list, after a change of the text that VS Code has judged. */
  readonly completionMs: readonly number[];
}

/** Completion is asked for at every so many lines. */
const everyLine = 40;

/** Measures in the workspace's `openclaw.json` and `long/openclaw.json`, and appends `EditorTimes` to `OPENCLAW_BENCH_RESULTS`. */
export async function run(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('There is no workspace.');
  const [ordinary, long] = ['openclaw.json', 'long/openclaw.json'].map((path) =>
    vscode.Uri.joinPath(folder.uri, path),
  );
  if (!ordinary || !long) return;
  await startJsonSupport();
  await calm();
  const firstDiagnosticsMs = await timeDiagnostics(ordinary);
  await vscode.window.showTextDocument(long);
  await calm();
  const times: EditorTimes = { firstDiagnosticsMs, completionMs: await timeCompletions(long) };
  appendFileSync(process.env['OPENCLAW_BENCH_RESULTS'] ?? '', `${JSON.stringify(times)}\n`);
}

/** VS Code's own support of JSON takes a second to start with the first JSON file of a window, whatever is in it. */
async function startJsonSupport(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'json', content: '{ wrong' });
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (vscode.languages.getDiagnostics(document.uri).length > 0) resolve();
    };
    vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}

/** Where the file has an error that the schema sees, and one that only a rule does. */
const wrongLines = [2, 3];

/** Until both are shown, whether by VS Code itself or by the extension. */
function timeDiagnostics(file: vscode.Uri): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    vscode.languages.onDidChangeDiagnostics(() => {
      const lines = vscode.languages.getDiagnostics(file).map(({ range }) => range.start.line);
      if (wrongLines.every((line) => lines.includes(line))) resolve(performance.now() - started);
    });
    vscode.window.showTextDocument(file).then(undefined, reject);
  });
}

async function timeCompletions(file: vscode.Uri): Promise<number[]> {
  const document = await vscode.workspace.openTextDocument(file);
  const taken: number[] = [];
  for (let line = 1; line < document.lineCount - 1; line += everyLine) {
    const at = document.lineAt(line).range.end;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(file, at, ' ');
    await vscode.workspace.applyEdit(edit);
    // Behind this the JSON service has read the change and judged it, for which VS Code asks with every change.
    await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', file);
    const started = performance.now();
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      file,
      new vscode.Position(line, document.lineAt(line).firstNonWhitespaceCharacterIndex + 1),
    );
    taken.push(performance.now() - started);
    if (list.items.length === 0 && line === 1) throw new Error('Nothing was offered.');
  }
  return taken;
}
