import { durationMs } from '../duration.ts';
import type { AutoStop } from '../model.ts';
import { splitWords } from '../shlex.ts';
import { readMemory } from './compute.ts';
import type { FlyToml, TomlPath, TomlValue } from './fly-toml.ts';
import { readServices } from './services.ts';
import { serves, setting, type Setting, tablesAt, toText } from './settings.ts';
import { isList, isTable } from './values.ts';

/** A check of a service, as it is asked for. */
export interface DeployCheck {
  readonly at: TomlPath;
  /** Of an HTTP check. */
  readonly path: Setting<string>;
}

/** `[http_service]`, or one of `[[services]]`. */
export interface DeployService {
  readonly at: TomlPath;
  /** The groups of processes that it leads to; all of them when it names none. */
  readonly processes: readonly string[];
  readonly internalPort: Setting<number>;
  readonly autoStop: Setting<AutoStop>;
  readonly minMachinesRunning: Setting<number>;
  readonly checks: readonly DeployCheck[];
  /** Where a further HTTP check goes. */
  readonly nextCheck: TomlPath;
}

export interface DeployMount {
  readonly at: TomlPath;
  /** The name of the volume. */
  readonly source: Setting<string>;
  readonly destination: Setting<string>;
}

/** What a fly.toml asks for, of one group of processes. */
export interface DeployConfig {
  readonly group: string;
  /** The words of the command; without them the image decides. */
  readonly command: Setting<readonly string[]>;
  readonly services: readonly DeployService[];
  readonly mounts: readonly DeployMount[];
  readonly env: Readonly<Record<string, string>>;
  /** In MB; without it the machine keeps what it has. */
  readonly memoryMb: Setting<number>;
  readonly killTimeoutMs: Setting<number>;
  readonly primaryRegion: Setting<string>;
}

/**
 * What a fly.toml asks for, in the spellings that flyctl takes (internal/appconfig, patches.go among it).
 * @param group The group of processes; `app` is the one of files that name none.
 */
export function readDeployConfig(toml: FlyToml, group = 'app'): DeployConfig {
  return {
    group,
    command: readCommand(toml, group),
    services: readServices(toml).filter(
      ({ processes }) => processes.length === 0 || processes.includes(group),
    ),
    mounts: readMounts(toml, group),
    env: readEnv(toml),
    memoryMb: readMemory(toml, group),
    killTimeoutMs: setting(toml, ['kill_timeout'], toMs),
    primaryRegion: setting(toml, ['primary_region'], toText),
  };
}

/** The groups of processes that the file names. */
export function groupsOf(toml: FlyToml): readonly string[] {
  const processes = toml.valueAt(['processes']);
  return isTable(processes) ? Object.keys(processes) : [];
}

function readCommand(toml: FlyToml, group: string): Setting<readonly string[]> {
  const experimental = setting(toml, ['experimental', 'cmd'], toWords);
  const command = setting(toml, ['processes', group], toWords);
  return command.value === undefined && experimental.value !== undefined ? experimental : command;
}

function readMounts(toml: FlyToml, group: string): readonly DeployMount[] {
  const name = toml.valueAt(['mount']) === undefined ? 'mounts' : 'mount';
  return tablesAt(toml, [name])
    .filter((at) => serves(toml, at, group))
    .map((at) => ({
      at,
      source: setting(toml, [...at, 'source'], toText),
      destination: setting(toml, [...at, 'destination'], toText),
    }));
}

function readEnv(toml: FlyToml): Readonly<Record<string, string>> {
  const env = toml.valueAt(['env']);
  return Object.fromEntries(
    Object.entries(isTable(env) ? env : {}).flatMap(([name, value]) =>
      typeof value === 'object' ? [] : [[name, String(value)]],
    ),
  );
}

function toWords(value: TomlValue): readonly string[] | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : splitWords(value);
  return isList(value) && value.length > 0 ? value.map(String) : undefined;
}

/** A number without a unit counts seconds. */
function toMs(value: TomlValue): number | undefined {
  if (typeof value === 'number') return value * 1_000;
  if (typeof value !== 'string') return undefined;
  return durationMs(/^\d+$/.test(value) ? `${value}s` : value);
}
