import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { Machine } from '../../fly/model.ts';
import { type ConfigFacts, type ConfigStat, hashOf } from '../../gateway/config.ts';
import { pushConfig, type PushResult } from '../../gateway/config-push.ts';
import type { ConfigIssue, Validation } from '../../gateway/push/validation.ts';
import { withSignal } from '../common/abort.ts';
import type { ConfigJudge } from '../common/config-judge.ts';
import type { Services } from '../common/services.ts';
import type { RemoteFile } from '../common/remote-uri.ts';
import type { Aftercare } from './aftercare.ts';
import { resolve } from './conflict.ts';
import { admit, confirm, mayForce } from './gate.ts';
import { readRemote, replacedBy } from './remote-config.ts';
import type { Versions } from './versions.ts';

/** What a push means to the one who asked for it. */
export interface Pushed {
  /** The state of the file on the machine, where the push found it out. */
  readonly remote?: ConfigStat;
  /** The content of that file, where it is known. It is not what was to be pushed when the machine's was merged into it. */
  readonly content?: Uint8Array;
  /** Why the file on the machine is not the new one, in a sentence; absent when it is. */
  readonly problem?: string;
}

/** The file that a push may replace. */
export interface Replaced {
  /** The hash of its content; `null` when there must be no file. */
  readonly sha256: string | null;
  /** Its content, where that is known. */
  readonly bytes?: Uint8Array | undefined;
}

/** What pushes for a command; editors of the file show the result. */
export type Pusher = Pick<Push, 'push'>;

/** Pushes files to machines; a configuration only when its gateway will take it, and not without seeing what comes of it. */
export class Push {
  readonly #services: Services;
  readonly #judge: ConfigJudge;
  readonly #versions: Versions;
  readonly #aftercare: Aftercare;

  constructor(services: Services, judge: ConfigJudge, versions: Versions, aftercare: Aftercare) {
    this.#services = services;
    this.#judge = judge;
    this.#versions = versions;
    this.#aftercare = aftercare;
  }

  /** @throws Failure */
  async push(file: RemoteFile, bytes: Uint8Array, replaced: Replaced): Promise<Pushed> {
    if (!this.#isConfig(file)) return this.#put(file, bytes, replaced, 'off');
    const admission = await admit(this.#judge, { file, bytes, replaced: replaced.bytes });
    if (!admission.admitted) return { problem: admission.reason };
    return this.#put(file, bytes, replaced, admission.forced ? 'off' : 'machine');
  }

  async #put(
    file: RemoteFile,
    bytes: Uint8Array,
    replaced: Replaced,
    validation: 'machine' | 'off',
  ): Promise<Pushed> {
    const { app, machine: id, path } = file;
    const shell = this.#services.shell({ app, id });
    const machine = this.#machineOf(file);
    const stateDir = machine?.env['OPENCLAW_STATE_DIR'] ?? posix.dirname(path);
    const location = { configPath: path, stateDir };
    const title = vscode.l10n.t('Pushing {0} to {1}', posix.basename(path), app);
    const options = { expectedSha256: replaced.sha256, validation, command: machine?.command };
    const result = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      (_progress, token) =>
        withSignal(token, (signal) => pushConfig(shell, location, bytes, { ...options, signal })),
    );
    this.#services.log.info(`${title}: ${result.outcome}`);
    return this.#conclude(file, bytes, replaced, result);
  }

  async #conclude(
    file: RemoteFile,
    bytes: Uint8Array,
    replaced: Replaced,
    result: PushResult,
  ): Promise<Pushed> {
    switch (result.outcome) {
      case 'written':
        await this.#versions.keep(file, bytes, 'pushed');
        this.#tellUnchecked(result.validation);
        void this.#services.drift.check();
        if (this.#isConfig(file)) this.#follow(file, bytes, replaced, result.file.mtimeMs);
        return placed(result.file, bytes);
      case 'unchanged':
        vscode.window.setStatusBarMessage(
          vscode.l10n.t('{0} already has exactly this {1}.', file.app, posix.basename(file.path)),
          8_000,
        );
        return placed(result.file, bytes);
      case 'conflict':
        return this.#settle(file, bytes, replaced);
      case 'rejected':
        return mayForce() && (await confirm(file, issueLines(result.issues), vscode.l10n.t('Push Anyway')))
          ? this.#put(file, bytes, replaced, 'off')
          : { problem: rejection(file, result.issues) };
      case 'refused':
        return { problem: result.message };
    }
  }

  /** Only the checks of this computer have seen the file. */
  #tellUnchecked(validation: Validation): void {
    if (validation.kind === 'passed' || validation.reason === 'off') return;
    this.#services.log.warn(validation.message);
    vscode.window.setStatusBarMessage(validation.message, 8_000);
  }

  #follow(file: RemoteFile, pushed: Uint8Array, { sha256, bytes }: Replaced, pushedAt: number): void {
    const before = sha256 === null ? null : bytes;
    this.#aftercare.follow({ file, pushed, before, pushedAt });
  }

  /** Somebody changed the file on the machine meanwhile. */
  async #settle(file: RemoteFile, mine: Uint8Array, { bytes: base }: Replaced): Promise<Pushed> {
    const theirs = await readRemote(this.#services, file);
    if (theirs.exists) await this.#versions.keep(file, theirs.bytes, 'gateway');
    const resolution = await resolve({ file, base, mine, theirs }, this.#versions);
    const content = theirs.exists ? { content: theirs.bytes } : {};
    switch (resolution.kind) {
      case 'push':
        return this.push(file, resolution.bytes, replacedBy(theirs));
      case 'merging':
        return { remote: theirs, ...content, problem: vscode.l10n.t('Merge the two versions, then save.') };
      case 'cancelled':
        return { problem: vscode.l10n.t('The push was cancelled.') };
    }
  }

  /** Whether the gateway reads the file as its configuration. */
  #isConfig(file: RemoteFile): boolean {
    const { path } = file;
    return (
      posix.basename(path) === 'openclaw.json' || this.#machineOf(file)?.env['OPENCLAW_CONFIG_PATH'] === path
    );
  }

  /** As far as it is known; nothing is read for it. */
  #machineOf({ app, machine }: RemoteFile): Machine | undefined {
    return this.#services.store.app(app).machines.data?.find(({ id }) => id === machine);
  }
}

/** What is there is the pushed file, unless somebody has replaced it again already. */
function placed(remote: ConfigFacts, content: Uint8Array): Pushed {
  return remote.sha256 === hashOf(content) ? { remote, content } : { remote };
}

function rejection({ app, path }: RemoteFile, issues: readonly ConfigIssue[]): string {
  const reasons = issueLines(issues.slice(0, 5));
  if (issues.length > reasons.length) {
    reasons.push(vscode.l10n.t('{0} more', issues.length - reasons.length));
  }
  return vscode.l10n.t(
    'OpenClaw on {0} does not accept {1}. Nothing was written. {2}',
    app,
    posix.basename(path),
    reasons.join(' · '),
  );
}

function issueLines(issues: readonly ConfigIssue[]): string[] {
  return issues.map(({ path, message }) => `${path}: ${message}`);
}
