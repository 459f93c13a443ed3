import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';

const scheme = 'openclaw-machine';

/** What a machine says of itself, as documents that cannot be changed. Each is kept as long as it is open. */
export class MachineDocuments implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registration = vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: ({ query }) => this.#texts.get(query) ?? forgotten(),
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === scheme) this.#texts.delete(uri.query);
    }),
  );

  /** @param name What the tab is called; its ending tells the language. */
  async show(name: string, text: string): Promise<void> {
    await vscode.commands.executeCommand('vscode.open', this.#add(name, text), { preview: true });
  }

  /** Shows how the right text differs from the left one. */
  async compare(title: string, left: string, right: string): Promise<void> {
    const [planned, live] = [this.#add('fly.toml.txt', left), this.#add('machine.txt', right)];
    await vscode.commands.executeCommand('vscode.diff', planned, live, title, { preview: true });
  }

  dispose(): void {
    this.#texts.clear();
    this.#registration.dispose();
  }

  #add(name: string, text: string): vscode.Uri {
    const query = randomUUID();
    this.#texts.set(query, text);
    return vscode.Uri.from({ scheme, path: `/${name.replaceAll('/', '-')}`, query });
  }
}

function forgotten(): string {
  return vscode.l10n.t('This was only kept until the window was reloaded. Open it again from the machine.');
}
