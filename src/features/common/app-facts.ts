import * as vscode from 'vscode';
import type { App, Machine } from '../../fly/model.ts';
import { startedGateways, versionOfImage } from '../../fly/openclaw.ts';
import type { DeploymentStore } from '../../fly/store.ts';
import { isRunning, machineLabel } from './machine-state.ts';
import type { Fact } from './nodes.ts';

/** What is held of an app that facts are made of. */
export type HeldApp = Pick<ReturnType<DeploymentStore['app']>, 'machines' | 'addresses'>;

/** What is known of an app from elsewhere. */
export interface Knowledge {
  readonly openclaw: boolean;
  /** Made private from here, and public again. */
  readonly publicAgain: boolean;
  /** The configuration on the machine is not what was last pushed from here. */
  drifted(machine: Machine): boolean;
}

/** Something that is wrong with an app, for its description, the badge and its tooltip. */
export type Trouble =
  | { readonly name: 'gateways'; readonly count: number }
  | { readonly name: 'publicAgain' }
  | { readonly name: 'failed' | 'unreachable' | 'critical'; readonly machine: string };

/** The versions of OpenClaw that its machines have, by their images; started machines count before others. */
export function versionOf(machines: readonly Machine[]): string | undefined {
  const started = machines.filter(({ state }) => isRunning(state));
  const images = (started.length > 0 ? started : machines).map(({ image }) => versionOfImage(image));
  const versions = [...new Set(images.filter((version) => version !== undefined))];
  return versions.length > 0 ? versions.join(', ') : undefined;
}

/** Whether anyone on the internet can reach the app; nothing until its addresses were read. */
export function exposureOf({ addresses }: HeldApp): 'public' | 'private' | undefined {
  if (!addresses.data) return undefined;
  return addresses.data.some((address) => address.public) ? 'public' : 'private';
}

/** What is worth knowing of a deployment as a whole, as far as it has been read. Trouble comes first. */
export function factsOf(app: App, held: HeldApp, knowledge: Knowledge): readonly Fact[] {
  const machines = held.machines.data ?? [];
  const gateways = startedGateways(machines);
  const drifted = machines.filter((machine) => knowledge.drifted(machine));
  const publicAddresses = (held.addresses.data ?? []).filter((address) => address.public).length;
  const version = versionOf(machines);
  const facts: (Fact | false)[] = [
    gateways.length > 1 && { name: 'gateways', machines: gateways },
    held.addresses.data !== undefined && {
      name: 'exposure',
      publicAddresses,
      unwanted: knowledge.publicAgain,
    },
    publicAddresses > 0 && app.hostname !== '' && { name: 'url', url: `https://${app.hostname}` },
    version !== undefined && knowledge.openclaw && { name: 'version', version },
    drifted.length > 0 && { name: 'drift', machines: drifted },
  ];
  return facts.filter((fact) => fact !== false);
}

/** What is wrong with an app, as far as it has been read. */
export function troublesOf(
  held: HeldApp,
  { publicAgain }: Pick<Knowledge, 'publicAgain'>,
): readonly Trouble[] {
  const machines = held.machines.data ?? [];
  const gateways = startedGateways(machines).length;
  const troubles: Trouble[] = [];
  if (gateways > 1) troubles.push({ name: 'gateways', count: gateways });
  if (publicAgain) troubles.push({ name: 'publicAgain' });
  for (const each of machines) {
    const machine = machineLabel(each);
    if (each.hostStatus === 'unreachable') troubles.push({ name: 'unreachable', machine });
    else if (each.state === 'failed') troubles.push({ name: 'failed', machine });
    else if (isRunning(each.state) && each.checks.some(({ status }) => status === 'critical')) {
      troubles.push({ name: 'critical', machine });
    }
  }
  return troubles;
}

/** A trouble in few words. */
export function troubleWord(trouble: Trouble): string {
  switch (trouble.name) {
    case 'gateways':
      return vscode.l10n.t('{0} gateways started', trouble.count);
    case 'publicAgain':
      return vscode.l10n.t('public again');
    case 'failed':
      return vscode.l10n.t('{0} has failed', trouble.machine);
    case 'unreachable':
      return vscode.l10n.t('the host of {0} is unreachable', trouble.machine);
    case 'critical':
      return vscode.l10n.t('a check of {0} is critical', trouble.machine);
  }
}
