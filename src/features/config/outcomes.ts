import * as vscode from 'vscode';
import type { Machine } from '../../fly/model.ts';
import { machineLabel } from '../common/machine-state.ts';

/** What became of a file that was to be pushed to a machine. */
export interface Outcome {
  readonly machine: Machine;
  readonly result: 'pushed' | 'alreadyThere' | 'notPushed' | 'unknown' | 'notTried';
  /** In a sentence; empty when the result says it all. */
  readonly why: string;
}

const scheme = 'openclaw-outcomes';

function resultLabel(result: Outcome['result']): string {
  switch (result) {
    case 'pushed':
      return vscode.l10n.t('Pushed');
    case 'alreadyThere':
      return vscode.l10n.t('Had it already');
    case 'notPushed':
      return vscode.l10n.t('Not pushed');
    case 'unknown':
      return vscode.l10n.t('Not known');
    case 'notTried':
      return vscode.l10n.t('Not tried');
  }
}

/** Text from a machine stays text: it cannot become markup, and it stays in its cell. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()<>#|!~&]/g, '\\$&');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A table in Markdown with one row for each machine, in the order in which they were to be pushed to. */
function tableOf(outcomes: readonly Outcome[], time: Date): string {
  const heads = [
    vscode.l10n.t('App'),
    vscode.l10n.t('Machine'),
    vscode.l10n.t('Outcome'),
    vscode.l10n.t('Why'),
  ];
  const rows = outcomes.map(({ machine, result, why }) => [
    machine.app,
    machineLabel(machine),
    resultLabel(result),
    why,
  ]);
  return [
    `# ${cell(vscode.l10n.t('openclaw.json to Several Machines'))}`,
    '',
    time.toLocaleString(),
    '',
    row(heads),
    row(heads.map(() => '---')),
    ...rows.map((cells) => row(cells.map(cell))),
    '',
  ].join('\n');
}

/** Shows outcomes as a document that cannot be changed, so that nobody is asked to save it. */
export class OutcomeReports implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registration: vscode.Disposable;

  constructor() {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: ({ query }) => this.#texts.get(query),
    });
  }

  dispose(): void {
    this.#registration.dispose();
  }

  /** VS Code's preview of Markdown can be switched off: then it is shown as text. */
  async show(outcomes: readonly Outcome[]): Promise<void> {
    const time = new Date();
    const query = String(time.getTime());
    this.#texts.set(query, tableOf(outcomes, time));
    const path = `/${vscode.l10n.t('Push to Several Machines')}.md`;
    const uri = vscode.Uri.from({ scheme, path, query });
    const hasPreview = vscode.extensions.getExtension('vscode.markdown-language-features') !== undefined;
    if (hasPreview) await vscode.commands.executeCommand('markdown.showPreview', uri);
    else await vscode.window.showTextDocument(uri);
  }
}
