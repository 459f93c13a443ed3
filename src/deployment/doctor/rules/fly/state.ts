import * as l10n from '@vscode/l10n';
import { isInside } from '../../../../gateway/check/posix-path.ts';
import type { Rule } from '../../rule.ts';
import { dataOf, type Snapshot } from '../../snapshot.ts';
import { isGatewayCommand, isOpenClawCommand } from './command.ts';
import { guide, machineEvidence, machineFix, placeIn, tomlEvidence, tomlFix } from './shown.ts';
import { inspectionOf, liveMachine, planOf } from './subject.ts';
import { together } from './troubles.ts';

const variable = 'OPENCLAW_STATE_DIR';

/** State that goes with the next deploy, because it is not on the volume. */
export const stateDirOffVolume: Rule = {
  code: 'state-dir-off-volume',
  layer: 'fly',
  examine(snapshot) {
    const found = together(live(snapshot), planned(snapshot));
    if (!found) return [];
    return [
      {
        severity: 'error',
        title: l10n.t('The gateway’s state is not on the volume'),
        explanation: l10n.t(
          'Sign-ins, channels and sessions are lost with the next deploy or restart. Set {0} to a folder on the volume.',
          variable,
        ),
        ...found,
        link: guide,
      },
    ];
  },
};

function live(snapshot: Snapshot): ReturnType<typeof together> {
  const machine = liveMachine(snapshot);
  const [mount] = machine?.mounts ?? [];
  if (!machine || !mount) return undefined;
  const { stateDir, location, settings } = inspectionOf(snapshot) ?? {};
  const isOnMount = (path: string): boolean => machine.mounts.some((each) => isInside(path, each.path));
  const seen = stateDir?.path ?? location?.stateDir;
  const set = machine.env[variable] ?? settings?.[variable];
  // A secret can set it, too: without a look into the machine a missing variable proves nothing.
  const path = seen ?? set;
  if (path === undefined ? hasSecret(snapshot) || !startsGateway(machine.command) : isOnMount(path))
    return undefined;
  const text =
    path === undefined
      ? l10n.t('{0} is not set, the volume is at {1}', variable, mount.path)
      : l10n.t('state in {0}, the volume is at {1}', path, mount.path);
  return {
    evidence: [machineEvidence(machine, text)],
    fixes: machineFix(l10n.t('Set {0} to {1}', variable, mount.path), machine, {
      env: { [variable]: mount.path },
    }),
  };
}

function planned(snapshot: Snapshot): ReturnType<typeof together> {
  const plan = planOf(snapshot);
  const destination = plan?.mounts[0]?.destination.value;
  if (!plan || destination === undefined) return undefined;
  const set = plan.env[variable];
  if (set === undefined && (hasSecret(snapshot) || !startsGateway(plan.command.value ?? [])))
    return undefined;
  if (set !== undefined && plan.mounts.some((mount) => isInside(set, mount.destination.value ?? '')))
    return undefined;
  const path = ['env', variable];
  return {
    evidence: [tomlEvidence(plan.file, path)],
    fixes: tomlFix(l10n.t('Set {0} to {1}', variable, destination), plan.file, path, destination),
    place: placeIn(plan.file, path),
  };
}

function hasSecret({ secrets }: Snapshot): boolean {
  return dataOf(secrets)?.some(({ name }) => name === variable) ?? false;
}

function startsGateway(words: readonly string[]): boolean {
  return words.length === 0 || isGatewayCommand(words) || isOpenClawCommand(words);
}

/** A machine without a volume. */
export const noMount: Rule = {
  code: 'no-mount',
  layer: 'fly',
  examine(snapshot) {
    const machine = liveMachine(snapshot);
    const plan = planOf(snapshot);
    const volume = dataOf(snapshot.volumes)?.[0]?.name ?? 'openclaw_data';
    const destination = plan?.env[variable] ?? '/data';
    const found = together(
      machine?.mounts.length === 0
        ? { evidence: [machineEvidence(machine, l10n.t('no volume is mounted'))], fixes: [] }
        : undefined,
      plan?.mounts.length === 0
        ? {
            evidence: [tomlEvidence(plan.file, ['mounts'])],
            fixes: tomlFix(l10n.t('Mount {0} at {1}', volume, destination), plan.file, ['mounts'], {
              source: volume,
              destination,
            }),
            place: placeIn(plan.file, ['mounts']),
          }
        : undefined,
    );
    if (!found) return [];
    return [
      {
        severity: 'error',
        title: l10n.t('The gateway has no volume'),
        explanation: l10n.t(
          'Everything that it keeps is lost with the next deploy or restart. Mount a volume in fly.toml and deploy.',
        ),
        ...found,
        link: guide,
      },
    ];
  },
};
