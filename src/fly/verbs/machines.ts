import type { JTDDataType } from 'ajv/dist/jtd.js';
import type { Verb } from '../flyctl.ts';
import { machines } from '../generated/validators.mjs';
import { type PrintedConfig, toMachineConfig } from '../machine-config.ts';
import type { Machine, MachineEvent } from '../model.ts';
import { readJson, time } from '../parse.ts';
import type * as schemas from '../schema/schemas.ts';
import { changeMs, queryMs, restartMs } from './deadlines.ts';

type PrintedMachine = NonNullable<JTDDataType<typeof schemas.machines>>[number];
type PrintedEvent = NonNullable<PrintedMachine['events']>[number];

/** All machines of the app, those that run a single release command or console among them. */
export function listMachines(app: string): Verb<readonly Machine[]> {
  return {
    args: ['machine', 'list', '-a', app, '--json'],
    kind: 'read',
    app,
    deadlineMs: queryMs,
    parse: (output) => (readJson(output, machines) ?? []).map((machine) => toMachine(machine, app)),
  };
}

/**
 * Everything that flyctl prints about one machine, as it prints it. It may hold secrets.
 * `undefined` when the app has no such machine.
 */
export function showMachine(app: string, machine: string): Verb<object | undefined> {
  return {
    ...listMachines(app),
    machine,
    parse: (output) => readJson(output, machines)?.find(({ id }) => id === machine),
  };
}

/** Ends when Fly has accepted the start, before the machine is started. */
export function startMachine(app: string, machine: string): Verb<void> {
  return change('start', app, machine);
}

/**
 * Ends when Fly has accepted the stop, before the machine is stopped.
 * @param options With `waitSeconds` it ends when the machine is stopped, and fails when that takes longer.
 */
export function stopMachine(
  app: string,
  machine: string,
  { waitSeconds }: { readonly waitSeconds?: number } = {},
): Verb<void> {
  if (waitSeconds === undefined) return change('stop', app, machine);
  const verb = change('stop', app, machine, '--wait-timeout', `${waitSeconds}s`);
  return { ...verb, deadlineMs: changeMs + waitSeconds * 1_000 };
}

/** Ends when the machine has started again; its checks are left to the caller, who knows how long OpenClaw takes. */
export function restartMachine(app: string, machine: string): Verb<void> {
  return { ...change('restart', app, machine, '--skip-health-checks'), deadlineMs: restartMs };
}

/** Ends when Fly has accepted it, before the machine is suspended: its memory is kept until it is started again. */
export function suspendMachine(app: string, machine: string): Verb<void> {
  return change('suspend', app, machine);
}

/** From now on Fly's proxy leads nobody to the machine. What runs on it goes on. */
export function cordonMachine(app: string, machine: string): Verb<void> {
  return change('cordon', app, machine);
}

/** Undoes `cordonMachine`. */
export function uncordonMachine(app: string, machine: string): Verb<void> {
  return change('uncordon', app, machine);
}

/**
 * Removes the machine for good; its volumes stay. flyctl asks nothing.
 * @param options Without `force` flyctl refuses a machine that is started.
 */
export function destroyMachine(
  app: string,
  machine: string,
  { force = false }: { readonly force?: boolean } = {},
): Verb<void> {
  return change('destroy', app, machine, ...(force ? ['--force'] : []));
}

function change(verb: string, app: string, machine: string, ...flags: string[]): Verb<void> {
  return {
    args: ['machine', verb, '-a', app, ...flags, machine],
    kind: 'write',
    app,
    machine,
    deadlineMs: changeMs,
    parse: () => undefined,
  };
}

/** A machine as flyctl prints it, with the gaps filled. */
export function toMachine(printed: PrintedMachine, app: string): Machine {
  const config = printed.config ?? printed.incomplete_config ?? {};
  return {
    id: printed.id,
    name: printed.name ?? '',
    app,
    state: printed.state ?? '',
    region: printed.region ?? '',
    privateIp: printed.private_ip ?? '',
    ...imageOf(printed, config),
    ...toMachineConfig(config),
    checks: (printed.checks ?? []).map(({ name, status, output }) => ({
      name: name ?? '',
      status: status ?? '',
      output: output ?? '',
    })),
    events: (printed.events ?? []).map(toEvent).sort((a, b) => b.timestamp - a.timestamp),
    containers: (printed.containers ?? []).map(({ name, state }) => ({
      name: name ?? '',
      state: state ?? '',
    })),
    hostStatus: printed.host_status ?? '',
    cordoned: printed.cordoned ?? false,
    createdAt: time(printed.created_at),
    updatedAt: time(printed.updated_at),
  };
}

function imageOf(
  { image_ref: reference }: PrintedMachine,
  config: PrintedConfig,
): Pick<Machine, 'image' | 'imageDigest'> {
  const { repository, tag, digest } = reference ?? {};
  const named = repository ? (tag ? `${repository}:${tag}` : repository) : undefined;
  return { image: named ?? config.image ?? '', imageDigest: digest ?? '' };
}

function toEvent({ type, status, source, timestamp, request }: PrintedEvent): MachineEvent {
  const exit = request?.exit_event;
  return {
    type: type ?? '',
    status: status ?? '',
    source: source ?? '',
    timestamp: timestamp ?? 0,
    // flyctl leaves out zero and false.
    ...(exit && {
      exitCode: exit.exit_code ?? 0,
      oomKilled: exit.oom_killed ?? false,
      requestedStop: exit.requested_stop ?? false,
      restartCount: request.restart_count ?? 0,
    }),
  };
}
