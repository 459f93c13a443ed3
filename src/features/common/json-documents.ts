import * as vscode from 'vscode';

const scheme = 'openclaw-json';

/** Read-only documents that show what Fly told of something, as JSON. */
export class JsonDocuments implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions = vscode.Disposable.from(
    this.#changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: (uri) => this.#texts.get(uri.toString()),
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
  );

  /** @param path Names the document and stays the same for the same thing, e.g. `my-app/v3`. */
  async show(path: string, value: object): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/${path}.json` });
    this.#texts.set(uri.toString(), `${JSON.stringify(value, null, 2)}\n`);
    this.#changed.fire(uri);
    await vscode.window.showTextDocument(uri, { preview: true });
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
