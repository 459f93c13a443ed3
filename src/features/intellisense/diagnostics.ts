import * as vscode from 'vscode';
import type { Finding } from '../../gateway/check/finding.ts';
import { remoteScheme } from '../common/remote-uri.ts';
import type { Services } from '../common/services.ts';
import { toRange } from './convert.ts';
import { factsOf, loadFacts } from './deployment-facts.ts';
import { isConfig } from './documents.ts';
import type { Engine } from './engine.ts';
import type { CheckRequest } from './protocol.ts';
import type { Schemas } from './schemas.ts';

/** How long typing, or the news of a deployment, has to pause, in milliseconds. */
const pauseMs = 250;

/** The findings about open configurations, each by the schema and the deployment of its gateway. */
export class Diagnostics implements vscode.Disposable {
  readonly #services: Services;
  readonly #schemas: Schemas;
  readonly #engine: Engine;
  readonly #collection = vscode.languages.createDiagnosticCollection('openclaw');
  readonly #timers = new Map<vscode.TextDocument, NodeJS.Timeout>();
  readonly #findings = new Map<vscode.TextDocument, readonly Finding[]>();
  /** The judgement of each document that began last; they are counted. */
  readonly #latest = new Map<vscode.TextDocument, number>();
  #judgements = 0;
  readonly #subscriptions: vscode.Disposable;

  constructor(services: Services, schemas: Schemas, engine: Engine) {
    this.#services = services;
    this.#schemas = schemas;
    this.#engine = engine;
    const storeChanges = services.store.onDidChange(() => this.#scheduleAll(pauseMs));
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document, pauseMs)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      schemas.onDidChange(() => this.#scheduleAll(0)),
      new vscode.Disposable(() => storeChanges.dispose()),
    );
    this.#scheduleAll(0);
  }

  /** What is shown about the document now. */
  findingsOf(document: vscode.TextDocument): readonly Finding[] {
    return this.#findings.get(document) ?? [];
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

  #forget(document: vscode.TextDocument): void {
    clearTimeout(this.#timers.get(document));
    this.#timers.delete(document);
    this.#latest.delete(document);
    this.#findings.delete(document);
    this.#collection.delete(document.uri);
  }

  async #judge(document: vscode.TextDocument): Promise<void> {
    this.#judgements += 1;
    const judgement = this.#judgements;
    this.#latest.set(document, judgement);
    const findings = await this.#engine.request('check', await this.#requestFor(document));
    // One by an older text or schema may end after the latest one.
    if (this.#latest.get(document) !== judgement) return;
    this.#findings.set(document, findings);
    this.#collection.set(document.uri, findings.map(toDiagnostic));
  }

  async #requestFor(document: vscode.TextDocument): Promise<CheckRequest> {
    const { uri } = document;
    const { id, own, live } = await this.#schemas.of(uri);
    const target = live && this.#schemas.targetOf(uri);
    // What is read changes the store, which has the document judged again.
    if (target) void loadFacts(this.#services.store, target.app);
    const version = live && 'version' in live ? live.version : undefined;
    const deployment = target && factsOf(this.#services.store, target, version);
    return {
      schema: id,
      text: document.getText(),
      isLocal: uri.scheme !== remoteScheme,
      check: { schemaIsOwn: own, ...(deployment && { deployment }) },
    };
  }
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
} as const;

function toDiagnostic({ range, message, severity, code }: Finding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(range), message, severities[severity]);
  diagnostic.source = 'OpenClaw';
  diagnostic.code = code;
  return diagnostic;
}
