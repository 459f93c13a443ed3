import * as l10n from '@vscode/l10n';
import { sizeName } from '../fly/machine-size.ts';
import type { Machine, Volume } from '../fly/model.ts';
import { readCpus } from '../fly/toml/compute.ts';
import { groupsOf, readDeployConfig } from '../fly/toml/deploy-config.ts';
import type { FlyToml } from '../fly/toml/fly-toml.ts';
import { shownCommand } from './doctor/rules/fly/command.ts';
import { isSetByFly, mayBeSecret } from './environment.ts';

/** The same things of a deployment, written alike, so that a comparison of the texts shows what differs. */
export interface DriftTexts {
  /** What the next deploy makes of the machine. */
  readonly planned: string;
  /** What the machine has. */
  readonly live: string;
}

/** One thing as fly.toml has it and as the machine has it, each in lines. */
interface Part {
  readonly name: string;
  readonly planned: readonly string[];
  readonly live: readonly string[];
}

/**
 * Compares a machine with the fly.toml that deploys it: command, size, memory, variables, services, mounts and the time to
 * stop. What the file leaves open and a deploy keeps is as the machine has it. Values that may be secret are not in it.
 * @param volumes Tell the names of the mounted ones.
 */
export function compareWithToml(machine: Machine, toml: FlyToml, volumes: readonly Volume[]): DriftTexts {
  const groups = groupsOf(toml);
  const group = groups.includes(machine.processGroup) ? machine.processGroup : groups[0];
  const plan = readDeployConfig(toml, group);
  const cpus = readCpus(toml, plan.group) ?? machine;
  const parts: readonly Part[] = [
    commandPart(machine.command, plan.command.value),
    { name: 'size', planned: [sizeName(cpus)], live: [sizeName(machine)] },
    {
      name: 'memory',
      planned: [`${plan.memoryMb.value ?? machine.memoryMb} MB`],
      live: [`${machine.memoryMb} MB`],
    },
    envPart(machine.env, plan.env),
    { name: 'services', planned: plannedServices(plan), live: liveServices(machine) },
    { name: 'mounts', planned: plannedMounts(plan), live: liveMounts(machine, volumes) },
    {
      name: 'kill_timeout',
      planned: [timeout(plan.killTimeoutMs.value)],
      live: [timeout(machine.stopTimeoutMs)],
    },
  ];
  return { planned: textOf(parts, 'planned'), live: textOf(parts, 'live') };
}

function textOf(parts: readonly Part[], side: 'planned' | 'live'): string {
  return parts.map((part) => [part.name, ...part[side].map((line) => `  ${line}`), ''].join('\n')).join('\n');
}

function commandPart(live: readonly string[], planned: readonly string[] = []): Part {
  const shown = (words: readonly string[]): string =>
    words.length === 0 ? l10n.t('(the image decides)') : shownCommand(words);
  const isHidden = shown(live) === shown(planned) && live.join('\0') !== planned.join('\0');
  return {
    name: 'command',
    planned: [shown(planned)],
    live: [isHidden ? `${shown(live)} ${otherValue()}` : shown(live)],
  };
}

type Env = Readonly<Record<string, string>>;

function envPart(live: Env, planned: Env): Part {
  const names = [...new Set([...Object.keys(planned), ...Object.keys(live)])]
    .filter((name) => !isSetByFly(name))
    .sort();
  const line = (env: Env, name: string, hidden: string): readonly string[] => {
    const value = env[name];
    return value === undefined ? [] : [`${name} = ${mayBeSecret(name) ? hidden : JSON.stringify(value)}`];
  };
  return {
    name: 'env',
    planned: names.flatMap((name) => line(planned, name, '***')),
    live: names.flatMap((name) =>
      line(live, name, name in planned && planned[name] !== live[name] ? `*** ${otherValue()}` : '***'),
    ),
  };
}

function otherValue(): string {
  return l10n.t('(another value)');
}

type Plan = ReturnType<typeof readDeployConfig>;

function plannedServices({ services }: Plan): readonly string[] {
  return services.flatMap(({ internalPort, autoStop, minMachinesRunning, checks }) =>
    serviceLines({
      port: internalPort.value ?? 0,
      autoStop: autoStop.value ?? 'off',
      minimum: minMachinesRunning.value ?? 0,
      checks: checks.map(({ path }) => path.value ?? ''),
    }),
  );
}

function liveServices({ services }: Machine): readonly string[] {
  return services.flatMap(({ internalPort, autoStop, minMachinesRunning, checks }) =>
    serviceLines({
      port: internalPort,
      autoStop,
      minimum: minMachinesRunning,
      checks: checks.filter(({ type }) => type === 'http').map(({ path }) => path),
    }),
  );
}

function serviceLines(service: {
  readonly port: number;
  readonly autoStop: string;
  readonly minimum: number;
  readonly checks: readonly string[];
}): readonly string[] {
  return [
    `internal_port ${service.port}`,
    `  auto_stop_machines ${service.autoStop}`,
    `  min_machines_running ${service.minimum}`,
    ...service.checks.map((path) => `  check ${path}`),
  ];
}

function plannedMounts({ mounts }: Plan): readonly string[] {
  return mounts.map(({ source, destination }) => `${source.value ?? '?'} → ${destination.value ?? '?'}`);
}

function liveMounts({ mounts }: Machine, volumes: readonly Volume[]): readonly string[] {
  return mounts.map(({ volume, path }) => {
    const name = volumes.find(({ id }) => id === volume)?.name ?? volume;
    return `${name} → ${path}`;
  });
}

function timeout(ms: number | undefined): string {
  return ms === undefined ? l10n.t('(the default, 5 s)') : `${ms / 1_000} s`;
}
