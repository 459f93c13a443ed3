import * as vscode from 'vscode';
import type { Fix } from '../../deployment/doctor/finding.ts';
import { runCommand } from '../common/commands.ts';
import { applyEdit } from './apply-edit.ts';
import { applyFlyctl } from './apply-flyctl.ts';
import { applyOwner } from './apply-owner.ts';
import type { Practice } from './practice.ts';
import { Treatment } from './treatment.ts';

type CommandFix = Extract<Fix, { readonly kind: 'command' }>;

/** Commands that only show something, or whose work goes on when they have returned. */
const changesNothing: ReadonlySet<CommandFix['command']> = new Set([
  'openConfig',
  'configHistory',
  'showLogs',
  'signIn',
  'whereLooked',
]);

/** Applies a fix that the user chose. Each is shown before it does anything. */
export async function applyFix(practice: Practice, treatment: Treatment): Promise<void> {
  const { examination, diagnosis, fix } = treatment;
  switch (fix.kind) {
    case 'editToml':
    case 'editConfig':
      return applyEdit(practice, new Treatment(examination, diagnosis, fix));
    case 'flyctl':
      return applyFlyctl(practice, new Treatment(examination, diagnosis, fix));
    case 'changeOwner':
      return applyOwner(practice, new Treatment(examination, diagnosis, fix));
    case 'command':
      return run(practice, new Treatment(examination, diagnosis, fix));
    case 'link':
      await vscode.env.openExternal(vscode.Uri.parse(fix.url));
  }
}

/** The command asks by itself before it changes anything. */
async function run(practice: Practice, { fix, target }: Treatment<CommandFix>): Promise<void> {
  const { command, secret } = fix;
  const argument = secret === undefined ? target : { ...target, secret };
  await runCommand(command, argument);
  if (!changesNothing.has(command)) practice.changed();
}
