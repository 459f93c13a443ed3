import type { Address } from '../../fly/model.ts';
import type { Flyctl } from '../../fly/flyctl.ts';
import { publicAddresses, type ConfigStep, type FileStep, type Step } from './plan.ts';

/** How steps are done that are not flyctl's. Both refuse when what was read is not what is there any more. */
export interface Hands {
  readonly flyctl: Flyctl;
  /** @throws Failure */
  writeFile(step: FileStep): Promise<void>;
  /** @throws Failure */
  pushConfig(step: ConfigStep): Promise<void>;
}

/** Steps that are done one after the other. One that fails is the first one again. */
export class PlanRun {
  readonly #hands: Hands;
  readonly #done: Step[] = [];
  readonly #left: Step[];

  constructor(hands: Hands, steps: readonly Step[]) {
    this.#hands = hands;
    this.#left = [...steps];
  }

  get done(): readonly Step[] {
    return this.#done;
  }

  /** What is not done: the step that failed, if any, is the first. */
  get left(): readonly Step[] {
    return this.#left;
  }

  /**
   * Does what is left, and goes on with the step that failed when it is called again.
   * @throws Failure of the step that failed
   */
  async go(options: { readonly signal: AbortSignal; begins(step: Step): void }): Promise<void> {
    for (let [step] = this.#left; step; [step] = this.#left) {
      options.signal.throwIfAborted();
      options.begins(step);
      await this.#do(step, options.signal);
      this.#left.shift();
      this.#done.push(step);
    }
  }

  async #do(step: Step, signal: AbortSignal): Promise<void> {
    switch (step.kind) {
      case 'command':
        await this.#hands.flyctl.run(step.verb, { signal });
        return;
      case 'file':
        return this.#hands.writeFile(step);
      case 'config':
        return this.#hands.pushConfig(step);
    }
  }
}

/** Who reaches an app with these addresses. */
export interface Verdict {
  readonly isPrivate: boolean;
  /** Those of the internet; none when it is private. */
  readonly open: readonly Address[];
  /** Those of the private network. */
  readonly closed: readonly Address[];
}

export function verdictOn(addresses: readonly Address[]): Verdict {
  const open = publicAddresses(addresses);
  return {
    isPrivate: open.length === 0,
    open,
    closed: addresses.filter(({ type }) => type === 'private_v6'),
  };
}
