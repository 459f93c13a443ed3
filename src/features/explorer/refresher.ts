import * as vscode from 'vscode';
import type { Services } from '../common/services.ts';
import { Follower } from './follower.ts';
import type { Shown } from './shown.ts';
import { setting } from '../common/setting.ts';

/** The longest pause between refreshes after failures, in milliseconds. */
const maxPauseMs = 5 * 60_000;
/** Accounts with more apps are not searched for OpenClaw: one flyctl process per app would be too many. */
const maxAppsToExamine = 25;
/** A focused window refreshes at once when the data is older than this, in milliseconds. */
const focusAgeMs = 5_000;

/**
 * Refreshes the store while the view is visible: on show, on focus, by timer, and on demand. Nothing runs while the
 * view is hidden, the window is in Restricted Mode, or the timer is off (`refreshInterval` 0).
 */
export class Refresher implements vscode.Disposable {
  readonly #services: Services;
  readonly #view: vscode.TreeView<unknown>;
  readonly #shown: Shown;
  readonly #follower: Follower;
  readonly #subscriptions: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #failures = 0;
  #refreshedAt = 0;

  /** @param shown What of the tree is open: nothing else is read again. */
  constructor(services: Services, view: vscode.TreeView<unknown>, shown: Shown) {
    this.#services = services;
    this.#view = view;
    this.#shown = shown;
    this.#follower = new Follower({
      store: services.store,
      watched: () => (this.#isActive ? shown.apps : []),
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#follower,
      view.onDidChangeVisibility(() => this.#wake()),
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#wake()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#wake()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('openclawDeployments')) this.#schedule();
      }),
      vscode.Disposable.from(services.locator.onDidChange(() => void this.refreshNow())),
    );
    this.#wake();
  }

  /** Refreshes now, with a progress bar above the tree; joins a refresh that is under way. */
  async refreshNow(): Promise<void> {
    if (!vscode.workspace.isTrusted) return;
    this.#running ??= this.#refresh().finally(() => {
      this.#running = undefined;
      this.#schedule();
    });
    await this.#running;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  /** Whether anything is read by itself. */
  get #isActive(): boolean {
    return setting<number>('refreshInterval', 30) > 0 && this.#view.visible && vscode.workspace.isTrusted;
  }

  #wake(): void {
    this.#follower.look();
    if (this.#view.visible && Date.now() - this.#refreshedAt > focusAgeMs) void this.refreshNow();
    else this.#schedule();
  }

  async #refresh(): Promise<void> {
    const { store, workspaceApps, account } = this.#services;
    await workspaceApps.ready;
    await vscode.window.withProgress({ location: { viewId: 'openclawDeployments.explorer' } }, () =>
      store.refresh({ shown: (app, part) => this.#shown.isShown(app, part) }),
    );
    this.#refreshedAt = Date.now();
    this.#failures = store.apps.error && !store.limited ? this.#failures + 1 : 0;
    if (!store.apps.error) void account.load();
    void store.detectOpenClaw(maxAppsToExamine);
  }

  /** The next refresh: the interval, doubled for every failure in a row, up to five minutes. */
  #schedule(): void {
    clearTimeout(this.#timer);
    if (!this.#isActive) return;
    const seconds = setting<number>('refreshInterval', 30);
    const pause = Math.min(seconds * 1_000 * 2 ** this.#failures, Math.max(maxPauseMs, seconds * 1_000));
    this.#timer = setTimeout(() => void this.refreshNow(), pause);
  }
}
