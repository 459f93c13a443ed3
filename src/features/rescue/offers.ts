import * as vscode from 'vscode';
import { isAttended, type LocalNote, LocalNotes } from '../../deployment/rescue/local-notes.ts';
import { decodeNote, noteKey, type RescueNote } from '../../deployment/rescue/note.ts';
import { isAsleep } from '../../deployment/rescue/sleep.ts';
import type { Disposable } from '../../core/disposable.ts';
import type { Machine } from '../../fly/model.ts';
import { machineLabel } from '../common/machine-state.ts';
import type { Services } from '../common/services.ts';

type Patient = Pick<Machine, 'app' | 'id' | 'name'>;

/** What somebody wants of a rescue that was left in the middle. */
export type Wish = 'continue' | 'undo';

/**
 * Finds rescues that were left in the middle, at once by the notes on this computer and later by those on machines that
 * are listed anyway, and offers to end each, once.
 */
export class RescueOffers implements Disposable {
  readonly #services: Services;
  readonly #notes: LocalNotes;
  /** Machines whose rescue somebody is guided through in this window. */
  readonly #attended = new Set<string>();
  /** Machines that sleep and whose user was told so. */
  readonly #told = new Set<string>();
  readonly #subscription: Disposable;

  constructor(services: Services) {
    this.#services = services;
    this.#notes = new LocalNotes(vscode.Uri.joinPath(services.storageUri, 'rescue').fsPath);
    this.#subscription = services.store.onDidChange((change) => {
      if (change !== 'apps' && change.part === 'machines') void this.#offerAsleep(change.app);
    });
    if (vscode.workspace.isTrusted) void this.#offerNoted();
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** Guides through the rescue of the machine. */
  async attend(machine: Patient, wish?: Wish): Promise<void> {
    const key = keyOf(machine);
    this.#attended.add(key);
    try {
      const { RescueFlow } = await import('./flow.ts');
      await new RescueFlow(this.#services, this.#notes, machine).run(wish);
    } finally {
      this.#attended.delete(key);
      if (this.#isAsleep(machine)) this.#told.add(key);
    }
  }

  /** As far as it is known; whoever rescued the machine has read it. */
  #isAsleep({ app, id }: Patient): boolean {
    const machines = this.#services.store.app(app).machines.data ?? [];
    return machines.some((machine) => machine.id === id && isAsleep(machine));
  }

  async #offerNoted(): Promise<void> {
    const left = (await this.#notes.list()).filter((local) => !isAttended(local));
    await Promise.all(left.map((local) => this.#offer(patientOf(local), local.note)));
  }

  async #offerAsleep(app: string): Promise<void> {
    const machines = this.#services.store.app(app).machines.data ?? [];
    for (const machine of machines.filter((each) => !isAsleep(each))) this.#told.delete(keyOf(machine));
    await Promise.all(machines.filter(isAsleep).map((machine) => this.#offerUnlessAttended(machine)));
  }

  async #offerUnlessAttended(machine: Machine): Promise<void> {
    const local = await this.#notes.get(machine);
    const note = decodeNote(machine.metadata[noteKey]) ?? local?.note;
    if (note && !(local && isAttended(local))) await this.#offer(machine, note);
  }

  async #offer(machine: Patient, { startedAt }: RescueNote): Promise<void> {
    const key = keyOf(machine);
    if (this.#told.has(key) || this.#attended.has(key)) return;
    this.#told.add(key);
    const [resume, undo] = [vscode.l10n.t('Continue Rescue'), vscode.l10n.t('Put the Command Back')];
    const sentence = vscode.l10n.t(
      'The rescue of {0} ({1}), begun {2}, was not ended: its machine sleeps and its gateway does not run.',
      machineLabel(machine),
      machine.app,
      new Date(startedAt).toLocaleString(),
    );
    const chosen = await vscode.window.showWarningMessage(sentence, resume, undo);
    if (chosen === resume) await this.attend(machine, 'continue');
    if (chosen === undo) await this.attend(machine, 'undo');
  }
}

function patientOf({ app, machine }: LocalNote): Patient {
  return { app, id: machine, name: '' };
}

function keyOf({ app, id }: Patient): string {
  return `${app}/${id}`;
}
