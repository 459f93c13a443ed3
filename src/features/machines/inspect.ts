import * as vscode from 'vscode';
import { Failure } from '../../core/errors.ts';
import { Mask } from '../../deployment/doctor/mask.ts';
import { machineDetails } from '../../deployment/machine-details.ts';
import { compareWithToml } from '../../deployment/toml-drift.ts';
import { machineReport } from '../../fly/machine-report.ts';
import type { Machine } from '../../fly/model.ts';
import { parseFlyToml } from '../../fly/toml/parse.ts';
import { showMachine } from '../../fly/verbs/machines.ts';
import { machineLabel } from '../common/machine-state.ts';
import type { ReadOnlyDocuments } from '../common/read-only-documents.ts';
import type { Services } from '../common/services.ts';
import { tomlFileOf } from '../common/workspace-apps.ts';

/** Shows everything that flyctl prints about the machine, without what could be secret. */
export async function showDetails(
  { flyctl, redact }: Services,
  documents: ReadOnlyDocuments,
  machine: Machine,
): Promise<void> {
  const { app, id } = machine;
  const printed = await flyctl.run(showMachine(app, id));
  if (!printed) throw new Failure('notFound', { facts: { app, machine: id } });
  await documents.show(`${machineLabel(machine)}.json`, machineDetails(printed, new Mask(redact, [app])));
}

/** Shows what the checks say now, and what happened to the machine. */
export async function showEvents(
  { machines, redact }: Services,
  documents: ReadOnlyDocuments,
  machine: Machine,
): Promise<void> {
  const current = await machines.findNow(machine.app, machine.id);
  const name = vscode.l10n.t('{0} checks and events.txt', machineLabel(machine));
  await documents.show(name, redact(machineReport(current)));
}

/** Compares the machine with the workspace's fly.toml that names its app. */
export async function showDrift(
  { machines, store, redact }: Services,
  documents: ReadOnlyDocuments,
  machine: Machine,
): Promise<void> {
  const { app, id } = machine;
  const uri = await tomlFileOf(app);
  if (!uri) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No fly.toml of this workspace names {0}.', app));
    return;
  }
  const toml = parseFlyToml((await vscode.workspace.openTextDocument(uri)).getText());
  const file = vscode.workspace.asRelativePath(uri);
  if (toml.problem) {
    throw new Failure('failed', {
      detail: vscode.l10n.t('{0} is not valid TOML: {1}', file, toml.problem.message),
    });
  }
  const [current, volumes] = await Promise.all([machines.findNow(app, id), store.read(app, 'volumes', {})]);
  const { planned, live } = compareWithToml(current, toml, volumes);
  const label = machineLabel(machine);
  if (planned === live) {
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} is as {1} says.', label, file));
    return;
  }
  const title = vscode.l10n.t('{0} ↔ {1} as it is', file, label);
  await documents.compare(
    title,
    { name: 'fly.toml.txt', text: redact(planned) },
    { name: 'machine.txt', text: redact(live) },
  );
}
