import { posix } from 'node:path';
import * as vscode from 'vscode';
import { toFailure } from '../../core/errors.ts';
import { explain } from '../../core/explain.ts';
import { isAsleep } from '../../deployment/rescue/sleep.ts';
import type { Aftermath } from '../../gateway/aftermath.ts';
import { watchAfterPush } from '../../gateway/after-push.ts';
import { locate } from '../../gateway/location.ts';
import { type RemoteFile, toUri } from '../common/remote-uri.ts';
import type { Services } from '../common/services.ts';
import { setting } from '../common/setting.ts';
import { note, type Patient, type Placed, Recovery } from './recovery.ts';
import type { Versions } from './versions.ts';

/** Sees what the gateway makes of a configuration, says it, and offers what helps. */
export class Aftercare implements vscode.Disposable {
  readonly #services: Services;
  readonly #versions: Versions;
  readonly #reread: (uri: vscode.Uri) => void;
  readonly #recovery: Recovery;
  readonly #running = new Map<string, AbortController>();

  /** @param reread Has open editors read the file again. */
  constructor(services: Services, versions: Versions, reread: (uri: vscode.Uri) => void) {
    this.#services = services;
    this.#versions = versions;
    this.#reread = reread;
    this.#recovery = new Recovery(services, versions, { reread, onAct: (file) => this.#stopWatching(file) });
  }

  dispose(): void {
    for (const controller of this.#running.values()) controller.abort();
  }

  /** Follows the newest push of a file in the background; what a later push replaces is not followed any more. */
  follow(placed: Placed): void {
    this.#stopWatching(placed.file);
    const key = toUri(placed.file).toString();
    const controller = new AbortController();
    this.#running.set(key, controller);
    this.#watch(placed, controller.signal)
      .catch((error: unknown) => this.#tellUnseen(placed.file, error, controller.signal))
      .finally(() => {
        if (this.#running.get(key) === controller) this.#running.delete(key);
      });
  }

  async #watch(placed: Placed, signal: AbortSignal): Promise<void> {
    const { app, machine: id, path } = placed.file;
    const machine = await this.#services.machines.find(app, id);
    if (isAsleep(machine)) {
      return note(vscode.l10n.t('{0} is on {1}, whose gateway is being rescued.', posix.basename(path), app));
    }
    const shell = this.#services.shell(machine);
    const title = vscode.l10n.t('{0} is on {1}; watching the gateway', posix.basename(path), app);
    const told = new Set<Aftermath['outcome']>();
    const [patient, aftermath] = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title },
      async () => {
        const location = { ...(await locate(shell, machine, { signal })), configPath: path };
        const found = { ...placed, machine, shell, location };
        const before = placed.before ?? null;
        const onProgress = (early: Aftermath): void => {
          if (!isCertain(early)) return;
          told.add(early.outcome);
          void this.#tell(found, early);
        };
        return [found, await watchAfterPush(shell, { ...found, before }, { signal, onProgress })] as const;
      },
    );
    this.#services.log.info(`${path} of ${app}: ${aftermath.outcome}`);
    if (!told.has(aftermath.outcome)) await this.#tell(patient, aftermath);
  }

  /** The file is in place; what the gateway makes of it is not known. */
  #tellUnseen({ app, path }: RemoteFile, error: unknown, signal: AbortSignal): void {
    if (signal.aborted) return;
    const { sentence } = explain(toFailure(error));
    this.#services.log.warn(`${path} of ${app}: the gateway could not be watched. ${sentence}`);
    const name = posix.basename(path);
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        '{0} is on {1}. What the gateway makes of it could not be seen. {2}',
        name,
        app,
        sentence,
      ),
    );
  }

  async #tell(patient: Patient, aftermath: Aftermath): Promise<void> {
    const { app } = patient.file;
    const name = posix.basename(patient.file.path);
    switch (aftermath.outcome) {
      case 'applied':
        return note(vscode.l10n.t('The gateway of {0} works with the new {1}.', app, name));
      case 'nothingToDo':
        return note(vscode.l10n.t('{0} is on {1}; it means the same to the gateway.', name, app));
      case 'waitingForRestart':
        return aftermath.underWay
          ? note(vscode.l10n.t('The gateway of {0} restarts by itself with the new {1}.', app, name))
          : this.#offerRestart(patient);
      case 'rejected':
        return this.#recovery.offer(
          'error',
          vscode.l10n.t(
            'The gateway of {0} did not take the new {1} and goes on with the old one: {2}',
            app,
            name,
            aftermath.words,
          ),
          patient,
        );
      case 'rewritten': {
        if (aftermath.file.exists) await this.#versions.keep(patient.file, aftermath.file.bytes, 'gateway');
        this.#reread(toUri(patient.file));
        return note(vscode.l10n.t('{0} on {1} was written again, most likely by the gateway.', name, app));
      }
      case 'reverted':
        this.#reread(toUri(patient.file));
        void vscode.window.showWarningMessage(
          vscode.l10n.t(
            'What you pushed is not on {0} any more: something put another {1} there. {2}',
            app,
            name,
            aftermath.words ?? '',
          ),
        );
        return;
      case 'gatewayDown':
        return this.#recovery.offer(
          'warning',
          vscode.l10n.t('{0} is on {1}, where no gateway runs. {2}', name, app, aftermath.words),
          patient,
        );
      case 'unconfirmed':
        return note(vscode.l10n.t('{0} is on {1}; the gateway said nothing about it.', name, app));
    }
  }

  async #offerRestart(patient: Patient): Promise<void> {
    const { app, path } = patient.file;
    const wish = setting<string>('push.afterPush', 'ask');
    const name = posix.basename(path);
    const sentence = vscode.l10n.t('The new {0} of {1} takes effect when the gateway restarts.', name, app);
    if (wish === 'restart') return this.#recovery.restart(patient);
    if (wish === 'nothing') return note(sentence);
    const restart = vscode.l10n.t('Restart');
    if ((await vscode.window.showInformationMessage(sentence, restart)) === restart)
      await this.#recovery.restart(patient);
  }

  #stopWatching(file: RemoteFile): void {
    this.#running.get(toUri(file).toString())?.abort();
  }
}

/** What a gateway has said need not wait for the last look. */
function isCertain({ outcome }: Aftermath): boolean {
  return outcome === 'applied' || outcome === 'nothingToDo' || outcome === 'rejected';
}
