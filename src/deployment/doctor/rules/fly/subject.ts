import { type DeployConfig, groupsOf, readDeployConfig } from '../../../../fly/toml/deploy-config.ts';
import type { Machine } from '../../../../fly/model.ts';
import { valueOf } from '../../../../gateway/check/read.ts';
import type { Inspection } from '../../../../gateway/inspect/inspection.ts';
import { decodeNote, noteKey } from '../../../rescue/note.ts';
import { dataOf, type Snapshot, type TomlFile } from '../../snapshot.ts';
import { isGatewayCommand } from './command.ts';

/** What a fly.toml asks for, with the file that says so. */
export interface Plan extends DeployConfig {
  readonly file: TomlFile;
}

/** What the valid fly.toml of the snapshot asks for, of the group of processes that is the gateway. */
export function planOf({ tomlFile, machine }: Snapshot): Plan | undefined {
  if (!tomlFile || tomlFile.toml.problem) return undefined;
  const { toml } = tomlFile;
  const groups = groupsOf(toml);
  const gateway = groups.find((group) => isGatewayCommand(readDeployConfig(toml, group).command.value ?? []));
  const own = groups.find((group) => group === machine?.processGroup);
  return { ...readDeployConfig(toml, own ?? gateway ?? groups[0]), file: tomlFile };
}

/** The machine, unless it sleeps for a rescue: then nothing that it is set to is what its user wants. */
export function liveMachine({ machine }: Snapshot): Machine | undefined {
  if (!machine || machine.hostStatus === 'unreachable') return undefined;
  return decodeNote(machine.metadata[noteKey]) ? undefined : machine;
}

export function inspectionOf({ inspection }: Snapshot): Inspection | undefined {
  return dataOf(inspection);
}

/** The configuration on the machine; nothing where it could not be read. */
export function configOf(snapshot: Snapshot): unknown {
  const text = inspectionOf(snapshot)?.config?.text;
  return text === undefined ? undefined : valueOf(text);
}

/** The version of OpenClaw: that of the machine's package, else that of its image; nothing where neither tells. */
export function versionOf(snapshot: Snapshot): readonly number[] | undefined {
  const found =
    inspectionOf(snapshot)?.version ?? /:v?(\d{4}\.\d+\.\d+)/.exec(snapshot.machine?.image ?? '')?.[1];
  const numbers = /^(\d+)\.(\d+)\.(\d+)/
    .exec(found ?? '')
    ?.slice(1)
    .map(Number);
  return numbers?.length === 3 ? numbers : undefined;
}

/** Whether a version is the other or a later one. */
export function isAtLeast(version: readonly number[], other: readonly number[]): boolean {
  const at = other.findIndex((part, index) => part !== version[index]);
  return at < 0 || (version[at] ?? 0) > (other[at] ?? 0);
}
