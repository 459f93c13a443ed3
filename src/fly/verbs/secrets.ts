import * as l10n from '@vscode/l10n';
import { Failure } from '../../core/errors.ts';
import type { Verb } from '../flyctl.ts';
import { secrets } from '../generated/validators.mjs';
import type { Secret } from '../model.ts';
import { readJson } from '../parse.ts';
import { changeMs, queryMs, rollingUpdateMs } from './deadlines.ts';

/** The names of the app's secrets; Fly never shows their values. */
export function listSecrets(app: string): Verb<readonly Secret[]> {
  return {
    args: ['secrets', 'list', '-a', app, '--json'],
    kind: 'read',
    app,
    deadlineMs: queryMs,
    parse: (output) =>
      (readJson(output, secrets) ?? []).map(({ name, digest, status }) => ({
        name,
        digest: digest ?? '',
        status: status ?? '',
      })),
  };
}

/** What flyctl reads of a value on standard input, in bytes; it drops the rest without a word. */
const maxValueBytes = 64 * 1024;

/**
 * Sets one secret. The value travels on standard input, of which flyctl trims white space at both ends. Not `secrets
 * import`: its parser cuts values at `#` and cannot be given every value.
 * @param options.stage Keeps the machines as they are until the next deploy; otherwise they are restarted one by one.
 * @throws Failure `failed` when flyctl would not take the value whole.
 */
export function setSecret(
  app: string,
  name: string,
  value: string,
  { stage }: { readonly stage: boolean },
): Verb<void> {
  const stdin = new TextEncoder().encode(value.trim());
  if (stdin.length === 0 || stdin.length > maxValueBytes) {
    throw new Failure('failed', {
      detail: l10n.t('A Fly secret has between 1 byte and 64 KiB. {0} has {1} bytes.', name, stdin.length),
    });
  }
  return {
    args: ['secrets', 'set', '-a', app, ...(stage ? ['--stage'] : []), `${name}=-`],
    stdin,
    kind: 'write',
    app,
    deadlineMs: stage ? changeMs : rollingUpdateMs,
    parse: () => undefined,
  };
}

/** Gives the staged secrets to the machines, which are restarted one by one. */
export function deploySecrets(app: string): Verb<void> {
  return {
    args: ['secrets', 'deploy', '-a', app],
    kind: 'write',
    app,
    deadlineMs: rollingUpdateMs,
    parse: () => undefined,
  };
}

/** Takes a secret away; the machines are restarted one by one. It is no error when there is none of the name. */
export function unsetSecret(app: string, name: string): Verb<void> {
  return {
    args: ['secrets', 'unset', '-a', app, name],
    kind: 'write',
    app,
    deadlineMs: rollingUpdateMs,
    parse: () => undefined,
  };
}
