import * as vscode from 'vscode';
import { Failure } from '../../core/errors.ts';
import { examine } from '../../deployment/doctor/examine.ts';
import type { Examination } from '../../deployment/doctor/report-text.ts';
import type { Snapshot, TomlFile } from '../../deployment/doctor/snapshot.ts';
import { isFlyToml } from './fly-toml.ts';
import type { Problems } from './problems.ts';
import { tomlFileFrom } from './toml-file.ts';

/** How long typing has to pause, in milliseconds. */
const pauseMs = 300;

/** What tells that a fly.toml is one for OpenClaw; a workspace may deploy anything. */
const openclaw = /openclaw|clawdbot|moltbot/i;

/** Shows in each open fly.toml what its text alone tells. Nothing is run for it. */
export class QuietChecks implements vscode.Disposable {
  readonly #problems: Problems;
  readonly #timers = new Map<vscode.TextDocument, NodeJS.Timeout>();
  readonly #subscriptions: vscode.Disposable;

  constructor(problems: Problems) {
    this.#problems = problems;
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document, pauseMs)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
    );
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, 0);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#subscriptions.dispose();
  }

  #schedule(document: vscode.TextDocument, ms: number): void {
    if (!isFlyToml(document)) return;
    clearTimeout(this.#timers.get(document));
    this.#timers.set(
      document,
      setTimeout(() => this.#check(document), ms),
    );
  }

  #check(document: vscode.TextDocument): void {
    this.#problems.showFile(document.uri, examineFile(document));
  }

  #forget(document: vscode.TextDocument): void {
    if (!isFlyToml(document)) return;
    clearTimeout(this.#timers.get(document));
    this.#timers.delete(document);
    this.#problems.showFile(document.uri, undefined);
  }
}

function examineFile(document: vscode.TextDocument): Examination | undefined {
  const text = document.getText();
  if (!openclaw.test(text)) return undefined;
  const snapshot = snapshotOf(tomlFileFrom(document.uri, text));
  // Nobody asked, so advice waits for those who do.
  return { snapshot, diagnoses: examine(snapshot).filter(({ severity }) => severity !== 'info') };
}

/** Nothing but the file is known. */
function snapshotOf(tomlFile: TomlFile): Snapshot {
  const app = tomlFile.toml.valueAt(['app']);
  const unread = { failure: new Failure('cancelled') };
  return {
    app: typeof app === 'string' ? app : '',
    takenAtMs: Date.now(),
    flyctl: { binary: unread, others: [], account: unread },
    tomlFile,
    machines: unread,
    addresses: unread,
    certificates: unread,
    volumes: unread,
    secrets: unread,
    log: unread,
    configFindings: [],
  };
}
