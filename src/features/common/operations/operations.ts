import * as vscode from 'vscode';
import { commandName } from '../../../fly/command.ts';
import type { Services } from '../services.ts';
import type { CommandName } from '../commands.ts';
import { confirmed } from './confirm.ts';
import { copyableCommands } from './copyable.ts';
import { onThing } from './on-thing.ts';
import type { Operation, Plan, Subject } from './operation.ts';

/** How long the end of an operation is told in the status bar, in milliseconds. */
const toldMs = 8_000;

/** An operation with the thing that it is offered for. */
export interface Offer {
  readonly command: CommandName;
  plan(): Promise<Plan | undefined>;
}

/**
 * Everything that can be done with flyctl to a thing of the tree. An operation makes a plan; the plan is confirmed, run with
 * progress and Cancel, written down, and followed until its result shows. Or its commands are copied.
 */
export class Operations {
  readonly #services: Pick<Services, 'flyctl' | 'actions' | 'store'>;
  readonly #offers: ((argument: unknown) => Offer[])[] = [];

  constructor(services: Pick<Services, 'flyctl' | 'actions' | 'store'>) {
    this.#services = services;
  }

  /** Registers a command for each operation. */
  register<S>(subject: Subject<S>, operations: readonly Operation<S>[]): vscode.Disposable {
    this.#offers.push((argument) => offersFor(subject, operations, argument));
    return vscode.Disposable.from(
      ...operations.map((operation) =>
        onThing(subject, operation.command, async (thing) => {
          const plan = await operation.plan(thing);
          if (plan) await this.perform(plan);
        }),
      ),
    );
  }

  /** What can be done to the thing that a node stands for. */
  offeredFor(argument: unknown): readonly Offer[] {
    return this.#offers.flatMap((offers) => offers(argument));
  }

  /** Asks, runs the commands, and waits for the result. Try Again goes on with the command that failed. */
  async perform(plan: Plan): Promise<'done' | 'ended'> {
    if (!(await confirmed(plan))) return 'ended';
    const { flyctl, actions, store } = this.#services;
    const left = [...plan.verbs];
    const commands = copyableCommands(plan).split('\n');
    const result = await actions.run({ title: plan.title, commands }, async (context) => {
      try {
        for (let [verb] = left; verb; [verb] = left) {
          if (plan.verbs.length > 1) context.report(commandName(verb.args));
          await flyctl.run(verb, { signal: context.signal });
          left.shift();
        }
        await plan.follow?.(context);
      } finally {
        for (const part of plan.changes) void store.load(plan.app, part);
      }
    });
    if (result.status !== 'ok') return 'ended';
    vscode.window.setStatusBarMessage(plan.done, toldMs);
    return 'done';
  }
}

function offersFor<S>(subject: Subject<S>, operations: readonly Operation<S>[], argument: unknown): Offer[] {
  const thing = subject.of(argument);
  if (thing === undefined) return [];
  return operations
    .filter((operation) => operation.offered(thing))
    .map((operation) => ({ command: operation.command, plan: () => operation.plan(thing) }));
}
