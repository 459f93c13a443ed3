import { posix } from 'node:path';
import * as vscode from 'vscode';
import { hashOf } from '../../gateway/config.ts';
import { whileCompared } from '../common/comparison.ts';

const scheme = 'openclaw-doctor';

/** Files as a fix would leave them, to be compared with what they are. */
export class Previews implements vscode.Disposable {
  /** By the hash of the text. */
  readonly #texts = new Map<string, string>();
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ authority }) => this.#texts.get(authority),
  });

  /** Shows what the file is and what it would be while the user decides. */
  async during<T>(
    comparison: { readonly uri: vscode.Uri; readonly before: string | undefined; readonly after: string },
    title: string,
    decide: () => Promise<T>,
  ): Promise<T> {
    const { uri, before, after } = comparison;
    const right = this.#show(uri, after);
    const left = before === undefined ? this.#show(uri, '') : uri;
    return whileCompared(left, right, title, decide);
  }

  dispose(): void {
    this.#registration.dispose();
  }

  /** The path has the name that tells the language. */
  #show(uri: vscode.Uri, text: string): vscode.Uri {
    const authority = hashOf(new TextEncoder().encode(text));
    this.#texts.set(authority, text);
    return vscode.Uri.from({ scheme, authority, path: `/${posix.basename(uri.path)}` });
  }
}
