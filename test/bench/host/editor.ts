import { appendFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { calm } from '../calm.ts';

/** Editors in a fresh window: first one of an ordinary size, then one of 2,000 lines. */
export interface EditorTimes {
  /** Milliseconds from the request to open the first file until what the schema and the rules have against it is shown. */
  readonly firstDiagnosticsMs: number;
  /** Milliseconds from each request to its list, after a change of the text. */
  readonly completionMs: readonly number[];
}

/** Completion is asked for at every so many lines. */
const everyLine = 40;

/** Measures in the workspace's `ordinary/openclaw.json` and `long/openclaw.json`, and appends `EditorTimes` to `OPENCLAW_BENCH_RESULTS`. */
export async function run(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('There is no workspace.');
  const fileIn = (name: string): vscode.Uri => vscode.Uri.joinPath(folder.uri, name, 'openclaw.json');
  await calm();
  const firstDiagnosticsMs = await timeDiagnostics(fileIn('ordinary'));
  await vscode.window.showTextDocument(fileIn('long'));
  await calm();
  const times: EditorTimes = { firstDiagnosticsMs, completionMs: await timeCompletions(fileIn('long')) };
  appendFileSync(process.env['OPENCLAW_BENCH_RESULTS'] ?? '', `${JSON.stringify(times)}\n`);
}

/** The file has one error that the schema sees, and one that only a rule does. */
function timeDiagnostics(file: vscode.Uri): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    vscode.languages.onDidChangeDiagnostics(() => {
      const sources = vscode.languages.getDiagnostics(file).map(({ source }) => source === 'OpenClaw');
      if (sources.includes(true) && sources.includes(false)) resolve(performance.now() - started);
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
