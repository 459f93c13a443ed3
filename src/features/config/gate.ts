import { posix } from 'node:path';
import * as vscode from 'vscode';
import { guardsOf } from '../../gateway/push-guards.ts';
import type { Finding } from '../../gateway/check/finding.ts';
import type { ConfigJudge } from '../common/config-judge.ts';
import { setting } from '../common/setting.ts';
import { type RemoteFile, toUri } from '../common/remote-uri.ts';

/** How many reasons against a push a message names. */
const namedReasons = 5;

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
 * What may be lost is asked about, and so are the warnings that the push brings.
 */
export async function admit(judge: ConfigJudge, { file, bytes, replaced }: Replacement): Promise<Admission> {
  const text = textOf(bytes);
  const findings = await judge.judge(toUri(file), text);
  const guards = guardsOf(replaced === undefined ? null : textOf(replaced), text);
  const loss = guards.find(({ severity }) => severity === 'block');
  if (loss) return { admitted: false, reason: loss.message };
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const forced = mayForce() && (await confirm(file, errors.map(lineOf), vscode.l10n.t('Push Anyway')));
    return forced ? { admitted: true, forced } : { admitted: false, reason: refusal(file, errors) };
  }
  const before = replaced === undefined ? [] : await judge.judge(toUri(file), textOf(replaced));
  const known = new Set(before.map(keyOf));
  const news = findings.filter((finding) => finding.severity === 'warning' && !known.has(keyOf(finding)));
  const doubts = [...guards.map(({ message }) => message), ...news.map(lineOf)];
  if (doubts.length === 0 || (await confirm(file, doubts, vscode.l10n.t('Push')))) {
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

/** Whether the user is asked about errors, by the setting. */
export function mayForce(): boolean {
  return setting<string>('push.onErrors', 'block') === 'ask';
}

/** Asks whether the file is pushed in spite of the reasons. */
export async function confirm(
  { app, path }: RemoteFile,
  reasons: readonly string[],
  yes: string,
): Promise<boolean> {
  const question = vscode.l10n.t('Push {0} to {1} all the same?', posix.basename(path), app);
  const lines = reasons.slice(0, namedReasons);
  const more = reasons.length - lines.length;
  if (more > 0) lines.push(vscode.l10n.t('… and {0} more.', more));
  const options = { modal: true, detail: lines.join('\n') };
  return (await vscode.window.showWarningMessage(question, options, yes)) === yes;
}

function lineOf({ range, message }: Finding): string {
  return vscode.l10n.t('Line {0}: {1}', range.start.line + 1, message);
}
