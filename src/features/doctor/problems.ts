import * as vscode from 'vscode';
import { moved } from '../../core/moved.ts';
import type { Range } from '../../core/text.ts';
import type { Diagnosis } from '../../deployment/doctor/examine.ts';
import type { Examination } from '../../deployment/doctor/report-text.ts';
import { toRange } from '../common/text-edits.ts';
import { openDocument } from './documents.ts';
import { placeOf } from './place.ts';

/** Who says what is shown here. */
const source = 'OpenClaw Doctor';
/** Says the same of a configuration while it is open; its fixes are nearer to the text. */
const editorSource = 'OpenClaw';

/** A diagnosis at its place in a file. */
export interface Problem {
  readonly examination: Examination;
  readonly diagnosis: Diagnosis;
  /** Where it is now: lines above it may have been added. */
  readonly range: Range;
}

/** What the doctor found, in Problems. It goes when the file is edited at that place. */
export class Problems implements vscode.Disposable {
  readonly #redact: (text: string) => string;
  readonly #collection = vscode.languages.createDiagnosticCollection('openclaw-doctor');
  /** By the addresses of the files; of examinations of a deployment, and of files alone. */
  readonly #ofDeployments = new Map<string, readonly Problem[]>();
  readonly #ofFiles = new Map<string, readonly Problem[]>();
  readonly #shown = new Map<string, readonly Problem[]>();
  readonly #subscriptions: vscode.Disposable;

  constructor(redact: (text: string) => string) {
    this.#redact = redact;
    const watcher = vscode.workspace.createFileSystemWatcher('**/{fly.toml,fly.private.toml}');
    this.#subscriptions = vscode.Disposable.from(
      this.#collection,
      watcher,
      watcher.onDidChange((uri) => this.#forgetUnseen(uri)),
      watcher.onDidDelete((uri) => this.#forgetUnseen(uri)),
      vscode.workspace.onDidChangeTextDocument((change) => this.#follow(change)),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => uris.forEach((uri) => this.#publish(uri))),
    );
  }

  /** Shows what an examination of a deployment found, in place of what the one before did. */
  show(examination: Examination): void {
    const { app } = examination.snapshot;
    const files = new Map<string, Problem[]>();
    for (const [uri, problems] of this.#ofDeployments) {
      files.set(
        uri,
        problems.filter((problem) => problem.examination.snapshot.app !== app),
      );
    }
    for (const { uri, ...problem } of problemsOf(examination)) {
      files.set(uri.toString(), [...(files.get(uri.toString()) ?? []), problem]);
    }
    for (const [uri, problems] of files) this.#set(this.#ofDeployments, vscode.Uri.parse(uri), problems);
  }

  /** Shows what a file alone tells, in place of what it told before. */
  showFile(uri: vscode.Uri, examination: Examination | undefined): void {
    const found = examination ? problemsOf(examination) : [];
    this.#set(
      this.#ofFiles,
      uri,
      found.filter((problem) => problem.uri.toString() === uri.toString()),
    );
  }

  /** What is known of that place, also where an editor says it already; what the deployment tells comes first. */
  at({ uri }: vscode.TextDocument, range: vscode.Range): readonly Problem[] {
    return this.#heldOf(uri).filter((problem) => toRange(problem.range).intersection(range));
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #set(to: Map<string, readonly Problem[]>, uri: vscode.Uri, problems: readonly Problem[]): void {
    if (problems.length > 0) to.set(uri.toString(), problems);
    else to.delete(uri.toString());
    this.#publish(uri);
  }

  /** A file that changed while no editor has it is another one than was examined. */
  #forgetUnseen(uri: vscode.Uri): void {
    if (!openDocument(uri)) this.#set(this.#ofDeployments, uri, []);
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    for (const held of [this.#ofDeployments, this.#ofFiles]) {
      const problems = held.get(document.uri.toString());
      if (problems && contentChanges.length > 0)
        this.#set(held, document.uri, follow(problems, contentChanges));
    }
  }

  #heldOf(uri: vscode.Uri): readonly Problem[] {
    const key = uri.toString();
    return [...(this.#ofDeployments.get(key) ?? []), ...(this.#ofFiles.get(key) ?? [])];
  }

  #publish(uri: vscode.Uri): void {
    const key = uri.toString();
    const before = this.#shown.get(key) ?? [];
    const held = this.#heldOf(uri);
    if (before.length === 0 && held.length === 0) return;
    const shown = withoutSaid(uri, unique(held));
    if (shown.length === before.length && shown.every((problem, index) => problem === before[index])) return;
    if (shown.length > 0) this.#shown.set(key, shown);
    else this.#shown.delete(key);
    this.#collection.set(
      uri,
      shown.map((problem) => this.#toDiagnostic(problem)),
    );
  }

  #toDiagnostic({ diagnosis, range }: Problem): vscode.Diagnostic {
    const { title, explanation, severity, code, link } = diagnosis;
    const message = this.#redact(vscode.l10n.t('{0}. {1}', title, explanation));
    const diagnostic = new vscode.Diagnostic(toRange(range), message, severities[severity]);
    diagnostic.source = source;
    diagnostic.code = link === undefined ? code : { value: code, target: vscode.Uri.parse(link) };
    return diagnostic;
  }
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
} as const;

/** What is about a line of a file that is still the one that was examined. */
function problemsOf(examination: Examination): readonly (Problem & { readonly uri: vscode.Uri })[] {
  return examination.diagnoses.flatMap((diagnosis) => {
    const place = placeOf(examination.snapshot, diagnosis);
    if (!place || (openDocument(place.uri)?.getText() ?? place.text) !== place.text) return [];
    return [{ examination, diagnosis, range: place.range, uri: place.uri }];
  });
}

function follow(
  problems: readonly Problem[],
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): readonly Problem[] {
  return changes.reduce<readonly Problem[]>(
    (held, change) =>
      held.flatMap((problem) => {
        const range = moved(problem.range, change);
        return range ? [range === problem.range ? problem : { ...problem, range }] : [];
      }),
    problems,
  );
}

/** A file alone tells some of what an examination of its deployment tells. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  const keys = problems.map(({ diagnosis, range }) => JSON.stringify([diagnosis.code, range]));
  return problems.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

function withoutSaid(uri: vscode.Uri, problems: readonly Problem[]): readonly Problem[] {
  const others = vscode.languages.getDiagnostics(uri).filter((other) => other.source === editorSource);
  return problems.filter(
    ({ range }) => !others.some((other) => other.range.start.isEqual(toRange(range).start)),
  );
}
