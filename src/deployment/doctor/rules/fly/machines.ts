import * as l10n from '@vscode/l10n';
import type { Machine, MachineEvent } from '../../../../fly/model.ts';
import { startedGateways } from '../../../../fly/openclaw.ts';
import { stopMachine } from '../../../../fly/verbs/machines.ts';
import type { Finding, Fix } from '../../finding.ts';
import type { Rule } from '../../rule.ts';
import { dataOf, type Snapshot } from '../../snapshot.ts';
import { machineEvidence } from './shown.ts';
import { liveMachine } from './subject.ts';

/** More gateways than one: each answers the same messages, or they fight over the state. */
export const severalGateways: Rule = {
  code: 'several-gateways',
  layer: 'fly',
  examine({ app, machine, machines }) {
    const running = startedGateways(dataOf(machines) ?? []);
    if (running.length < 2) return [];
    // The one that was looked into comes first; the user may know better which volume is the right one.
    const inOrder = running.toSorted(
      (one, other) => Number(other.id === machine?.id) - Number(one.id === machine?.id),
    );
    return [
      {
        severity: 'error',
        title: l10n.t('{0} gateways run in one app', running.length),
        explanation: l10n.t(
          'Each has a state of its own: messages are answered twice, and visitors meet one or the other. Keep the one with the volume that you use.',
        ),
        evidence: inOrder.map((each) =>
          machineEvidence(
            each,
            l10n.t('started in {0}, volume {1}', each.region, each.mounts[0]?.volume ?? '–'),
          ),
        ),
        fixes: inOrder.map((keep) =>
          stopOthers(
            app,
            keep,
            running.filter((each) => each !== keep),
          ),
        ),
        link: 'https://fly.io/docs/apps/scale-count/',
      },
    ];
  },
};

function stopOthers(app: string, keep: Machine, others: readonly Machine[]): Fix {
  return {
    kind: 'flyctl',
    title: l10n.t('Stop all but {0}', keep.id),
    verbs: others.map(({ id }) => stopMachine(app, id)),
    consequence: l10n.t(
      'These are stopped and keep their volumes: {0}. Fly’s proxy may start them again; destroy them once nothing in them is missed.',
      others.map(({ id }) => id).join(', '),
    ),
    awaitsGateway: false,
  };
}

/** Volumes that no machine has: a deploy may mount one of them instead of the right one. */
export const spareVolumes: Rule = {
  code: 'spare-volume',
  layer: 'fly',
  examine({ machines, volumes }) {
    const mounted = new Set(
      (dataOf(machines) ?? []).flatMap(({ mounts }) => mounts.map(({ volume }) => volume)),
    );
    const all = dataOf(volumes) ?? [];
    const spare = all.filter(({ id, attachedMachine }) => attachedMachine === undefined && !mounted.has(id));
    if (mounted.size === 0 || spare.length === 0) return [];
    return [
      {
        severity: 'info',
        title: l10n.t('Not every volume is in use'),
        explanation: l10n.t(
          'A deploy that makes a new machine may take one of these, with an older state or none.',
        ),
        evidence: spare.map(({ id, name, region, sizeGb }) => ({
          text: l10n.t('{0} ({1}), {2} GB in {3}', name, id, sizeGb, region),
          source: l10n.t('volumes of the app'),
        })),
        fixes: [],
      },
    ];
  },
};

/** How often Fly starts a machine again that fails, unless its configuration says otherwise. */
const defaultRetries = 10;

/** A machine that Fly has given up on. */
export const restartLimit: Rule = {
  code: 'restart-limit',
  layer: 'fly',
  examine(snapshot) {
    const machine = liveMachine(snapshot);
    const exit = machine && givenUp(machine);
    if (!machine || !exit) return [];
    const why = exit.oomKilled
      ? l10n.t(
          'exit code {0}, out of memory, started again {1} times',
          exit.exitCode ?? 0,
          exit.restartCount ?? 0,
        )
      : l10n.t('exit code {0}, started again {1} times', exit.exitCode ?? 0, exit.restartCount ?? 0);
    return [
      {
        severity: 'error',
        title: l10n.t('Fly has given up starting the machine'),
        explanation: l10n.t(
          'Its process ended again and again. Rescue lets the machine run without the gateway, so that its files can be put right.',
        ),
        evidence: [machineEvidence(machine, why)],
        fixes: [
          { kind: 'command', title: l10n.t('Rescue…'), command: 'rescue' },
          { kind: 'command', title: l10n.t('Show the log'), command: 'showLogs' },
          { kind: 'command', title: l10n.t('Start it once more'), command: 'startMachine' },
        ],
        link: 'https://fly.io/docs/machines/guides-examples/machine-restart-policy/',
      },
    ];
  },
};

/** The last exit of a stopped machine, when nobody asked for it. */
function givenUp({ state, events, restart }: Machine): MachineEvent | undefined {
  if (state !== 'stopped' && state !== 'failed') return undefined;
  const [last] = events.filter(({ type, exitCode }) => type === 'exit' && exitCode !== undefined);
  const limit = restart.maxRetries ?? defaultRetries;
  return last && !last.requestedStop && (last.restartCount ?? 0) >= limit ? last : undefined;
}

/** States that end by themselves. */
const passing = /^(?:started|starting|stopping|replacing|updating|restarting|created|destroying|suspending)$/;

/** A machine that does not run, for another reason. */
export const notStarted: Rule = {
  code: 'machine-not-started',
  layer: 'fly',
  examine(snapshot) {
    const { machine } = snapshot;
    if (!machine || passing.test(machine.state) || machine.state === '' || givenUp(machine)) {
      return noMachine(snapshot);
    }
    return [
      {
        severity: 'error',
        title: l10n.t('The machine is {0}', machine.state),
        explanation: l10n.t('The gateway runs only while the machine does. Start it.'),
        evidence: [machineEvidence(machine, l10n.t('state: {0}', machine.state))],
        fixes: [
          { kind: 'command', title: l10n.t('Start Machine'), command: 'startMachine' },
          { kind: 'command', title: l10n.t('Show the log'), command: 'showLogs' },
        ],
      },
    ];
  },
};

function noMachine({ app, machines }: Snapshot): readonly Omit<Finding, 'code'>[] {
  if (dataOf(machines)?.length !== 0) return [];
  return [
    {
      severity: 'error',
      title: l10n.t('The app has no machine'),
      explanation: l10n.t(
        'Nothing was deployed yet, or its machines were destroyed. Run “fly deploy --ha=false”.',
      ),
      evidence: [{ text: l10n.t('no machines'), source: app }],
      fixes: [],
      link: 'https://docs.openclaw.ai/install/fly',
    },
  ];
}
