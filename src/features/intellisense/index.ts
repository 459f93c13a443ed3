import * as vscode from 'vscode';
import { onCommand } from '../common/on-command.ts';
import type { Services } from '../common/services.ts';
import type { ConfigJudge } from '../common/config-judge.ts';
import { Checks } from './checks.ts';
import { registerDeploymentCompletions } from './deployment-completions.ts';
import { Diagnostics } from './diagnostics.ts';
import { Dialects } from './dialect.ts';
import { Engine } from './engine.ts';
import { registerMigrationActions } from './migration-actions.ts';
import { registerLanguage } from './language-providers.ts';
import { SchemaFiles, schemaScheme } from './schema-files.ts';
import { Schemas } from './schemas.ts';
import { registerSecretActions } from './secret-actions.ts';
import { SchemaStatusItem } from './status.ts';
import { registerSettingActions } from './setting-actions.ts';
import { registerSuggestionActions } from './suggestion-actions.ts';

/** Completion, hover, problems and the schema in force for openclaw.json, local and remote. */
export function registerIntellisense(services: Services): vscode.Disposable & ConfigJudge {
  const worker = vscode.Uri.joinPath(services.extensionUri, 'dist', 'intellisense.js').fsPath;
  const engine = new Engine(worker, vscode.l10n.bundle);
  const schemas = new Schemas(services, engine);
  const checks = new Checks(services, schemas, engine);
  const files = new SchemaFiles(schemas);
  const status = new SchemaStatusItem(schemas);
  const diagnostics = new Diagnostics(services, schemas, checks);
  const update = (): void => {
    for (const updated of [files.update(), status.update()]) {
      updated.catch((error: unknown) => services.log.error(String(error)));
    }
  };
  update();
  const parts = vscode.Disposable.from(
    engine,
    schemas,
    files,
    status,
    diagnostics,
    new Dialects(engine),
    vscode.workspace.registerFileSystemProvider(schemaScheme, files, {
      isCaseSensitive: true,
      isReadonly: true,
    }),
    registerLanguage(schemas, engine),
    registerDeploymentCompletions(schemas, checks),
    registerSuggestionActions(schemas, engine),
    registerMigrationActions(schemas, engine, diagnostics),
    registerSecretActions(services, schemas, diagnostics),
    registerSettingActions(schemas, checks, diagnostics),
    schemas.onDidChange(() => {
      update();
    }),
    vscode.window.onDidChangeActiveTextEditor(update),
    onCommand('refreshSchema', (argument) => refresh(services, schemas, argument)),
  );
  return { dispose: () => parts.dispose(), judge: (uri, text) => checks.judge(uri, text) };
}

/** Reads the schema of the document's machine again. */
async function refresh(services: Services, schemas: Schemas, argument: unknown): Promise<void> {
  const uri = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  const target = uri && schemas.targetOf(uri);
  if (!uri || !target) return;
  const title = vscode.l10n.t('Reading the schema of {0}', target.app);
  await services.actions.run({ title }, ({ signal }) => schemas.refresh(uri, signal));
}
