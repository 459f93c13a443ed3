import * as vscode from 'vscode';
import { type Failure, toFailure } from '../../core/errors.ts';
import { explain, type Step } from '../../core/explain.ts';
import { withSignal } from './abort.ts';
import { runCommand } from './commands.ts';
import type { Activity } from './activity.ts';
import type { ExtensionLog } from './log.ts';

/** How an action ended. Only `ok` has a value; the user was told about `failed` already. */
export type ActionResult<T> =
  | { readonly status: 'ok'; readonly value: T }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly failure: Failure };

export interface ActionContext {
  readonly signal: AbortSignal;
  /** Replaces the text beside the title of the progress. */
  report(message: string): void;
}

export interface ActionOptions {
  /** What is being done, e.g. `Restarting machine d891…`. */
  readonly title: string;
  /** flyctl's commands as they can be typed, for the activity log. */
  readonly commands?: readonly string[];
  /** `view` shows a bar above the tree and offers no Cancel; for reads that are quick as a rule. */
  readonly where?: 'notification' | 'view';
  /** What of the work is done and what is not, in a sentence that follows that of a failure. */
  soFar?(): string;
}

/** What the button of a next step says. */
export function stepLabel(step: Step): string {
  switch (step) {
    case 'manageTrust':
      return vscode.l10n.t('Manage Workspace Trust');
    case 'installFlyctl':
      return vscode.l10n.t('Install flyctl');
    case 'pickFlyctl':
      return vscode.l10n.t('Choose flyctl…');
    case 'whereLooked':
      return vscode.l10n.t('Where I Looked');
    case 'signIn':
      return vscode.l10n.t('Sign In');
    case 'retry':
      return vscode.l10n.t('Try Again');
    case 'startMachine':
      return vscode.l10n.t('Start Machine');
    case 'showLogs':
      return vscode.l10n.t('Show Logs');
    case 'showLog':
      return vscode.l10n.t('Show Log');
  }
}

/** Does what the button of a step promises. `retry` does the failed work again. */
export async function takeStep(
  step: Step,
  failure: Failure,
  retry: (() => Promise<unknown>) | undefined,
): Promise<void> {
  switch (step) {
    case 'retry':
      await retry?.();
      return;
    case 'manageTrust':
      await vscode.commands.executeCommand('workbench.trust.manage');
      return;
    case 'installFlyctl':
      await vscode.env.openExternal(vscode.Uri.parse('https://fly.io/docs/flyctl/install/'));
      return;
    case 'startMachine':
    case 'showLogs':
      await runCommand(step, failure.facts);
      return;
    case 'pickFlyctl':
    case 'whereLooked':
    case 'signIn':
    case 'showLog':
      await runCommand(step);
  }
}

/**
 * Shows a failure as one sentence with its next steps as buttons. A cancellation is not shown.
 * @param soFar Said after it: what of the work was done all the same.
 */
export async function showFailure(
  failure: Failure,
  retry?: () => Promise<unknown>,
  soFar = '',
): Promise<void> {
  if (failure.kind === 'cancelled') return;
  const { sentence, steps } = explain(failure);
  const offered = steps.filter((step) => step !== 'retry' || retry !== undefined);
  const labels = offered.map(stepLabel);
  const message = soFar === '' ? sentence : `${sentence} ${soFar}`;
  const chosen = await vscode.window.showErrorMessage(message, ...labels);
  const step = offered[labels.indexOf(chosen ?? '')];
  if (step) await takeStep(step, failure, retry);
}

/** Runs commands: progress with Cancel, a log of start and end, and failures told in one way. */
export class Actions {
  readonly #log: ExtensionLog;
  readonly #activity: Activity;

  constructor(log: ExtensionLog, activity: Activity) {
    this.#log = log;
    this.#activity = activity;
  }

  /** Runs `work`; whatever it throws is logged and shown, never passed on. */
  async run<T>(
    options: ActionOptions,
    work: (context: ActionContext) => Promise<T>,
  ): Promise<ActionResult<T>> {
    const started = Date.now();
    const ended = this.#activity.begin(options.title, options.commands ?? []);
    this.#log.info(`${options.title}: started`);
    try {
      const value = await this.#withProgress(options, work);
      this.#log.info(`${options.title}: done in ${Date.now() - started} ms`);
      ended('done');
      return { status: 'ok', value };
    } catch (error) {
      const failure = toFailure(error);
      this.#log.warn(`${options.title}: ${failure.message} after ${Date.now() - started} ms`);
      ended(failure.kind === 'cancelled' ? 'cancelled' : 'failed', failure);
      if (failure.kind === 'cancelled') return { status: 'cancelled' };
      void showFailure(failure, () => this.run(options, work), options.soFar?.());
      return { status: 'failed', failure };
    }
  }

  #withProgress<T>(options: ActionOptions, work: (context: ActionContext) => Promise<T>): Thenable<T> {
    const inView = options.where === 'view';
    return vscode.window.withProgress(
      {
        location: inView ? { viewId: 'openclawDeployments.explorer' } : vscode.ProgressLocation.Notification,
        title: options.title,
        cancellable: !inView,
      },
      (progress, token) =>
        withSignal(token, (signal) => work({ signal, report: (message) => progress.report({ message }) })),
    );
  }
}
