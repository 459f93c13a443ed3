import * as vscode from 'vscode';
import { migrated, withValue } from '../../deployment/config-edits.ts';
import { type FixKind, textOf } from '../../deployment/rescue/fixes.ts';
import type { RescueLook } from '../../deployment/rescue/look.ts';
import { putConfig, type PutOptions } from '../../deployment/rescue/put-config.ts';
import { clearLocks } from '../../gateway/clear-locks.ts';
import type { ConfigHistory, HistoryFile } from '../../gateway/config-history.ts';
import type { PushResult } from '../../gateway/config-push.ts';
import { changeOwners, findForeign } from '../../gateway/owners.ts';
import type { RemoteShell } from '../../remote/shell.ts';
import { toUri } from '../common/remote-uri.ts';
import { confirmDifference } from './preview.ts';
import { askAnyway } from './questions.ts';
import { chooseCandidate } from './restore.ts';

interface Patient {
  readonly name: string;
  readonly look: RescueLook;
  readonly shell: RemoteShell;
  /** The configuration. */
  readonly file: HistoryFile;
  readonly history: ConfigHistory;
  /** Shows that something is being done, with Cancel. */
  during<T>(title: string, work: (context: { readonly signal: AbortSignal }) => Promise<T>): Promise<T>;
}

/** How many paths a question names. */
const namedPaths = 15;

/** The repairs of a sleeping machine. Each shows first what it changes. */
export class Fixes {
  readonly #patient: Patient;

  constructor(patient: Patient) {
    this.#patient = patient;
  }

