import type { JTDDataType } from 'ajv/dist/jtd.js';
import { durationMs } from './duration.ts';
import type { AutoStop, CheckConfig, Machine, MachineInit, MachineService, RestartPolicy } from './model.ts';
import type * as schemas from './schema/schemas.ts';

type PrintedMachine = NonNullable<JTDDataType<typeof schemas.machines>>[number];
/** The configuration of a machine, as flyctl prints it. */
export type PrintedConfig = NonNullable<PrintedMachine['config']>;
type PrintedService = NonNullable<PrintedConfig['services']>[number];
type PrintedCheck = NonNullable<PrintedService['checks']>[number];

/** What a machine's configuration says, with the gaps filled. */
export type MachineConfig = Pick<
  Machine,
  | 'cpuKind'
  | 'cpus'
  | 'memoryMb'
  | 'processGroup'
  | 'env'
  | 'command'
  | 'init'
  | 'otherCommands'
  | 'mounts'
  | 'metadata'
  | 'services'
  | 'ownChecks'
  | 'restart'
  | 'stopTimeoutMs'
  | 'internalPorts'
>;

/** Reads the configuration of a machine. */
export function toMachineConfig(config: PrintedConfig): MachineConfig {
  const stopTimeoutMs = durationMs(config.stop_config?.timeout ?? '');
  const services = (config.services ?? []).map(toService);
  return {
    cpuKind: config.guest?.cpu_kind ?? '',
    cpus: config.guest?.cpus ?? 0,
    memoryMb: config.guest?.memory_mb ?? 0,
    processGroup: config.metadata?.['fly_process_group'] ?? '',
    env: withoutNulls(config.env ?? {}),
    command: commandOf(config),
    init: toInit(config.init),
    otherCommands: (config.processes ?? []).length + (config.containers ?? []).length,
    mounts: (config.mounts ?? []).map(({ volume, path }) => ({ volume: volume ?? '', path: path ?? '' })),
    metadata: withoutNulls(config.metadata ?? {}),
    services,
    ownChecks: Object.fromEntries(
      Object.entries(config.checks ?? {}).map(([name, check]) => [name, toCheck(check)]),
    ),
    restart: toRestart(config.restart),
    ...(stopTimeoutMs !== undefined && { stopTimeoutMs }),
    internalPorts: services.flatMap(({ internalPort }) => (internalPort > 0 ? [internalPort] : [])),
  };
}

function commandOf({ init, processes }: PrintedConfig): readonly string[] {
  const candidates = [init, ...(processes ?? [])].flatMap((process) => [process?.exec, process?.cmd]);
  return candidates.find((words) => words && words.length > 0) ?? [];
}

function toInit(init: PrintedConfig['init']): MachineInit {
  return { exec: init?.exec ?? [], entrypoint: init?.entrypoint ?? [], cmd: init?.cmd ?? [] };
}

function toRestart(restart: PrintedConfig['restart']): RestartPolicy {
  const { policy, max_retries: maxRetries } = restart ?? {};
  return { policy: policy ?? '', ...(typeof maxRetries === 'number' && { maxRetries }) };
}

function toService(service: PrintedService): MachineService {
  return {
    protocol: service.protocol ?? '',
    internalPort: service.internal_port ?? 0,
    autoStop: toAutoStop(service.autostop),
    autoStart: service.autostart ?? false,
    minMachinesRunning: service.min_machines_running ?? 0,
    ports: (service.ports ?? []).flatMap(({ port, handlers }) =>
      typeof port === 'number' ? [{ port, handlers: handlers ?? [] }] : [],
    ),
    checks: (service.checks ?? []).map(toCheck),
  };
}

function toCheck({ type, port, path }: PrintedCheck): CheckConfig {
  return { type: type ?? '', ...(typeof port === 'number' && { port }), path: path ?? '' };
}

/** False and true are what older configurations say for `off` and `stop`; flyctl prints them still. */
export function toAutoStop(value: unknown): AutoStop {
  if (value === 'suspend') return 'suspend';
  return value === true || value === 'stop' ? 'stop' : 'off';
}

function withoutNulls(values: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? '']));
}
