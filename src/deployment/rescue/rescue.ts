import * as l10n from '@vscode/l10n';
import { Failure, type FailureKind, toFailure } from '../../core/errors.ts';
import type { Flyctl } from '../../fly/flyctl.ts';
import type { Machine } from '../../fly/model.ts';
import { updateMachine } from '../../fly/verbs/machine-update.ts';
import { startMachine } from '../../fly/verbs/machines.ts';
import type { GatewayHints } from '../../gateway/location.ts';
import { type Clock, mayPass, pause, systemClock } from '../../gateway/wait-until-ready.ts';
import type { RemoteShell } from '../../remote/shell.ts';
import { isAttended, type LocalNotes } from './local-notes.ts';
import { doneMark, encodeNote, noteKey, type RescueNote } from './note.ts';
import { obstacleTo } from './obstacle.ts';
import { sleepCommand } from './sleep.ts';
import { type Standing, standingOf } from './standing.ts';

/** What a rescue works with. */
export interface RescueTools {
  readonly flyctl: Flyctl;
  readonly notes: LocalNotes;
  /** The machines of an app as they are now. @throws Failure */
  readMachines(app: string, signal: AbortSignal | undefined): Promise<readonly Machine[]>;
  shell(machine: Pick<Machine, 'app' | 'id'>): RemoteShell;
  readonly clock?: Clock;
}

/** A part of a rescue that takes a while. */
export type RescueStep = 'sleep' | 'reach' | 'wake';

export interface StepOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: (step: RescueStep) => void;
}

/** How long a machine may take until scripts run on it, and how often it is tried, in milliseconds. */
const reachMs = 3 * 60_000;
const intervalMs = 2_000;

/** After these a change that flyctl was about to make may still come. */
const mayStillCome: ReadonlySet<FailureKind> = new Set(['cancelled', 'timeout', 'offline']);

/** So long, in milliseconds, the note of such a change is not taken for one of a rescue that is over. */
const pendingMs = 10 * 60_000;

/**
 * The rescue of one machine: its command is replaced by a sleep, so that it stays up and can be repaired, and comes back
 * in the end. Each step begins with how the machine is now and not with what was remembered, so any of them can be
 * cancelled, fail, or be continued by another window or another computer.
 */
export class Rescue {
  readonly #tools: RescueTools;
  readonly #machine: Pick<Machine, 'app' | 'id'>;

  constructor(tools: RescueTools, machine: Pick<Machine, 'app' | 'id'>) {
    this.#tools = tools;
    this.#machine = machine;
  }

  get shell(): RemoteShell {
    return this.#tools.shell(this.#machine);
  }

  /** The machine as it is now. @throws Failure */
  async read(signal?: AbortSignal): Promise<Machine> {
    const { app, id } = this.#machine;
    const machines = await this.#tools.readMachines(app, signal);
    const machine = machines.find((candidate) => candidate.id === id);
    if (!machine) throw new Failure('notFound', { facts: { app, machine: id } });
    return machine;
  }

  /** How things stand now. A note of a rescue that is over is forgotten. @throws Failure */
  async standing(signal?: AbortSignal): Promise<Standing> {
    const machine = await this.read(signal);
    const local = await this.#tools.notes.get(machine);
    const standing = standingOf(machine, local?.note);
    const age = local ? Date.now() - Date.parse(local.note.startedAt) : 0;
    if (local && standing.kind === 'awake' && age > pendingMs && !isAttended(local)) {
      await this.#tools.notes.remove(machine);
    }
    return standing;
  }

  /** What tells where the gateway keeps things: the machine's configuration with the command from before the rescue. */
  async hints(note: RescueNote, signal?: AbortSignal): Promise<GatewayHints> {
    const { env, internalPorts } = await this.read(signal);
    return { env, internalPorts, command: note.command };
  }