  /** @returns `left` when the user does not go on with the rescue now. @throws Failure */
  async apply(kind: FixKind): Promise<'done' | 'left'> {
    switch (kind) {
      case 'edit':
        return this.#edit();
      case 'restore':
        await this.#restore();
        return 'done';
      case 'migrate':
        await this.#rewrite(vscode.l10n.t('Migrate the settings'), migrated);
        return 'done';
      case 'setMode':
        await this.#rewrite(vscode.l10n.t('Set gateway.mode'), (text) =>
          withValue(text, ['gateway', 'mode'], 'local'),
        );
        return 'done';
      case 'clearLocks':
        await this.#clearLocks();
        return 'done';
      case 'changeOwners':
        await this.#changeOwners();
        return 'done';
    }
  }

  async #restore(): Promise<void> {
    const { look, name, shell, file, history, during } = this.#patient;
    const { copies, config } = look;
    const sha256 = config.exists ? config.sha256 : undefined;
    const chosen = await chooseCandidate({ name, shell, file, history, copies, sha256 });
    if (!chosen) return;
    const reading = vscode.l10n.t('reading {0}', chosen.label);
    const bytes = await during(reading, ({ signal }) => chosen.read(signal));
    if (!bytes) return;
    await this.#put(bytes, vscode.l10n.t('Restore {0}', chosen.label), 'restored');
  }

  async #rewrite(title: string, rewrite: (text: string) => string | undefined): Promise<void> {
    const text = rewrite(textOf(this.#patient.look));
    if (text !== undefined) return this.#put(new TextEncoder().encode(text), title, 'pushed');
    await vscode.window.showWarningMessage(
      vscode.l10n.t('The configuration cannot be changed so without losing its layout. Edit it by hand.'),
    );
  }

  async #put(bytes: Uint8Array, title: string, origin: PutOptions['origin']): Promise<void> {
    const { look, file, name } = this.#patient;
    const after = new TextDecoder().decode(bytes);
    const yes = vscode.l10n.t('Put in Place');
    const question = vscode.l10n.t('{0} of {1}?', title, name);
    if (!(await confirmDifference(file, { title: question, before: textOf(look), after, yes }))) return;
    const result = await this.#push(bytes, { origin });
    if (result.outcome === 'rejected') {
      const complaint = result.issues.map(({ path, message }) => `${path}: ${message}`).join('\n');
      if (await askAnyway(complaint)) await this.#push(bytes, { origin, force: true });
    } else tellUnlessWritten(result);
  }

  #push(bytes: Uint8Array, options: Pick<PutOptions, 'origin' | 'force'>): Promise<PushResult> {
    const { look, file, shell, history, during } = this.#patient;
    return during(vscode.l10n.t('putting the configuration in place'), ({ signal }) =>
      putConfig(shell, file, look, bytes, { ...options, history, signal }),
    );
  }

  /** A save of the document pushes it. */
  async #edit(): Promise<'done' | 'left'> {
    await vscode.window.showTextDocument(toUri(this.#patient.file), { preview: false });
    const resume = vscode.l10n.t('Continue Rescue');
    const sentence = vscode.l10n.t(
      'Edit the configuration and save it: that puts it on the machine. Then continue.',
    );
    return (await vscode.window.showInformationMessage(sentence, resume)) === resume ? 'done' : 'left';
  }

  async #clearLocks(): Promise<void> {
    const { look, name, shell, during } = this.#patient;
    const stale = look.locks.locks.filter(({ verdict }) => verdict === 'stale');
    const lines = stale.map(({ path, reason }) => `${path}\n${reason}`);
    const question = vscode.l10n.t('Clear the stale gateway locks of {0}?', name);
    if (!(await confirmList(question, lines, vscode.l10n.t('Clear')))) return;
    const clearing = vscode.l10n.t('clearing stale locks');
    const cleared = await during(clearing, ({ signal }) => clearLocks(shell, stale, { signal }));
    const left = cleared.filter(({ outcome }) => outcome !== 'removed' && outcome !== 'missing');
    tellLeft(left.map(({ path, outcome, detail }) => `${path}: ${detail || outcome}`));
  }

  /** Again and again, because one look does not list more than some. */
  async #changeOwners(): Promise<void> {
    const { look, name, shell, during } = this.#patient;
    const { stateDir } = look.location;
    const { owner, files } = look.foreign;
    const question = vscode.l10n.t(
      'Give these files of {0} to user {1}, as whom the gateway runs?',
      name,
      owner.uid,
    );
    const paths = files.map(({ path, uid }) => vscode.l10n.t('{0} (user {1})', path, uid));
    if (!(await confirmList(question, paths, vscode.l10n.t('Correct the Owners')))) return;
    const left = await during(vscode.l10n.t('correcting the owners of files'), async ({ signal }) => {
      for (let found = look.foreign; ; found = await findForeign(shell, { stateDir }, { signal })) {
        const change = { stateDir, ...owner, paths: found.files.map(({ path }) => path) };
        const changed = await changeOwners(shell, change, { signal });
        const failed = changed.filter(({ outcome }) => outcome === 'failed' || outcome === 'refused');
        if (failed.length > 0 || !found.truncated) return failed;
      }
    });
    tellLeft(left.map(({ path, outcome, detail }) => `${path}: ${detail || outcome}`));
  }
}

async function confirmList(question: string, lines: readonly string[], yes: string): Promise<boolean> {
  const more = lines.length - namedPaths;
  const shown = lines.slice(0, namedPaths);
  const detail = [...shown, ...(more > 0 ? [vscode.l10n.t('… and {0} more.', more)] : [])].join('\n');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}

function tellLeft(lines: readonly string[]): void {
  if (lines.length === 0) return;
  void vscode.window.showWarningMessage(
    vscode.l10n.t('Not everything could be repaired. {0}', lines.join('; ')),
  );
}

function tellUnlessWritten(result: PushResult): void {
  if (result.outcome === 'refused') void vscode.window.showWarningMessage(result.message);
  if (result.outcome !== 'conflict') return;
  void vscode.window.showWarningMessage(
    vscode.l10n.t('The configuration changed meanwhile. Nothing was written; look at it again.'),
  );
}
