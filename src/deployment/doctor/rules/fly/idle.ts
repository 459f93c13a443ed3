import * as l10n from '@vscode/l10n';
import type { Rule } from '../../rule.ts';
import { guide, machineEvidence, placeIn, tomlEvidence, tomlFix } from './shown.ts';
import { liveMachine, planOf } from './subject.ts';
import { together } from './troubles.ts';

/** A machine that Fly stops when nobody visits: channels and schedules are then away. */
export const autoStop: Rule = {
  code: 'auto-stop',
  layer: 'fly',
  examine(snapshot) {
    const machine = liveMachine(snapshot);
    const plan = planOf(snapshot);
    const live = machine?.services.find((service) => service.autoStop !== 'off');
    const planned = plan?.services.find(({ autoStop: { value = 'off' } }) => value !== 'off');
    const found = together(
      machine &&
        live && {
          evidence: [
            machineEvidence(machine, l10n.t('autostop of port {0}: {1}', live.internalPort, live.autoStop)),
          ],
          fixes: [],
        },
      plan &&
        planned && {
          evidence: [tomlEvidence(plan.file, planned.autoStop.path)],
          fixes: tomlFix(l10n.t('Never stop the machine'), plan.file, planned.autoStop.path, 'off'),
          place: placeIn(plan.file, planned.autoStop.path),
        },
    );
    if (!found) return [];
    return [
      {
        severity: 'warning',
        title: l10n.t('Fly stops the machine when nobody visits it'),
        explanation: l10n.t(
          'Messages of channels are no visits: they wait until somebody opens the Control UI. Set auto_stop_machines to "off" and deploy.',
        ),
        ...found,
        link: guide,
      },
    ];
  },
};

/** Nothing keeps a machine running. */
export const minMachines: Rule = {
  code: 'min-machines',
  layer: 'fly',
  examine(snapshot) {
    const plan = planOf(snapshot);
    const service = plan?.services.find(
      ({ minMachinesRunning: { value }, autoStop: { value: stop = 'off' } }) =>
        value === undefined ? stop !== 'off' : value < 1,
    );
    if (!plan || !service) return [];
    const { path } = service.minMachinesRunning;
    const stops = (service.autoStop.value ?? 'off') !== 'off';
    return [
      {
        severity: stops ? 'warning' : 'info',
        title: l10n.t('fly.toml lets the last machine be stopped'),
        explanation: l10n.t('A gateway has to run all the time. Set min_machines_running to 1 and deploy.'),
        evidence: [tomlEvidence(plan.file, path)],
        place: placeIn(plan.file, path),
        fixes: tomlFix(l10n.t('Keep one machine running'), plan.file, path, 1),
        link: guide,
      },
    ];
  },
};

/** Fly's default is five seconds; a gateway takes up to five minutes to finish its work. */
const patientMs = 60_000;

/** A stop that does not wait for the gateway's work. */
export const killTimeout: Rule = {
  code: 'kill-timeout',
  layer: 'fly',
  examine(snapshot) {
    const plan = planOf(snapshot);
    if (!plan || (plan.killTimeoutMs.value ?? 0) >= patientMs) return [];
    const { path } = plan.killTimeoutMs;
    return [
      {
        severity: 'info',
        title: l10n.t('A busy gateway is killed when it is stopped'),
        explanation: l10n.t(
          'Fly waits five seconds unless kill_timeout says more; a gateway finishes its work first, for up to five minutes.',
        ),
        evidence: [tomlEvidence(plan.file, path)],
        place: placeIn(plan.file, path),
        fixes: tomlFix(l10n.t('Wait for five minutes'), plan.file, path, '300s'),
        link: 'https://fly.io/docs/reference/configuration/#kill_timeout-option',
      },
    ];
  },
};