  /**
   * Notes the machine's command, in one call with its replacement, and waits until the machine can be reached. A machine
   * that sleeps already is only waited for.
   * @param by The version of the extension.
   * @throws Failure `failed` with a sentence when the machine cannot be rescued; then, and when `standing` says `awake`,
   * nothing was changed.
   */
  async putToSleep(by: string, options: StepOptions = {}): Promise<RescueNote> {
    const machine = await this.read(options.signal);
    const standing = standingOf(machine, (await this.#tools.notes.get(machine))?.note);
    if (standing.kind === 'lost') throw lostNote();
    const note = standing.kind === 'asleep' ? standing.note : await this.#begin(machine, by, options);
    await this.remember(note);
    await this.#reach(options);
    return note;
  }

  /** Keeps on this computer what was found out. @throws NodeJS.ErrnoException */
  async remember(note: RescueNote): Promise<void> {
    await this.#tools.notes.write(this.#machine, note);
  }

  /**
   * Gives the machine its command back and marks the note as done, in one call. Ends when the machine has it, whatever
   * the gateway makes of it.
   * @throws Failure; `standing` says what has become of the machine.
   */
  async wake(note: RescueNote, { signal, onStep }: StepOptions = {}): Promise<void> {
    onStep?.('wake');
    const restored = { command: note.command, metadata: { [noteKey]: doneMark } };
    await this.#update(restored, (machine) => isRestored(machine, note), signal);
    const machine = await this.read(signal);
    if (!isRestored(machine, note)) throw notRestored(note);
    await this.#tools.notes.remove(machine);
  }

  async #begin(machine: Machine, by: string, { signal, onStep }: StepOptions): Promise<RescueNote> {
    const obstacle = obstacleTo(machine);
    if (obstacle !== undefined) throw new Failure('failed', { detail: obstacle });
    const note: RescueNote = { command: machine.init.cmd, startedAt: new Date().toISOString(), by };
    await this.remember(note);
    onStep?.('sleep');
    const asleep = { command: sleepCommand, metadata: { [noteKey]: encodeNote(note) } };
    try {
      await this.#update(asleep, (now) => standingOf(now, undefined).kind === 'asleep', signal);
    } catch (error) {
      if (!mayStillCome.has(toFailure(error).kind)) await this.#tools.notes.remove(machine);
      throw error;
    }
    return note;
  }

  /** flyctl also fails when the machine took the change and did not stay up, so the machine itself is asked. */
  async #update(
    change: Parameters<typeof updateMachine>[2],
    isDone: (machine: Machine) => boolean,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { app, id } = this.#machine;
    try {
      await this.#tools.flyctl.run(updateMachine(app, id, change), { signal });
    } catch (error) {
      const failure = toFailure(error);
      if (failure.kind === 'cancelled' || !isDone(await this.#readOr(failure))) throw failure;
    }
  }

  async #readOr(failure: Failure): Promise<Machine> {
    try {
      return await this.read();
    } catch {
      throw failure;
    }
  }

  /** A machine that nobody connects to may be stopped by Fly's proxy, and is then started again. */
  async #reach({ signal, onStep }: StepOptions): Promise<void> {
    const { clock = systemClock } = this.#tools;
    onStep?.('reach');
    const endsAt = clock.now() + reachMs;
    for (;;) {
      const failure = await this.#tryToReach(signal);
      if (!failure) return;
      if (!mayPass(failure) || clock.now() > endsAt) throw failure;
      await pause(clock, intervalMs, signal);
    }
  }

  async #tryToReach(signal: AbortSignal | undefined): Promise<Failure | undefined> {
    const { app, id } = this.#machine;
    try {
      await this.shell.run('true', { effect: 'read', deadlineMs: 20_000, signal });
      return undefined;
    } catch (error) {
      const failure = toFailure(error);
      if (failure.kind === 'noStartedMachine' && (await this.read(signal)).state === 'stopped') {
        await this.#tools.flyctl.run(startMachine(app, id), { signal });
      }
      return failure;
    }
  }
}

function isRestored({ init, metadata }: Machine, { command }: RescueNote): boolean {
  const isOpen =
    metadata[noteKey] !== undefined && metadata[noteKey] !== '' && metadata[noteKey] !== doneMark;
  return !isOpen && JSON.stringify(init.cmd) === JSON.stringify(command);
}

function notRestored({ command }: RescueNote): Failure {
  return new Failure('failed', {
    detail: l10n.t(
      'The machine does not have its command from before the rescue: {0}',
      command.join(' ') || l10n.t('that of the image'),
    ),
  });
}

function lostNote(): Failure {
  return new Failure('failed', {
    detail: l10n.t(
      'The machine sleeps, and the note of its command is lost. Deploy the app again: that gives the machine the command of fly.toml.',
    ),
  });
}
