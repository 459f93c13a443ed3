import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';

interface Text {
  /** What the tab is called; its ending tells the language. */
  readonly name: string;
  readonly text: string;
}

/** What something on Fly says of itself, as documents that cannot be changed. Each is kept as long as it is open. */
export class ReadOnlyDocuments implements vscode.Disposable {
  readonly #scheme: string;
  readonly #texts = new Map<string, string>();
  readonly #registration: vscode.Disposable;

  /** @param scheme Of the documents' addresses; nobody else has it. */
  constructor(scheme: string) {
    this.#scheme = scheme;
    this.#registration = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: ({ query }) => this.#texts.get(query) ?? forgotten(),
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === scheme) this.#texts.delete(uri.query);
      }),
    );
  }

  async show(name: string, text: string): Promise<void> {
    await vscode.commands.executeCommand('vscode.open', this.#add({ name, text }), { preview: true });
  }

  /** Shows how the right text differs from the left one. */
  async compare(title: string, left: Text, right: Text): Promise<void> {
    const sides = [this.#add(left), this.#add(right)] as const;
    await vscode.commands.executeCommand('vscode.diff', ...sides, title, { preview: true });
  }

  dispose(): void {
    this.#texts.clear();
    this.#registration.dispose();
  }

  #add({ name, text }: Text): vscode.Uri {
    const query = randomUUID();
    this.#texts.set(query, text);
    return vscode.Uri.from({ scheme: this.#scheme, path: `/${name.replaceAll('/', '-')}`, query });
  }
}

function forgotten(): string {
  return vscode.l10n.t('This was only kept until the window was reloaded. Open it again.');
}
