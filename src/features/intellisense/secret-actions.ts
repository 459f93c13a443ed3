import JSON5 from 'json5';
import { getLocation } from 'jsonc-parser';
import * as vscode from 'vscode';
import type { Finding } from '../../gateway/check/finding.ts';
import { isPlaceholder } from '../../gateway/check/rules/secrets.ts';
import { isSecretSetting } from '../../gateway/completion/sources.ts';
import { commandId } from '../common/commands.ts';
import { onCommand } from '../common/on-command.ts';
import { setSecretBy } from '../common/secrets/set-secret.ts';
import type { Services } from '../common/services.ts';
import { toRange } from '../common/text-edits.ts';
import { rangeAt } from './convert.ts';
import type { Diagnostics } from './diagnostics.ts';
import { configSelector } from './documents.ts';
import type { Schemas } from './schemas.ts';

/** A string as JSON writes it, on one line. */
const stringToken = /"(?:[^"\\]|\\.)*"/;

/** What OpenClaw replaces by the value of a variable. */
const variable = /\$\{([A-Z_][A-Z0-9_]*)\}/;

/** Offers to put secrets where they belong: “Move to Fly Secret…” on a literal, “Set Fly Secret…” on a reference. */
export function registerSecretActions(
  services: Services,
  schemas: Schemas,
  diagnostics: Diagnostics,
): vscode.Disposable {
  const { QuickFix, RefactorExtract } = vscode.CodeActionKind;
  const appOf = async (uri: vscode.Uri): Promise<string | undefined> =>
    schemas.targetOf(uri)?.app ?? services.machines.chooseApp();
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      configSelector,
      {
        provideCodeActions: (document, range) => {
          const fixes = diagnostics.at(document, range).flatMap((finding) => fixesFor(document, finding));
          return fixes.length > 0 ? fixes : refactoringsAt(document, range.start);
        },
      },
      { providedCodeActionKinds: [QuickFix, RefactorExtract] },
    ),
    onCommand('moveToSecret', async (argument) => {
      const place = placeOf(argument);
      const app = place && (await appOf(place.document.uri));
      if (place && app !== undefined) await moveToSecret(services, app, place);
    }),
  );
}

/** What makes the finding go away. A staged secret waits for a deploy, not for another value. */
function fixesFor(document: vscode.TextDocument, { code, range, variable }: Finding): vscode.CodeAction[] {
  const { QuickFix } = vscode.CodeActionKind;
  if (code === 'literal-secret' || code === 'redacted-secret') {
    return [moveAction(document, toRange(range), QuickFix)];
  }
  return variable === undefined || code === 'staged-secret' ? [] : [setAction(variable, QuickFix)];
}

/** What can be done although nothing is wrong: a secret that is set may be set again. */
function refactoringsAt(document: vscode.TextDocument, position: vscode.Position): vscode.CodeAction[] {
  const { RefactorExtract } = vscode.CodeActionKind;
  const range = document.getWordRangeAtPosition(position, stringToken);
  if (!range) return [];
  const { path, isAtPropertyKey } = getLocation(document.getText(), document.offsetAt(position));
  const text = document.getText(range);
  if (isAtPropertyKey) return [];
  const name = variable.exec(text)?.[1];
  if (name !== undefined) return [setAction(name, RefactorExtract)];
  return text !== '""' && isSecretSetting(path) ? [moveAction(document, range, RefactorExtract)] : [];
}

function setAction(name: string, kind: vscode.CodeActionKind): vscode.CodeAction {
  const title = vscode.l10n.t('Set Fly Secret {0}…', name);
  const action = new vscode.CodeAction(title, kind);
  action.command = { title, command: commandId('setSecret'), arguments: [name] };
  return action;
}

function moveAction(
  { uri }: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): vscode.CodeAction {
  const title = vscode.l10n.t('Move to Fly Secret…');
  const action = new vscode.CodeAction(title, kind);
  action.command = { title, command: commandId('moveToSecret'), arguments: [{ uri, range }] };
  return action;
}

interface Place {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
}

function placeOf(argument: unknown): Place | undefined {
  if (typeof argument !== 'object' || argument === null || !('uri' in argument) || !('range' in argument)) {
    return undefined;
  }
  const { uri, range } = argument;
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === String(uri));
  return document && range instanceof vscode.Range ? { document, range } : undefined;
}

/** The literal is replaced only after the secret is set, so that it is never nowhere. */
async function moveToSecret(services: Services, app: string, { document, range }: Place): Promise<void> {
  const literal = document.getText(range);
  const value: unknown = JSON5.parse(literal);
  if (typeof value !== 'string') return;
  const { path } = getLocation(document.getText(), document.offsetAt(range.start) + 1);
  const wanted = { app, suggestedName: nameFor(path) };
  // The placeholder of a secret says nothing of its value, which is asked then.
  const name = await setSecretBy(services, isPlaceholder(value) ? wanted : { ...wanted, value });
  if (name === undefined) return;
  const edit = new vscode.WorkspaceEdit();
  const at = document.getText(range) === literal ? range : rangeOf(document, literal);
  if (at) edit.replace(document.uri, at, JSON.stringify(`\${${name}}`));
  await vscode.workspace.applyEdit(edit);
}

/** Where the literal is now, when the text around it changed meanwhile. */
function rangeOf(document: vscode.TextDocument, literal: string): vscode.Range | undefined {
  const offset = document.getText().indexOf(literal);
  return offset < 0 ? undefined : rangeAt(document, offset, literal.length);
}

/** `channels.discord.botToken` becomes `DISCORD_BOT_TOKEN`; what is in `env.vars` has its name already. */
function nameFor(path: readonly (string | number)[]): string {
  const words = path[0] === 'env' ? path.slice(-1) : path.slice(-2);
  return words
    .join('_')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}
