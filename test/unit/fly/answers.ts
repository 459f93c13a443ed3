import { Failure, failureKinds, type FailureKind } from '../../../src/core/errors.ts';
import type { Flyctl, Verb } from '../../../src/fly/flyctl.ts';
import { output } from './verbs/printed.ts';

/** Answers what the test tells it to, when it tells it to. */
export class Answers implements Flyctl {
  /** Commands that wait for an answer, e.g. `machine list -a one`. */
  readonly asked: string[] = [];
  readonly #waiting: ((answer: string | FailureKind) => void)[] = [];

  run<T>(verb: Verb<T>, { signal }: { readonly signal?: AbortSignal | undefined } = {}): Promise<T> {
    return new Promise((resolve, reject) => {
      this.asked.push(verb.args.join(' ').replace(' --json', ''));
      this.#waiting.push((answer) => {
        const kind = failureKinds.find((each) => each === answer);
        if (kind) reject(new Failure(kind));
        else resolve(verb.parse(output(answer)));
      });
      signal?.addEventListener('abort', () => reject(new Failure('cancelled')));
    });
  }

  stream(): Promise<never> {
    return Promise.reject(new Failure('failed'));
  }

  /** Answers the last command that was asked and begins with these words. */
  reply(words: string, answer: string | FailureKind): void {
    const index = this.asked.findLastIndex((command) => command.startsWith(words));
    if (index < 0) throw new Error(`Nobody asked for ${words}.`);
    this.answer(index, answer);
  }

  /** Answers what was asked as number `index`, from 0: JSON or the kind of a failure. */
  answer(index: number, answer: string | FailureKind): void {
    this.#waiting[index]?.(answer);
  }
}
