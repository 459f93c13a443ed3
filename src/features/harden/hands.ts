import * as vscode from 'vscode';
import { difference } from '../../core/edits.ts';
import { Failure } from '../../core/errors.ts';
import type { ConfigStep, FileStep } from '../../deployment/harden/plan.ts';
import type { Hands } from '../../deployment/harden/run.ts';
import { toUri } from '../common/remote-uri.ts';
import { toWorkspaceEdit } from '../common/text-edits.ts';
import type { Services } from '../common/services.ts';

/** The hands of VS Code: files of the workspace are written, the configuration is pushed by saving it. */
export function handsFor({ flyctl }: Pick<Services, 'flyctl'>, app: string): Hands {
  return { flyctl, writeFile, pushConfig: (step) => pushConfig(app, step) };
}

async function writeFile({ folder, file, before, after }: FileStep): Promise<void> {
  const uri = vscode.Uri.joinPath(vscode.Uri.file(folder), file);
  if ((await contentOf(uri)) !== before) throw changed(file);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(after));
}

/** Nothing when there is no such file. */
async function contentOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

/** A save pushes; it fails or asks where a push would. What it could not push is in the editor still, for another try. */
async function pushConfig(app: string, { machine, path, before, after }: ConfigStep): Promise<void> {
  const uri = toUri({ app, machine, path });
  const document = await vscode.workspace.openTextDocument(uri);
  const now = document.getText();
  if (now !== before && now !== after) throw changed(path);
  const edits = [difference(before, after)];
  if (now === before) await vscode.workspace.applyEdit(toWorkspaceEdit(uri, edits));
  if (document.getText() === after && (await document.save())) return;
  throw new Failure('failed', { detail: vscode.l10n.t('{0} was not pushed.', path), facts: { app } });
}

function changed(file: string): Failure {
  return new Failure('failed', {
    detail: vscode.l10n.t('{0} is not what it was when the plan was made. Make the plan again.', file),
  });
}
