import * as vscode from 'vscode';
import type { Failure } from '../../core/errors.ts';
import { explain } from '../../core/explain.ts';
import type { Standing } from '../../deployment/rescue/standing.ts';
import type { Comeback } from '../../gateway/comeback.ts';

/** What the user wants after a rescue ended, or was left. */
export type After = 'continue' | 'undo' | 'again' | 'showLogs' | undefined;

type Kind = Standing['kind'] | undefined;

function afterLabel(after: NonNullable<After>): string {
  switch (after) {
    case 'continue':
      return vscode.l10n.t('Continue Rescue');
    case 'undo':
      return vscode.l10n.t('Put the Command Back');
    case 'again':
      return vscode.l10n.t('Rescue Again');
    case 'showLogs':
      return vscode.l10n.t('Show Logs');
  }
}

/** Says what became of the gateway after its machine has its command again. */
export async function tellEnd(name: string, comeback: Comeback): Promise<After> {
  if (comeback.outcome === 'ready') {
    const sentence = vscode.l10n.t('The gateway of {0} is ready. {1}', name, comeback.health.detail);
    return tell(vscode.window.showInformationMessage, sentence, ['showLogs']);
  }
  const sentence = vscode.l10n.t(
    'The machine {0} has its own command again, but its gateway is not ready: {1}',
    name,
    comeback.words,
  );
  return tell(vscode.window.showErrorMessage, sentence, ['again', 'showLogs']);
}

/** Says what failed, how the machine is now and what can be done; a cancellation only where something is left open. */
export async function tellFailure(name: string, failure: Failure, kind: Kind): Promise<After> {
  if (failure.kind === 'cancelled' && kind === 'asleep') return tellPaused(name);
  if (failure.kind === 'cancelled' && kind !== undefined) return undefined;
  const sentence = `${explain(failure).sentence} ${standingText(name, kind)}`.trim();
  return tell(vscode.window.showErrorMessage, sentence, stepsFor(kind));
}

/** Says that a rescue was left in the middle. */
export function tellPaused(name: string): Promise<After> {
  const sentence = vscode.l10n.t(
    'The rescue of {0} is not ended: the machine sleeps, its command is noted, and its gateway does not run.',
    name,
  );
  return tell(vscode.window.showWarningMessage, sentence, stepsFor('asleep'));
}

export function tellOver(name: string): void {
  const sentence = vscode.l10n.t('The rescue of {0} is over: the machine has its own command.', name);
  void vscode.window.showInformationMessage(sentence);
}

/** The rescue was undone, except for this. */
export function tellConfigLeft(name: string): void {
  const sentence = vscode.l10n.t(
    'The configuration of {0} is not the one from before the rescue. Config History has its versions.',
    name,
  );
  void vscode.window.showWarningMessage(sentence);
}

function standingText(name: string, kind: Kind): string {
  switch (kind) {
    case 'awake':
      return vscode.l10n.t('The machine {0} has its own command.', name);
    case 'asleep':
      return vscode.l10n.t('The machine {0} sleeps, and its command is noted.', name);
    case 'lost':
      return '';
    case undefined:
      return vscode.l10n.t(
        'How the machine {0} is could not be read. Rescue it again later: that begins with what is there.',
        name,
      );
  }
}

function stepsFor(kind: Kind): readonly NonNullable<After>[] {
  switch (kind) {
    case 'asleep':
      return ['continue', 'undo', 'showLogs'];
    case 'lost':
      return ['showLogs'];
    case 'awake':
    case undefined:
      return ['again', 'showLogs'];
  }
}

async function tell(
  show: (message: string, ...buttons: readonly string[]) => Thenable<string | undefined>,
  sentence: string,
  steps: readonly NonNullable<After>[],
): Promise<After> {
  const chosen = await show(sentence, ...steps.map(afterLabel));
  return steps.find((step) => afterLabel(step) === chosen);
}
