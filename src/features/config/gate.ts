import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { Finding } from '../../gateway/check/finding.ts';
import type { ConfigJudge } from '../common/config-judge.ts';
import { type RemoteFile, toUri } from '../common/remote-uri.ts';

/** How many findings a message names. */
const namedFindings = 5;

/** A configuration that is about to replace another one on a machine. */
export interface Replacement {
  readonly file: RemoteFile;
  readonly bytes: Uint8Array;
  /** What is there now, where that is known. */
  readonly replaced: Uint8Array | undefined;
}

/** Whether a push may go on. */
export type Admission =
  | {
      readonly admitted: true;
      /** Whether the user wants what is wrong, so that nobody needs to look again. */
      readonly forced: boolean;
    }
  /** Why not, in a sentence. */
  | { readonly admitted: false; readonly reason: string };

/**
 * Errors keep a gateway from starting, so nothing with errors is pushed, unless the setting `push.onErrors` has it asked.
 * Warnings are asked about when the push brings them.
 */
export async function admit(judge: ConfigJudge, { file, bytes, replaced }: Replacement): Promise<Admission> {
  const findings = await judge.judge(toUri(file), textOf(bytes));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const mayAsk = vscode.workspace.getConfiguration('openclawDeployments').get('push.onErrors') === 'ask';
    const forced = mayAsk && (await confirm(file, errors, vscode.l10n.t('Push Anyway')));
    return forced ? { admitted: true, forced } : { admitted: false, reason: refusal(file, errors) };
  }
  const before = replaced === undefined ? [] : await judge.judge(toUri(file), textOf(replaced));
  const known = new Set(before.map(keyOf));
  const news = findings.filter((finding) => finding.severity === 'warning' && !known.has(keyOf(finding)));
  if (news.length === 0 || (await confirm(file, news, vscode.l10n.t('Push')))) {
    return { admitted: true, forced: false };
  }
  return { admitted: false, reason: vscode.l10n.t('The push was cancelled.') };
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** The same finding in another text; lines differ. */
function keyOf({ code, path, message }: Finding): string {
  return JSON.stringify([code, path, message]);
}

function refusal({ app, path }: RemoteFile, errors: readonly Finding[]): string {
  const [first, ...others] = errors.map(lineOf);
  const name = posix.basename(path);
  return others.length === 0
    ? vscode.l10n.t('{0} was not pushed: the gateway of {1} would refuse it. {2}', name, app, first ?? '')
    : vscode.l10n.t(
        '{0} was not pushed: the gateway of {1} would refuse it for {2} reasons. {3}',
        name,
        app,
        errors.length,
        first ?? '',
      );
}

async function confirm(
  { app, path }: RemoteFile,
  findings: readonly Finding[],
  yes: string,
): Promise<boolean> {
  const name = posix.basename(path);
  const isError = findings.some(({ severity }) => severity === 'error');
  const question = isError
    ? vscode.l10n.t('The gateway of {0} will refuse this {1}. Push it all the same?', app, name)
    : vscode.l10n.t('Push {0} to {1} with these changes?', name, app);
  const lines = findings.slice(0, namedFindings).map(lineOf);
  const more = findings.length - lines.length;
  if (more > 0) lines.push(vscode.l10n.t('… and {0} more.', more));
  const options = { modal: true, detail: lines.join('\n') };
  return (await vscode.window.showWarningMessage(question, options, yes)) === yes;
}

function lineOf({ range, message }: Finding): string {
  return vscode.l10n.t('Line {0}: {1}', range.start.line + 1, message);
}
