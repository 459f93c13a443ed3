import * as vscode from 'vscode';
import { isConfig } from './documents.ts';
import type { Engine } from './engine.ts';

/** Of files that JSON with comments does not cover. VS Code itself has no such language, so it marks nothing in them. */
export const json5 = 'json5';

/** Opens configurations that are JSON5 as such, since VS Code would call everything in them wrong. */
export class Dialects implements vscode.Disposable {
  readonly #engine: Engine;
  /** What each file was found to be; another choice of the user stays until the file becomes something else. */
  readonly #found = new Map<string, string>();
  readonly #subscriptions: vscode.Disposable;

  constructor(engine: Engine) {
    this.#engine = engine;
    const adapt = (document: vscode.TextDocument): void => {
      // Without an answer the language stays what it is.
      this.#adapt(document).catch(() => undefined);
    };
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument(adapt),
      vscode.workspace.onDidSaveTextDocument(adapt),
      // Of a file that changed on disk. What is half typed has no language yet.
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (!document.isDirty) adapt(document);
      }),
    );
    for (const document of vscode.workspace.textDocuments) adapt(document);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #adapt(document: vscode.TextDocument): Promise<void> {
    if (!isConfig(document)) return;
    const dialect = await this.#engine.request('dialect', document.getText());
    const key = document.uri.toString();
    if (dialect === undefined || dialect === this.#found.get(key) || document.isClosed) return;
    this.#found.set(key, dialect);
    if (dialect !== document.languageId) await vscode.languages.setTextDocumentLanguage(document, dialect);
  }
}
