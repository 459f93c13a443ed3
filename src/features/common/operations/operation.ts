import type { Verb } from '../../../fly/flyctl.ts';
import type { AppPart } from '../../../fly/store.ts';
import type { ActionContext } from '../actions.ts';
import type { CommandName } from '../commands.ts';

/** What is asked before something is done. */
export interface Confirmation {
  /** Names what it is done to and the app, e.g. `Stop machine gateway of my-app?` */
  readonly question: string;
  /** What it means for the user: what is offline, what is lost, what it costs. */
  readonly consequence: string;
  /** The word of the button, e.g. `Stop`. */
  readonly button: string;
  /** A name that has to be typed, for what cannot be undone. */
  readonly typed?: string;
}

/** Something about to be done, with all that the user has chosen. It can be shown, copied or run. */
export interface Plan {
  /** For the progress and the activity log: what is done to what, e.g. `Stopping gateway of my-app`. */
  readonly title: string;
  readonly app: string;
  /** flyctl's commands in the order in which they are run. */
  readonly verbs: readonly Verb<unknown>[];
  /** Left out for what interrupts nobody, costs nothing and can be undone. */
  readonly confirm?: Confirmation;
  /** What happens after the commands, e.g. waiting until Fly shows the result. */
  follow?(context: ActionContext): Promise<void>;
  /** What of the app is read again when it has ended, in whatever way. */
  readonly changes: readonly AppPart[];
  /** Told at the end, e.g. `gateway is stopped.` */
  readonly done: string;
}

/** Something that can be done to a thing of one kind. */
export interface Operation<S> {
  readonly command: CommandName;
  /** Whether it makes sense for the thing as it is now. */
  offered(thing: S): boolean;
  /** Asks what has to be known. `undefined` when the user left. @throws Failure */
  plan(thing: S): Promise<Plan | undefined>;
}

/** A kind of thing that operations work on. */
export interface Subject<S> {
  /** The thing that a node of the tree stands for. */
  of(argument: unknown): S | undefined;
  /** The thing that a command's argument names, or else the user's choice; `undefined` when none was chosen. @throws Failure */
  choose(argument: unknown): Promise<S | undefined>;
}
