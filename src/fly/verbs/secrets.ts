import * as l10n from '@vscode/l10n';
import { Failure } from '../../core/errors.ts';
import type { Verb } from '../flyctl.ts';
import { secrets } from '../generated/validators.mjs';
import type { Secret } from '../model.ts';
import { readJson } from '../parse.ts';
import { encodeForImport } from '../secret-import.ts';
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

/** A secret that is to be set. */
export interface NewSecret {
  readonly name: string;
  readonly value: string;
}

export interface SecretOptions {
  /** Keeps the machines as they are until the next deploy; otherwise they are restarted one by one. */
  readonly stage?: boolean;
}

/**
 * Sets secrets exactly as they are: one alone by `secrets set NAME=-`, unless its trimming would change the value; several by
 * one `secrets import`, and by `set` what has no spelling that import reads back unchanged. Values travel on standard input.
 * Unless they are staged, the last command gives the machines all secrets, those that were staged before as well.
 * @throws Failure `failed`, which names the secret, when flyctl would change its value.
 */
export function setSecrets(
  app: string,
  secrets: readonly NewSecret[],
  { stage = false }: SecretOptions,
): readonly Verb<void>[] {
  for (const secret of secrets) refuseImpossible(secret);
  const [first] = secrets;
  if (first && secrets.length === 1 && passesSet(first)) return [setVerb(app, first, stage)];
  const lines = secrets.map(({ name, value }) => encodeForImport(name, value));
  const others = secrets.filter((_, index) => lines[index] === undefined);
  for (const { name } of others.filter((secret) => !passesSet(secret))) {
    throw refusal(
      l10n.t('flyctl would change the value of {0}: it can be given neither as it is nor in quotes.', name),
    );
  }
  const imported = lines.filter((line) => line !== undefined);
  return [
    ...(imported.length > 0 ? [importVerb(app, imported, stage || others.length > 0)] : []),
    ...others.map((secret, index) => setVerb(app, secret, stage || index < others.length - 1)),
  ];
}

/** No variable of a process can have such a name or value. */
function refuseImpossible({ name, value }: NewSecret): void {
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    throw refusal(l10n.t('“{0}” is not the name of a variable: letters, digits and underscores.', name));
  }
  const bytes = Buffer.byteLength(value);
  if (bytes === 0 || bytes > maxValueBytes) {
    throw refusal(l10n.t('A Fly secret has between 1 byte and 64 KiB. {0} has {1} bytes.', name, bytes));
  }
  if (value.includes('\0') || Buffer.from(value).toString() !== value) {
    throw refusal(l10n.t('The value of {0} is not text, which a Fly secret has to be.', name));
  }
}

function refusal(detail: string): Failure {
  return new Failure('failed', { detail });
}

/** Whether `NAME=-` keeps the value, of which flyctl trims at both ends what Go holds for white space. */
function passesSet({ value }: NewSecret): boolean {
  return !/^[\s\u0085]|[\s\u0085]$/.test(value);
}

function setVerb(app: string, { name, value }: NewSecret, stage: boolean): Verb<void> {
  return { ...changeVerb(app, 'set', stage, `${name}=-`), stdin: Buffer.from(value) };
}

function importVerb(app: string, lines: readonly string[], stage: boolean): Verb<void> {
  return { ...changeVerb(app, 'import', stage), stdin: Buffer.from(`${lines.join('\n')}\n`) };
}

function changeVerb(
  app: string,
  word: 'set' | 'import' | 'unset',
  stage: boolean,
  ...names: readonly string[]
): Verb<void> {
  return {
    args: ['secrets', word, '-a', app, ...(stage ? ['--stage'] : []), ...names],
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

/** Takes a secret away. It is no error when there is none of the name. */
export function unsetSecret(app: string, name: string, { stage = false }: SecretOptions = {}): Verb<void> {
  return changeVerb(app, 'unset', stage, name);
}
