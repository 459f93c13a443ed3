import * as vscode from 'vscode';
import { Failure, toFailure } from '../../core/errors.ts';
import { finish } from '../../deployment/rescue/finish.ts';
import type { LocalNotes } from '../../deployment/rescue/local-notes.ts';
import { lookAround, type RescueLook } from '../../deployment/rescue/look.ts';
import type { RescueNote } from '../../deployment/rescue/note.ts';
import { obstacleTo } from '../../deployment/rescue/obstacle.ts';
import { putBack } from '../../deployment/rescue/put-config.ts';
import { Rescue, type RescueStep } from '../../deployment/rescue/rescue.ts';
import type { Machine } from '../../fly/model.ts';
import type { Comeback } from '../../gateway/comeback.ts';
import { ConfigHistory } from '../../gateway/config-history.ts';
import { locate } from '../../gateway/location.ts';
import { withSignal } from '../common/abort.ts';
import { runCommand } from '../common/commands.ts';
import { machineLabel } from '../common/machine-state.ts';
import type { Services } from '../common/services.ts';
import { type After, tellConfigLeft, tellEnd, tellFailure, tellOver, tellPaused } from './endings.ts';
import { Fixes } from './fixes.ts';
import type { Wish } from './offers.ts';
import { askAnyway, askBegin, askResume, askUndo, chooseNext } from './questions.ts';

interface Progress {
  readonly signal: AbortSignal;
  report(message: string): void;
}

function stepText(step: RescueStep): string {
  switch (step) {
    case 'sleep':
      return vscode.l10n.t('step 1 of 5: noting the command and putting the machine to sleep');
    case 'reach':
      return vscode.l10n.t('step 2 of 5: waiting until the machine can be reached');
    case 'wake':
      return vscode.l10n.t('step 4 of 5: giving the machine its command back');
  }
}

/** Guides through one rescue, from wherever it stands, to an end or to a place where it can be left. */
export class RescueFlow {
  readonly #services: Services;
  readonly #rescue: Rescue;
  readonly #machine: Pick<Machine, 'app' | 'id'>;
  readonly #name: string;
  readonly #history: ConfigHistory;

