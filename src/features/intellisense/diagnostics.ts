import * as vscode from 'vscode';
import type { Finding } from '../../gateway/check/finding.ts';
import type { Services } from '../common/services.ts';
import { remoteScheme } from '../common/remote-uri.ts';
import { toRange } from '../common/text-edits.ts';
import type { Checks } from './checks.ts';
import { json5 } from './dialect.ts';
import { isConfig } from './documents.ts';
import type { Schemas } from './schemas.ts';

/** Who says what is shown here. */
const source = 'OpenClaw';

/** What the schema alone has against a configuration. */
const schemaCodes = new Set(['unknown-key', 'missing-key', 'invalid-key', 'invalid-value']);

/** How long typing, or the news of a deployment, has to pause, in milliseconds. */
const pauseMs = 250;

/** What is known of a document. */
interface Judgement {
  /** Of the text that was judged. */
  readonly version: number;
  readonly findings: readonly Finding[];
  /** Those that VS Code does not show itself. */
  readonly shown: readonly Finding[];
}

/** The findings about open configurations, each by the schema and the deployment of its gateway. */
export class Diagnostics implements vscode.Disposable {
  readonly #services: Services;
  readonly #checks: Checks;
  readonly #collection = vscode.languages.createDiagnosticCollection('openclaw');
  readonly #timers = new Map<vscode.TextDocument, NodeJS.Timeout>();
  readonly #judged = new Map<vscode.TextDocument, Judgement>();
  /** The judgement of each document that began last; they are counted. */
  readonly #latest = new Map<vscode.TextDocument, number>();
  #judgements = 0;
  readonly #subscriptions: vscode.Disposable;

  constructor(services: Services, schemas: Schemas, checks: Checks) {
    this.#services = services;
    this.#checks = checks;
    const storeChanges = services.store.onDidChange(() => this.#scheduleAll(pauseMs));
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document, pauseMs)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => this.#showAgain(uris)),
      schemas.onDidChange(() => this.#scheduleAll(0)),
      new vscode.Disposable(() => storeChanges.dispose()),
    );
    this.#scheduleAll(0);
  }

  /** What is shown about the document; nothing while it is another text than the one that was judged. */
  findingsOf(document: vscode.TextDocument): readonly Finding[] {
    const judged = this.#judged.get(document);
    return judged?.version === document.version ? judged.shown : [];
  }

  /** What is shown there now. */
  at(document: vscode.TextDocument, range: vscode.Range): readonly Finding[] {
    return this.findingsOf(document).filter((finding) => toRange(finding.range).intersection(range));
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#subscriptions.dispose();
    this.#collection.dispose();
  }

  #scheduleAll(ms: number): void {
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, ms);
  }

  #schedule(document: vscode.TextDocument, ms: number): void {
    if (!isConfig(document)) return;
    clearTimeout(this.#timers.get(document));
    const judge = (): void => {
      this.#judge(document).catch((error: unknown) => this.#services.log.error(String(error)));
    };
    this.#timers.set(document, setTimeout(judge, ms));
  }

  /** What VS Code says itself may have changed. */
  #showAgain(uris: readonly vscode.Uri[]): void {
    const changed = new Set(uris.map(String));
    for (const [document, judged] of this.#judged) {
      if (changed.has(document.uri.toString())) this.#show(document, judged);
    }
  }

  #show(document: vscode.TextDocument, judged: Judgement): void {
    const shown = unsaid(document, judged.findings);
    this.#judged.set(document, { ...judged, shown });
    const before = judged.shown;
    if (before.length === shown.length && shown.every((finding, index) => finding === before[index])) return;
    this.#collection.set(document.uri, shown.map(toDiagnostic));
  }

  #forget(document: vscode.TextDocument): void {
    clearTimeout(this.#timers.get(document));
    this.#timers.delete(document);
    this.#latest.delete(document);
    this.#judged.delete(document);
    this.#collection.delete(document.uri);
  }

  async #judge(document: vscode.TextDocument): Promise<void> {
    this.#judgements += 1;
    const judgement = this.#judgements;
    this.#latest.set(document, judgement);
    const { version } = document;
    const findings = await this.#checks.judgeNow(document.uri, document.getText());
    // One by an older text or schema may end after the latest one.
    if (this.#latest.get(document) !== judgement) return;
    this.#show(document, { version, findings, shown: this.#judged.get(document)?.shown ?? [] });
  }
}

/** What VS Code's JSON service does not say itself. It knows no JSON5, and judges no file of a machine by its schema. */
function unsaid({ languageId, uri }: vscode.TextDocument, findings: readonly Finding[]): readonly Finding[] {
  if (languageId === json5) return findings;
  const beyondSyntax = findings.filter(({ code }) => code !== 'syntax');
  if (uri.scheme === remoteScheme) return beyondSyntax;
  const others = vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source !== source);
  const marked = new Set(others.map(({ range }) => keyOf(range.start)));
  return beyondSyntax.filter(({ code, range }) => !schemaCodes.has(code) || !marked.has(keyOf(range.start)));
}

function keyOf({ line, character }: Finding['range']['start']): string {
  return `${line}:${character}`;
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
} as const;

function toDiagnostic({ range, message, severity, code }: Finding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(range), message, severities[severity]);
  diagnostic.source = source;
  diagnostic.code = code;
  return diagnostic;
}
