import * as l10n from '@vscode/l10n';
import { Failure, type FailureFacts } from '../core/errors.ts';
import { commandName } from './command.ts';
import { classify } from './errors.ts';
import type { FlyctlOutput, Verb } from './flyctl.ts';
import { utf8 } from './parse.ts';
import type { ProcessEnd } from './process.ts';

/** What is asked of a verb to judge how its process ended; a `StreamVerb` has it too. */
export type Subject = Pick<Verb<unknown>, 'args' | 'app' | 'machine'> &
  Partial<Pick<Verb<unknown>, 'accepts' | 'deadlineMs'>>;

/** What failures of the verb name. */
export function factsOf({ args, app, machine }: Subject): FailureFacts {
  return { command: commandName(args), ...(app && { app }), ...(machine && { machine }) };
}

/**
 * Tells a good run from a failed one.
 * @param redact Takes secrets out of a failure's detail.
 */
export function judge(
  subject: Subject,
  end: ProcessEnd,
  redact: (text: string) => string,
): FlyctlOutput | Failure {
  const facts = factsOf(subject);
  const stderr = utf8(end.stderr);
  switch (end.reason) {
    case 'exited': {
      const output = { stdout: end.stdout, stderr, exitCode: end.exitCode };
      if (output.exitCode === 0 || subject.accepts?.(output)) return output;
      return classify({ ...output, stdout: utf8(end.stdout) }, facts, redact);
    }
    case 'cancelled':
      return new Failure('cancelled', { facts });
    case 'timeout': {
      const waited = subject.deadlineMs === undefined ? {} : { afterMs: subject.deadlineMs };
      return new Failure('timeout', { detail: redact(stderr.trim()), facts: { ...facts, ...waited } });
    }
    case 'notStarted':
      return new Failure('notInstalled', { detail: end.detail, facts });
    case 'tooMuch':
      return new Failure('badOutput', { detail: l10n.t('flyctl printed more than 16 MiB.'), facts });
    case 'killed':
      return new Failure('failed', { detail: l10n.t('flyctl was ended from outside.'), facts });
  }
}
