import { posix } from 'node:path';
import * as vscode from 'vscode';
import { whileCompared } from '../common/comparison.ts';

const scheme = 'openclaw-harden';

/** Pages that are read, and files as a plan would leave them. */
export class Documents implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: this.#changed.event,
    provideTextDocumentContent: (uri) => this.#texts.get(uri.path),
  });

  /** Shows a page of Markdown as it is meant to be read. @param title Of its tab; the same title is the same page. */
  async show(title: string, markdown: string): Promise<void> {
    const uri = this.update(title, markdown);
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  }

  /** Changes a page, wherever it is shown. */
  update(title: string, markdown: string): vscode.Uri {
    return this.#put(`/${title}.md`, markdown);
  }

  /** Shows what a file is and what it would be while the user decides. */
  async during<T>(
    change: { readonly file: string; readonly before: string; readonly after: string },
    title: string,
    decide: () => Promise<T>,
  ): Promise<T> {
    const name = posix.basename(change.file);
    const left = this.#put(`/before/${name}`, change.before);
    const right = this.#put(`/after/${name}`, change.after);
    return whileCompared(left, right, title, decide);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  #put(path: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme, path });
    this.#texts.set(path, text);
    this.#changed.fire(uri);
    return uri;
  }
}
