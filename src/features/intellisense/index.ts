import * as vscode from 'vscode';
import { onCommand } from '../common/on-command.ts';
import type { Services } from '../common/services.ts';
import { Diagnostics } from './diagnostics.ts';
import { Engine } from './engine.ts';
import { registerMigrationActions } from './migration-actions.ts';
import { registerRemoteLanguage } from './remote-language.ts';
import { SchemaFiles, schemaScheme } from './schema-files.ts';
import { Schemas } from './schemas.ts';
import { registerSecretActions } from './secret-actions.ts';
import { SchemaStatusItem } from './status.ts';

import { registerSuggestionActions } from './suggestion-actions.ts';

/** Completion, hover and the schema in force for openclaw.json, local and remote. */
export function registerIntellisense(services: Services): vscode.Disposable {
  const engine = new Engine(vscode.Uri.joinPath(services.extensionUri, 'dist', 'intellisense.js').fsPath);
  const schemas = new Schemas(services, engine);
  const files = new SchemaFiles(schemas);
  const status = new SchemaStatusItem(schemas);
  const diagnostics = new Diagnostics(services, schemas, engine);
  const update = (): void => {
    for (const updated of [files.update(), status.update()]) {
      updated.catch((error: unknown) => services.log.error(String(error)));
    }
  };
  update();
  return vscode.Disposable.from(
    engine,
    schemas,
    files,
    status,
    diagnostics,
    vscode.workspace.registerFileSystemProvider(schemaScheme, files, {
      isCaseSensitive: true,
      isReadonly: true,
    }),
    registerRemoteLanguage(schemas, engine),
    registerSuggestionActions(schemas, engine),
    registerMigrationActions(schemas, engine, diagnostics),
    registerSecretActions(services, schemas),
    schemas.onDidChange(() => {
      update();
    }),
    vscode.window.onDidChangeActiveTextEditor(update),
    onCommand('refreshSchema', (argument) => refresh(services, schemas, argument)),
  );
}

/** Reads the schema of the document's machine again. */
async function refresh(services: Services, schemas: Schemas, argument: unknown): Promise<void> {
  const uri = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  const target = uri && schemas.targetOf(uri);
  if (!uri || !target) return;
  const title = vscode.l10n.t('Reading the schema of {0}', target.app);
  await services.actions.run({ title }, ({ signal }) => schemas.refresh(uri, signal));
}
