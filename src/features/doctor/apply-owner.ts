import * as vscode from 'vscode';
import type { Fix } from '../../deployment/doctor/finding.ts';
import { dataOf } from '../../deployment/doctor/snapshot.ts';
import { changeOwners, type ChangedOwner } from '../../gateway/owners.ts';
import { restartOrStart } from '../common/restart.ts';
import { awaitGateway } from './gateway-wait.ts';
import type { Practice } from './practice.ts';
import type { Treatment } from './treatment.ts';

type OwnerFix = Extract<Fix, { readonly kind: 'changeOwner' }>;

/** How many paths a dialog names. */
const named = 20;

/** Lists the files and, when the user wants it, gives them to the owner; the gateway reads them when it restarts. */
export async function applyOwner(practice: Practice, treatment: Treatment<OwnerFix>): Promise<void> {
  const { snapshot } = treatment.examination;
  const { machine } = snapshot;
  const stateDir = dataOf(snapshot.inspection)?.location.stateDir;
  const choice = machine && stateDir !== undefined ? await ask(treatment) : undefined;
  if (!machine || stateDir === undefined || choice === undefined) return;
  const { app, fix } = treatment;
  const { services } = practice;
  await services.actions.run({ title: `${app}: ${fix.title}` }, async (context) => {
    const { signal } = context;
    const change = { stateDir, ...fix.owner, paths: fix.paths };
    const changed = await changeOwners(services.shell(machine), change, { signal });
    const problem = problemOf(changed);
    if (problem !== undefined || choice === 'change') return practice.changed(problem);
    context.report(vscode.l10n.t('restarting the machine'));
    await restartOrStart(services, machine, signal);
    practice.changed(await awaitGateway(services, snapshot, context));
  });
}

async function ask({ app, fix }: Treatment<OwnerFix>): Promise<'restart' | 'change' | undefined> {
  const { uid, gid } = fix.owner;
  const restart = vscode.l10n.t('Change and Restart');
  const change = vscode.l10n.t('Change Only');
  const more = fix.paths.length - named;
  const detail = [
    ...fix.paths.slice(0, named),
    ...(more > 0 ? [vscode.l10n.t('… and {0} more.', more)] : []),
    '',
    vscode.l10n.t('The gateway reads them when its machine restarts.'),
  ].join('\n');
  const question = vscode.l10n.t('{0}: Give these files to user {1} and group {2}?', app, uid, gid);
  const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail }, restart, change);
  if (chosen === restart) return 'restart';
  return chosen === change ? 'change' : undefined;
}

/** Nothing when all were changed, or are gone. */
function problemOf(changed: readonly ChangedOwner[]): string | undefined {
  const left = changed.filter(({ outcome }) => outcome === 'failed' || outcome === 'refused');
  if (left.length === 0) return undefined;
  const rows = left.map(({ path, detail, outcome }) => `${path}: ${detail || outcome}`);
  return vscode.l10n.t('Not every file could be changed. {0}', rows.join('; '));
}
