import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';

const scheme = 'openclaw-log';

/** Logs as documents that cannot be changed, each as it was when it was opened. They live as long as they are open. */
export class LogDocuments implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registration = vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) =>
        this.#texts.get(uri.query) ??
        vscode.l10n.t(
          'This log was only kept until the window was reloaded. Open it again from the log view.',
        ),
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === scheme) this.#texts.delete(uri.query);
    }),
  );

  /** Shows the text. `name` is what the tab is called. */
  async open(name: string, text: string): Promise<void> {
    const query = randomUUID();
    this.#texts.set(query, text);
    const path = `/${name.replaceAll('/', '-')}.log`;
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.from({ scheme, path, query }), {
      preview: false,
    });
  }

  dispose(): void {
    this.#texts.clear();
    this.#registration.dispose();
  }
}
