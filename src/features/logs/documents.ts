import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';

/** Logs as documents that cannot be changed, each as it was when it was opened. They live as long as they are open. */
export class LogDocuments implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #scheme: string;
  readonly #registration: vscode.Disposable;

  /** @param scheme Of the addresses of the documents; nobody else may have it. */
  constructor(scheme = 'openclaw-log') {
    this.#scheme = scheme;
    this.#registration = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: (uri) => this.#texts.get(uri.query) ?? forgotten(),
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === scheme) this.#texts.delete(uri.query);
      }),
    );
  }

  /** Shows the text. `name` is what the tab is called. */
  async open(name: string, text: string): Promise<void> {
    const query = randomUUID();
    this.#texts.set(query, text);
    const path = `/${name.replaceAll('/', '-')}.log`;
    const uri = vscode.Uri.from({ scheme: this.#scheme, path, query });
    await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  }

  dispose(): void {
    this.#texts.clear();
    this.#registration.dispose();
  }
}

function forgotten(): string {
  return vscode.l10n.t(
    'This log was only kept until the window was reloaded. Open it again from the log view.',
  );
}
