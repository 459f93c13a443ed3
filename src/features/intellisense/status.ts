import * as vscode from 'vscode';
import { commandId } from '../common/commands.ts';
import { describeSchema } from './describe-schema.ts';
import { configSelector, isConfig } from './documents.ts';
import type { Schemas } from './schemas.ts';

/** Says in the language status which schema judges the document of the active editor. */
export class SchemaStatusItem implements vscode.Disposable {
  readonly #schemas: Schemas;
  readonly #item = vscode.languages.createLanguageStatusItem('openclaw.schema', configSelector);

  constructor(schemas: Schemas) {
    this.#schemas = schemas;
    this.#item.name = vscode.l10n.t('OpenClaw Schema');
  }

  async update(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isConfig(document)) return;
    const { uri } = document;
    const status = describeSchema(await this.#schemas.of(uri), Date.now());
    if (vscode.window.activeTextEditor?.document !== document) return;
    const { Information, Warning } = vscode.LanguageStatusSeverity;
    this.#item.text = status.text;
    this.#item.detail = status.detail;
    this.#item.busy = status.busy;
    this.#item.severity = status.warning ? Warning : Information;
    this.#item.command = {
      command: commandId('refreshSchema'),
      title: vscode.l10n.t('Read Again'),
      arguments: [uri],
    };
  }

  dispose(): void {
    this.#item.dispose();
  }
}
