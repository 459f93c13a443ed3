import { posix } from 'node:path';
import * as vscode from 'vscode';
import { type ConfigFile, hashOf, statConfig } from '../../gateway/config.ts';
import type { HistoryEntry } from '../../gateway/config-history.ts';
import { machineLabel } from '../common/machine-state.ts';
import { onCommand } from '../common/on-command.ts';
import { fromUri, type RemoteFile, remoteScheme } from '../common/remote-uri.ts';
import type { Services } from '../common/services.ts';
import { timeOf } from '../common/version-labels.ts';
import type { Pusher } from './push.ts';
import { locateConfig, pushAndTell, readRemote, replacedBy, showNow } from './remote-config.ts';
import { chooseOther, chooseVersion } from './version-picker.ts';
import type { Versions } from './versions.ts';

/** The file that is compared, and what is known of its versions. */
interface Subject {
  readonly file: RemoteFile;
  /** The newest first. */
  readonly entries: readonly HistoryEntry[];
}

/** Config History: the versions of a file that are kept on this computer, to compare and to restore. */
class History {
  readonly #services: Services;
  readonly #versions: Versions;
  readonly #push: Pusher;

  constructor(services: Services, versions: Versions, push: Pusher) {
    this.#services = services;
    this.#versions = versions;
    this.#push = push;
  }

  async show(argument: unknown): Promise<void> {
    const file = await this.#fileOf(argument);
    if (!file) return;
    const entries = distinct(await this.#versions.list(file));
    const name = posix.basename(file.path);
    if (entries.length === 0) {
      const message = vscode.l10n.t(
        'No version of {0} of {1} is kept on this computer yet. Open or push it first.',
        name,
        file.app,
      );
      void vscode.window.showInformationMessage(message);
      return;
    }
    const choice = await chooseVersion(entries, {
      title: vscode.l10n.t('{0} of {1}: versions kept on this computer', name, file.app),
      placeholder: vscode.l10n.t('Choose a version to compare it with what is on the machine'),
      onMachine: this.#hashOnMachine(file),
    });
    if (!choice) return;
    const { entry, act } = choice;
    switch (act) {
      case 'compareWithMachine':
        return this.#compareWithMachine(file, entry);
      case 'compareWithBefore':
        return this.#compare(file, entries[entries.indexOf(entry) + 1], entry);
      case 'compareWithAnother':
        return this.#compareWithAnother({ file, entries }, entry);
      case 'restore':
        return this.#restore(file, entry);
    }
  }

  /** The file that the command was called on, the one in the active editor, or that of a machine that the user chooses. */
  async #fileOf(argument: unknown): Promise<RemoteFile | undefined> {
    const uri = argument ?? vscode.window.activeTextEditor?.document.uri;
    if (uri instanceof vscode.Uri && uri.scheme === remoteScheme) return fromUri(uri);
    const machine = await this.#services.machines.choose(argument);
    if (!machine) return undefined;
    const title = vscode.l10n.t('Looking for openclaw.json of {0}', machineLabel(machine));
    const found = await this.#services.actions.run({ title }, ({ signal }) =>
      locateConfig(this.#services, machine, signal),
    );
    return found.status === 'ok' ? found.value : undefined;
  }

  /** The versions can be looked at also when the machine cannot be asked. */
  async #hashOnMachine({ app, machine, path }: RemoteFile): Promise<string | undefined> {
    const shell = this.#services.shell({ app, id: machine });
    const stat = await statConfig(shell, { configPath: path }).catch(() => undefined);
    return stat?.exists ? stat.sha256 : undefined;
  }

  async #compareWithMachine(file: RemoteFile, entry: HistoryEntry): Promise<void> {
    const kept = this.#versions.show(file, await this.#versions.read(entry));
    const now = await this.#readNow(file);
    if (!now) return;
    const title = vscode.l10n.t('{0}: {1} ↔ {2} now', posix.basename(file.path), timeOf(entry), file.app);
    await vscode.commands.executeCommand(
      'vscode.diff',
      kept,
      await showNow(this.#versions, { file, now }),
      title,
    );
  }

  async #compareWithAnother({ file, entries }: Subject, entry: HistoryEntry): Promise<void> {
    const other = await chooseOther(entries, entry);
    if (!other) return;
    const [older, newer] = other.time < entry.time ? [other, entry] : [entry, other];
    await this.#compare(file, older, newer);
  }

  async #compare(file: RemoteFile, older: HistoryEntry | undefined, newer: HistoryEntry): Promise<void> {
    if (!older) return;
    const [left, right] = await Promise.all([older, newer].map((entry) => this.#versions.read(entry)));
    if (!left || !right) return;
    const title = vscode.l10n.t(
      '{0} of {1}: {2} ↔ {3}',
      posix.basename(file.path),
      file.app,
      timeOf(older),
      timeOf(newer),
    );
    const uris = [left, right].map((bytes) => this.#versions.show(file, bytes));
    await vscode.commands.executeCommand('vscode.diff', ...uris, title);
  }

  async #readNow(file: RemoteFile): Promise<ConfigFile | undefined> {
    const title = vscode.l10n.t('Comparing with {0} of {1}', posix.basename(file.path), file.app);
    const read = await this.#services.actions.run({ title }, ({ signal }) =>
      readRemote(this.#services, file, signal),
    );
    return read.status === 'ok' ? read.value : undefined;
  }

  async #restore(file: RemoteFile, entry: HistoryEntry): Promise<void> {
    const bytes = await this.#versions.read(entry);
    const machine = await this.#services.machines.find(file.app, file.machine);
    const now = await this.#readNow(file);
    if (!now) return;
    if (now.exists && now.sha256 === hashOf(bytes)) {
      const message = vscode.l10n.t('{0} already has exactly this file.', file.app);
      void vscode.window.showInformationMessage(message);
      return;
    }
    if (now.exists) await this.#versions.keep(file, now.bytes, 'opened');
    if (!(await confirmRestore({ file, machine: machineLabel(machine), entry, now }))) return;
    const restored = await pushAndTell(this.#services, this.#push, file, {
      bytes,
      replaced: replacedBy(now),
    });
    if (restored) await this.#versions.keep(file, bytes, 'restored');
  }
}

interface Restoration {
  readonly file: RemoteFile;
  /** As it is called on screen. */
  readonly machine: string;
  readonly entry: HistoryEntry;
  readonly now: ConfigFile;
}

async function confirmRestore({ file, machine, entry, now }: Restoration): Promise<boolean> {
  const restore = vscode.l10n.t('Restore');
  const question = vscode.l10n.t(
    'Restore {0} of {1} ({2}) as it was on {3}?',
    posix.basename(file.path),
    file.app,
    machine,
    timeOf(entry),
  );
  const detail = now.exists
    ? vscode.l10n.t('What is on the machine now is replaced. It stays in the history.')
    : vscode.l10n.t('The machine has no such file now.');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, restore)) === restore;
}

/** The same content in a row is one version: the newest entry says who had it last. */
function distinct(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  return entries.filter(({ sha256 }, index) => entries[index - 1]?.sha256 !== sha256);
}

/** Config History. */
export function registerHistory(services: Services, versions: Versions, push: Pusher): vscode.Disposable {
  const history = new History(services, versions, push);
  return onCommand('configHistory', (argument) => history.show(argument));
}
