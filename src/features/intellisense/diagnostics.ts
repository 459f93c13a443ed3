import * as vscode from 'vscode';
import type { Diagnostic } from 'vscode-json-languageservice';
import { toRange } from './convert.ts';
import { isConfig } from './documents.ts';
import { remoteScheme } from '../common/remote-uri.ts';
import type { Engine } from './engine.ts';
import type { Schemas } from './schemas.ts';

/** How long typing has to pause. */
const pauseMs = 250;

/** The problems of open files on machines, each by the schema of its machine. */
export class Diagnostics implements vscode.Disposable {
  readonly #schemas: Schemas;
  readonly #engine: Engine;
  readonly #collection = vscode.languages.createDiagnosticCollection('openclaw');
  readonly #timers = new Map<vscode.TextDocument, NodeJS.Timeout>();
  readonly #subscriptions: vscode.Disposable;

  constructor(schemas: Schemas, engine: Engine) {
    this.#schemas = schemas;
    this.#engine = engine;
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document, pauseMs)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
    );
  }

  /** Judges all open documents again. */
  update(): void {
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, 0);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#subscriptions.dispose();
    this.#collection.dispose();
  }

  #schedule(document: vscode.TextDocument, ms: number): void {
    if (!isConfig(document) || document.uri.scheme !== remoteScheme) return;
    clearTimeout(this.#timers.get(document));
    this.#timers.set(
      document,
      setTimeout(() => void this.#judge(document).catch(() => undefined), ms),
    );
  }

  #forget(document: vscode.TextDocument): void {
    clearTimeout(this.#timers.get(document));
    this.#timers.delete(document);
    this.#collection.delete(document.uri);
  }

  async #judge(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const { id } = await this.#schemas.of(document.uri);
    const found = await this.#engine.request('validate', { schema: id, text: document.getText() });
    if (document.isClosed || document.version !== version) return;
    this.#collection.set(document.uri, found.map(toDiagnostic));
  }
}

function toDiagnostic({ range, message, severity = 1 }: Diagnostic): vscode.Diagnostic {
  // The protocol counts severities from 1, VS Code from 0.
  const diagnostic = new vscode.Diagnostic(
    toRange(range),
    typeof message === 'string' ? message : message.value,
    severity - 1,
  );
  diagnostic.source = 'OpenClaw';
  return diagnostic;
}