  constructor(services: Services, notes: LocalNotes, machine: Pick<Machine, 'app' | 'id' | 'name'>) {
    this.#services = services;
    this.#machine = machine;
    this.#name = machineLabel(machine);
    this.#history = new ConfigHistory(vscode.Uri.joinPath(services.storageUri, 'history').fsPath);
    this.#rescue = new Rescue(
      {
        flyctl: services.flyctl,
        notes,
        readMachines: (app, signal) => services.store.machines(app, { fresh: true, signal }),
        shell: (each) => services.shell(each),
      },
      machine,
    );
  }

  /** @param wish What is wanted of a rescue that is under way; it is asked for when left out. */
  async run(wish?: Wish): Promise<void> {
    try {
      await this.#guide(wish);
    } catch (error) {
      await this.#fail(toFailure(error));
    }
  }

  async #guide(wish: Wish | undefined): Promise<void> {
    const looking = vscode.l10n.t('looking at the machine');
    const machine = await this.#during(looking, ({ signal }) => this.#rescue.read(signal));
    const standing = await this.#rescue.standing();
    if (standing.kind === 'asleep') return this.#resume(standing.note, wish);
    if (standing.kind === 'awake') {
      if (wish) return tellOver(this.#name);
      const obstacle = obstacleTo(machine);
      if (obstacle !== undefined) throw new Failure('failed', { detail: obstacle });
      if (!(await askBegin(this.#name, machine))) return;
    }
    await this.#begin();
  }

  async #resume(note: RescueNote, wish: Wish | undefined): Promise<void> {
    const choice = wish ?? (await askResume(this.#name, note));
    if (choice === 'undo') return this.#undo(note);
    if (choice === 'continue') return this.#begin();
  }

  async #begin(): Promise<void> {
    const note = await this.#during(stepText('sleep'), ({ signal, report }) =>
      this.#rescue.putToSleep(this.#version(), { signal, onStep: (step) => report(stepText(step)) }),
    );
    await this.#repair(note);
  }

  /** Offers repairs until the user is done. */
  async #repair(begun: RescueNote): Promise<void> {
    let note = begun;
    for (;;) {
      const look = await this.#look(note);
      note = await this.#rememberConfig(note, look);
      const next = await chooseNext(this.#name, look);
      if (next === undefined) return this.#pause();
      if (next === 'undo') {
        if (await askUndo(this.#name)) return this.#undo(note);
      } else if (next === 'finish') {
        if (look.complaint === undefined || (await askAnyway(look.complaint))) return this.#finish(note);
      } else if ((await this.#fixes(look).apply(next)) === 'left') {
        return this.#pause();
      }
    }
  }

  #look(note: RescueNote): Promise<RescueLook> {
    const title = vscode.l10n.t('step 3 of 5: looking for what keeps the gateway from starting');
    return this.#during(title, async ({ signal }) =>
      lookAround(this.#rescue.shell, await this.#rescue.hints(note, signal), { signal }),
    );
  }

  /** What the rescue began with can be put back only when it is known and kept. */
  async #rememberConfig(note: RescueNote, { config, location }: RescueLook): Promise<RescueNote> {
    if (note.configSha256 !== undefined) return note;
    if (config.exists)
      await this.#history.record(this.#file(location.configPath), config.bytes, { origin: 'opened' });
    const known = { ...note, configSha256: config.exists ? config.sha256 : null };
    await this.#rescue.remember(known);
    return known;
  }

  #fixes(look: RescueLook): Fixes {
    return new Fixes({
      name: this.#name,
      look,
      shell: this.#rescue.shell,
      file: this.#file(look.location.configPath),
      history: this.#history,
      during: (title, work) => this.#during(title, work),
    });
  }

  async #finish(note: RescueNote): Promise<void> {
    const comeback = await this.#during(stepText('wake'), ({ signal, report }) =>
      this.#wake(note, signal, report),
    );
    await this.#end(comeback);
  }

  async #undo(note: RescueNote): Promise<void> {
    const title = vscode.l10n.t('putting back what was there before');
    const [isBack, comeback] = await this.#during(title, async ({ signal, report }) => {
      const back = await this.#putConfigBack(note, signal);
      return [back, await this.#wake(note, signal, report)] as const;
    });
    if (!isBack) tellConfigLeft(this.#name);
    await this.#end(comeback);
  }

  /** The command goes back also when the machine cannot be reached. */
  async #putConfigBack(note: RescueNote, signal: AbortSignal): Promise<boolean> {
    if (note.configSha256 === undefined) return true;
    try {
      const hints = await this.#rescue.hints(note, signal);
      const location = await locate(this.#rescue.shell, hints, { signal });
      const subject = { note, look: { location, hints }, history: this.#history };
      return await putBack(this.#rescue.shell, this.#file(location.configPath), subject, signal);
    } catch (error) {
      if (toFailure(error).kind === 'cancelled') throw error;
      return false;
    }
  }

  #wake(note: RescueNote, signal: AbortSignal, report: (message: string) => void): Promise<Comeback> {
    return finish(this.#rescue, note, {
      signal,
      onStep: (step) => report(stepText(step)),
      onState: ({ detail }) => report(vscode.l10n.t('step 5 of 5: {0}', detail)),
    });
  }

  async #end(comeback: Comeback): Promise<void> {
    void this.#services.store.load(this.#machine.app, 'machines');
    // The message stays until somebody looks at it: whoever waits for the rescue does not wait for that.
    void tellEnd(this.#name, comeback).then((after) => this.#take(after));
  }

  /** Whatever went wrong, what has become of the machine is read from the machine. */
  async #fail(failure: Failure): Promise<void> {
    this.#services.log.warn(`${this.#name}: ${failure.message}`);
    const standing = await this.#rescue.standing().catch(() => undefined);
    await this.#take(await tellFailure(this.#name, failure, standing?.kind));
  }

  async #pause(): Promise<void> {
    await this.#take(await tellPaused(this.#name));
  }

  async #take(after: After): Promise<void> {
    const { app, id } = this.#machine;
    if (after === 'showLogs') await runCommand('showLogs', { app, machine: id });
    else if (after) await this.run(after === 'again' ? undefined : after);
  }

  /** Shows that something is being done, with Cancel. @throws Failure `cancelled` among others */
  async #during<T>(message: string, work: (progress: Progress) => Promise<T>): Promise<T> {
    const title = vscode.l10n.t('Rescue of {0}', this.#name);
    this.#services.log.info(`${title}: ${message}`);
    const location = vscode.ProgressLocation.Notification;
    return vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) => {
      progress.report({ message });
      return withSignal(token, (signal) =>
        work({ signal, report: (text) => progress.report({ message: text }) }),
      );
    });
  }

  #file(path: string): { app: string; machine: string; path: string } {
    return { app: this.#machine.app, machine: this.#machine.id, path };
  }

  #version(): string {
    const self = vscode.extensions.all.find(
      ({ extensionUri }) => extensionUri.toString() === this.#services.extensionUri.toString(),
    );
    return String(self?.packageJSON.version ?? '');
  }
}
