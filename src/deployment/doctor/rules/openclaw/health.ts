import * as l10n from '@vscode/l10n';
import { isAsleep } from '../../../rescue/sleep.ts';
import { isStarted } from '../../choose-machine.ts';
import type { Fix } from '../../finding.ts';
import { dataOf, type Snapshot } from '../../snapshot.ts';
import { insideRule, rule } from './facts.ts';
import { configFixes, links, openConfig, rescue, restartMachine, showLogs } from './fixes.ts';

/** The machine runs and no gateway does. */
export const gatewayDown = insideRule('gateway-down', ({ health }, snapshot) => {
  if (health.state !== 'down' || (snapshot.machine && isAsleep(snapshot.machine))) return [];
  return [
    {
      severity: 'error',
      title: l10n.t('No gateway runs on the machine'),
      explanation: l10n.t(
        'The machine is started, but its gateway has ended or was never started. Other findings may say why.',
      ),
      evidence: [{ text: health.detail, source: l10n.t('health of the gateway') }],
      fixes: fixesFor(snapshot),
      link: links.guide,
    },
  ];
});

function fixesFor(snapshot: Snapshot): readonly Fix[] {
  const isByConfig =
    Boolean(dataOf(snapshot.complaint)) ||
    dataOf(snapshot.inspection)?.config === undefined ||
    snapshot.configFindings.some(({ severity }) => severity === 'error');
  return isByConfig ? [...configFixes(snapshot), showLogs()] : [rescue(), restartMachine(), showLogs()];
}

/** A cold start takes up to four minutes. */
export const gatewayStarting = insideRule('gateway-starting', ({ health }) =>
  health.state === 'starting'
    ? [
        {
          severity: 'info',
          title: l10n.t('The gateway starts'),
          explanation: l10n.t('A cold start takes up to four minutes. Run the doctor again when it is over.'),
          evidence: [{ text: health.detail, source: l10n.t('health of the gateway') }],
          fixes: [showLogs()],
        },
      ]
    : [],
);

/** The gateway serves, but something in it does not work. */
export const gatewayDegraded = insideRule('gateway-degraded', ({ health }) =>
  health.state === 'ready' && health.failing.length > 0
    ? [
        {
          severity: 'warning',
          title: l10n.t('The gateway is ready, but this does not work: {0}', health.failing.join(', ')),
          explanation: l10n.t('Most often the token of a channel is wrong or missing. The log says more.'),
          evidence: [{ text: health.detail, source: l10n.t('health of the gateway') }],
          fixes: [showLogs(), openConfig()],
          link: links.guide,
        },
      ]
    : [],
);

/** A machine that sleeps for a repair that nobody has finished. */
export const unfinishedRescue = rule('rescue-unfinished', ({ machine }) =>
  machine && isAsleep(machine)
    ? [
        {
          severity: 'error',
          title: l10n.t('The machine sleeps for a rescue that is not finished'),
          explanation: l10n.t('Its gateway does not run until the rescue is finished or undone.'),
          evidence: [
            {
              text: isStarted(machine) ? machine.command.join(' ') : machine.state,
              source: l10n.t('machine {0}', machine.id),
            },
          ],
          fixes: [{ ...rescue(), title: l10n.t('Finish or undo the rescue') }],
        },
      ]
    : [],
);
