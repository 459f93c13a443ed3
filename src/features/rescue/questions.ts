import * as vscode from 'vscode';
import { type FixKind, type Proposal, propose } from '../../deployment/rescue/fixes.ts';
import type { RescueLook } from '../../deployment/rescue/look.ts';
import type { RescueNote } from '../../deployment/rescue/note.ts';
import { joinWords } from '../../fly/shlex.ts';
import type { Machine } from '../../fly/model.ts';
import type { Wish } from './offers.ts';

/** What comes next in a rescue: a repair, or one of its ends. */
export type Next = FixKind | 'finish' | 'undo';

type NextItem = vscode.QuickPickItem & { readonly next?: Next };

/** Says all that will happen, before anything does. */
export async function askBegin(name: string, machine: Machine): Promise<boolean> {
  const begin = vscode.l10n.t('Start Rescue');
  const detail = [
    vscode.l10n.t(
      '1. The command of the machine is noted and replaced by a sleep, so that the machine stays up.',
    ),
    vscode.l10n.t('2. The machine is started and waited for.'),
    vscode.l10n.t('3. You choose what is repaired. Each repair is shown before it is made.'),
    vscode.l10n.t('4. The machine gets its command back.'),
    vscode.l10n.t('5. Its gateway is waited for.'),
    '',
    vscode.l10n.t('The gateway does not run meanwhile. Everything can be put back at any time.'),
    vscode.l10n.t('The command: {0}', joinWords(machine.init.cmd) || vscode.l10n.t('that of the image')),
  ].join('\n');
  const question = vscode.l10n.t('Rescue the gateway of {0} ({1})?', name, machine.app);
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, begin)) === begin;
}

/** Asks what is to become of a rescue that is under way. */
export async function askResume(
  name: string,
  { startedAt, by, command }: RescueNote,
): Promise<Wish | undefined> {
  const [resume, undo] = [vscode.l10n.t('Continue Rescue'), vscode.l10n.t('Put the Command Back')];
  const question = vscode.l10n.t('A rescue of {0} is under way. Continue it?', name);
  const detail = [
    vscode.l10n.t(
      'It was begun {0}, by version {1} of the extension.',
      new Date(startedAt).toLocaleString(),
      by,
    ),
    vscode.l10n.t('The command: {0}', joinWords(command) || vscode.l10n.t('that of the image')),
  ].join('\n');
  const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail }, resume, undo);
  if (chosen === resume) return 'continue';
  return chosen === undo ? 'undo' : undefined;
}

export async function askUndo(name: string): Promise<boolean> {
  const undo = vscode.l10n.t('Put Everything Back');
  const question = vscode.l10n.t('Put everything on {0} back as it was before the rescue?', name);
  const detail = vscode.l10n.t(
    'The configuration and the command go back, and the machine is started with them. Locks that were cleared and owners that were changed stay so.',
  );
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, undo)) === undo;
}

/** Asks whether the gateway is started although the machine's own OpenClaw does not accept the configuration. */
export async function askAnyway(complaint: string): Promise<boolean> {
  const anyway = vscode.l10n.t('Start Anyway');
  const question = vscode.l10n.t(
    'OpenClaw does not accept the configuration. Start the gateway all the same?',
  );
  const options = { modal: true, detail: complaint };
  return (await vscode.window.showWarningMessage(question, options, anyway)) === anyway;
}

/** Lets the user choose what comes next. @returns Nothing when the list was closed. */
export async function chooseNext(name: string, look: RescueLook): Promise<Next | undefined> {
  const options = {
    title: vscode.l10n.t('Rescue of {0} (step 3 of 5): repair', name),
    placeHolder:
      look.complaint ?? vscode.l10n.t('OpenClaw accepts the configuration. Choose what comes next.'),
    ignoreFocusOut: true,
  };
  return (await vscode.window.showQuickPick(itemsFor(look), options))?.next;
}

function itemsFor(look: RescueLook): readonly NextItem[] {
  const proposals = propose(look);
  const repairs = proposals.map(repairItem);
  const isFine = !proposals.some(({ reason }) => reason);
  const finish: NextItem = {
    next: 'finish',
    label: vscode.l10n.t('$(check) Done: Start the Gateway Again'),
    detail: vscode.l10n.t('The machine gets its command back, and its gateway is waited for.'),
  };
  const undo: NextItem = { next: 'undo', label: vscode.l10n.t('$(discard) Put Everything Back') };
  const end = separator(vscode.l10n.t('end of the rescue'));
  const repair = separator(vscode.l10n.t('repairs'));
  return isFine ? [end, finish, undo, repair, ...repairs] : [repair, ...repairs, end, finish, undo];
}

function separator(label: string): NextItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function repairItem({ kind, reason }: Proposal): NextItem {
  return { next: kind, label: fixLabel(kind), ...(reason !== undefined && { detail: reason }) };
}

function fixLabel(kind: FixKind): string {
  switch (kind) {
    case 'migrate':
      return vscode.l10n.t('$(arrow-swap) Migrate Settings of an Earlier Version…');
    case 'setMode':
      return vscode.l10n.t('$(settings-gear) Set gateway.mode to local…');
    case 'restore':
      return vscode.l10n.t('$(history) Restore a Configuration…');
    case 'changeOwners':
      return vscode.l10n.t('$(person) Correct the Owners of Files…');
    case 'clearLocks':
      return vscode.l10n.t('$(unlock) Clear Stale Locks…');
    case 'edit':
      return vscode.l10n.t('$(edit) Edit the Configuration by Hand');
  }
}
