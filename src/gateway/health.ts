import * as l10n from '@vscode/l10n';
import { sh } from '../remote/sh.ts';
import type { RemoteShell } from '../remote/shell.ts';
import type { GatewayLocation } from './location.ts';
import { answersAsGateway, askPorts, parseProbes, type Probe } from './probe.ts';
import { parseRecords, type ScriptRecord } from './records.ts';
import { gateways } from './script-parts.ts';

/** How a gateway is. */
export interface Health {
  /** `starting`: it runs but does not serve yet, or not any more; a cold start takes up to four minutes. */
  readonly state: 'ready' | 'starting' | 'down';
  /** One sentence about it. */
  readonly detail: string;
  /** The port that answered. */
  readonly port?: number;
  /** Told by gateways since 2026.8.1. */
  readonly version?: string;
  /** Milliseconds since it last started, also when that was a restart inside its process. Told since 2026.8.1. */
  readonly uptimeMs?: number;
  /** What does not work although the gateway is ready, e.g. `discord`. */
  readonly failing: readonly string[];
}

/** `ask_health PORT…`: the records that `parseHealth` reads. */
export const askHealth = sh`
${gateways}
${askPorts}
ask_health() {
  ask_ports "$@"
  gateways | sed 's/^/gateway\t/'
}
`;

const probeScript = sh`
${askHealth}
ask_health "$@"
`;

/**
 * Asks a gateway for its health, from inside its machine: nothing has to be reachable from outside.
 * @throws Failure of the shell.
 */
export async function probe(
  shell: RemoteShell,
  { ports }: Pick<GatewayLocation, 'ports'>,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Health> {
  const result = await shell.run(probeScript, {
    args: ports.map(String),
    effect: 'read',
    deadlineMs: 20_000,
    signal: options.signal,
  });
  return parseHealth(parseRecords(result.stdout));
}

/** Reads the records of `ask_health`; others are passed over. */
export function parseHealth(records: readonly ScriptRecord[]): Health {
  const gatewayRuns = records.some(({ kind }) => kind === 'gateway');
  return interpret(parseProbes(records), gatewayRuns);
}

/** What the answers of the ports mean, given whether any gateway process runs. */
function interpret(probes: readonly Probe[], gatewayRuns: boolean): Health {
  const answered = probes.find(answersAsGateway);
  if (answered)
    return answered.startup.json ? byStartup(answered, answered.startup.json) : byReadiness(answered);
  const page = probes.find(
    ({ health }) => health.status === 200 && /<title>[^<]*(claw|molt)/i.test(health.text),
  );
  if (page) return ready(page.port, []);
  const silent = probes.find(({ health }) => health.text === 'TimeoutError');
  if (silent) return starting(l10n.t('Port {0} is open but does not answer yet.', silent.port), silent.port);
  if (gatewayRuns) return starting(l10n.t('The gateway runs but does not listen yet.'));
  return { state: 'down', detail: l10n.t('No gateway runs on the machine.'), failing: [] };
}

/** Since 2026.8.1 `/startupz` tells whether the gateway serves, whatever its channels do. */
function byStartup(
  { port, startup, ready: readiness }: Probe,
  json: Readonly<Record<string, unknown>>,
): Health {
  const told = {
    ...(typeof json['version'] === 'string' && { version: json['version'] }),
    ...(typeof json['uptimeMs'] === 'number' && { uptimeMs: json['uptimeMs'] }),
  };
  if (startup.status === 200) return { ...ready(port, failingOf(readiness)), ...told };
  const stops = json['status'] === 'draining';
  const detail = stops
    ? l10n.t('The gateway finishes its work before it stops.')
    : l10n.t('The gateway starts.');
  return { ...starting(detail, port), ...told };
}

/** From 2026.3.1 on `/readyz` mixes both: what fails tells whether the start or a channel is meant. */
function byReadiness({ port, ready: readiness, health }: Probe): Health {
  const failing = failingOf(readiness);
  const pending = failing.some((name) => name.startsWith('startup') || name === 'gateway-draining');
  const serves = readiness.json ? readiness.status === 200 || failing.length > 0 : health.status === 200;
  return serves && !pending ? ready(port, failing) : starting(l10n.t('The gateway starts.'), port);
}

function failingOf({ json }: Probe['ready']): string[] {
  const failing: unknown = json?.['failing'];
  return Array.isArray(failing) ? failing.filter((name) => typeof name === 'string') : [];
}

function ready(port: number, failing: readonly string[]): Health {
  const detail =
    failing.length === 0
      ? l10n.t('The gateway answers on port {0}.', port)
      : l10n.t('The gateway answers on port {0}, but this does not work: {1}.', port, failing.join(', '));
  return { state: 'ready', detail, port, failing };
}

function starting(detail: string, port?: number): Health {
  return { state: 'starting', detail, failing: [], ...(port !== undefined && { port }) };
}
