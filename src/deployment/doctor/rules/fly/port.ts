import * as l10n from '@vscode/l10n';
import { valueAt } from '../../../../gateway/check/path.ts';
import type { Rule } from '../../rule.ts';
import type { Snapshot } from '../../snapshot.ts';
import { isGatewayCommand, optionOf } from './command.ts';
import {
  guide,
  machineEvidence,
  machineOptionFix,
  placeIn,
  tomlEvidence,
  tomlFix,
  tomlOptionFix,
} from './shown.ts';
import { configOf, inspectionOf, liveMachine, planOf } from './subject.ts';
import { together } from './troubles.ts';

const defaultPort = 18_789;
const variable = 'OPENCLAW_GATEWAY_PORT';

/** A service that leads to another port than the gateway's: the checks of Fly fail, and so does every visit. */
export const portMismatch: Rule = {
  code: 'port-mismatch',
  layer: 'fly',
  examine(snapshot) {
    const found = together(live(snapshot), planned(snapshot));
    if (!found) return [];
    return [
      {
        severity: 'error',
        title: l10n.t('Fly looks for the gateway on the wrong port'),
        explanation: l10n.t(
          'internal_port must be the port that the gateway listens on: that of --port, else {0}, else gateway.port.',
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
  const [first] = machine?.internalPorts ?? [];
  if (!machine || first === undefined) return undefined;
  const seen = inspectionOf(snapshot)?.gateways.flatMap(({ listens }) => listens.map(portIn)) ?? [];
  const ports = seen.length > 0 ? seen : portsOf(snapshot, machine.command, machine.env);
  if (ports.length === 0 || machine.internalPorts.some((port) => ports.includes(port))) return undefined;
  const text = l10n.t(
    'internal_port {0}, the gateway uses {1}',
    machine.internalPorts.join(', '),
    ports.join(', '),
  );
  const title = l10n.t('Let the gateway use port {0}', first);
  return {
    evidence: [machineEvidence(machine, text)],
    fixes: machineOptionFix(title, machine, '--port', String(first)),
  };
}

function planned(snapshot: Snapshot): ReturnType<typeof together> {
  const plan = planOf(snapshot);
  const [first] = plan?.services ?? [];
  const wanted = first?.internalPort.value;
  if (!plan || !first || wanted === undefined) return undefined;
  const [port] = portsOf(snapshot, plan.command.value ?? [], plan.env);
  if (port === undefined || plan.services.some(({ internalPort }) => internalPort.value === port))
    return undefined;
  const { file } = plan;
  const source =
    optionOf(plan.command.value ?? [], '--port') === undefined ? ['env', variable] : plan.command.path;
  return {
    evidence: [tomlEvidence(file, first.internalPort.path), tomlEvidence(file, source)],
    fixes: [
      ...tomlOptionFix(l10n.t('Let the gateway use port {0}', wanted), plan, '--port', String(wanted)),
      ...tomlFix(l10n.t('Set internal_port to {0}', port), file, first.internalPort.path, port),
    ],
    place: placeIn(file, first.internalPort.path),
  };
}

/** The port that a gateway takes; none where a script decides, or a configuration that was not read. */
function portsOf(
  snapshot: Snapshot,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): readonly number[] {
  if (words.length > 0 && !isGatewayCommand(words)) return [];
  const inspection = inspectionOf(snapshot);
  const config = configOf(snapshot);
  // A configuration that was not read may have another port.
  const isUnread =
    config === undefined && (inspection ? inspection.config !== undefined : snapshot.machine !== undefined);
  const candidates = [
    optionOf(words, '--port'),
    env[variable],
    inspection?.settings[variable],
    valueAt(config, ['gateway', 'port']),
    isUnread ? undefined : defaultPort,
  ];
  return candidates
    .filter((candidate) => candidate !== undefined && candidate !== '')
    .map(Number)
    .filter((port) => Number.isInteger(port) && port > 0)
    .slice(0, 1);
}

function portIn(address: string): number {
  return Number(address.slice(address.lastIndexOf(':') + 1));
}
