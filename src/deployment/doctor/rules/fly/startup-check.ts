import * as l10n from '@vscode/l10n';
import type { Finding } from '../../finding.ts';
import type { Rule } from '../../rule.ts';
import type { Snapshot } from '../../snapshot.ts';
import { guide, machineEvidence, placeIn, tomlEvidence, tomlFix } from './shown.ts';
import { isAtLeast, liveMachine, type Plan, planOf, versionOf } from './subject.ts';

const startup = '/startupz';
/** Older versions answer 200 with a page to every path that they do not know. */
const knowsStartup = [2026, 8, 1];
const knowsHealth = [2026, 3, 1];

/** Whether Fly asks the gateway what tells that it is ready; which path that is depends on the version. */
export const startupCheck: Rule = {
  code: 'startup-check',
  layer: 'fly',
  examine(snapshot) {
    const version = versionOf(snapshot);
    if (!version) return [];
    if (isAtLeast(version, knowsStartup)) return missing(snapshot);
    return isAtLeast(version, knowsHealth) ? fake(snapshot) : [];
  },
};

function missing(snapshot: Snapshot): readonly Omit<Finding, 'code'>[] {
  const plan = planOf(snapshot);
  const machine = liveMachine(snapshot);
  const [service] = plan?.services ?? [];
  const paths = plan
    ? plan.services.flatMap(({ checks }) => checks.map(({ path }) => path.value ?? ''))
    : (machine?.services ?? []).flatMap(({ checks }) => checks.map(({ path }) => path));
  const isServed = plan ? service !== undefined : (machine?.services.length ?? 0) > 0;
  const others = [...paths, ...Object.values(machine?.ownChecks ?? {}).map(({ path }) => path)];
  if (!isServed || others.includes(startup)) return [];
  const evidence = plan && service ? [tomlEvidence(plan.file, service.nextCheck)] : [];
  return [
    {
      severity: paths.length > 0 ? 'info' : 'warning',
      title: l10n.t('No check asks the gateway whether it has started'),
      explanation: l10n.t(
        'Fly sends visitors to a gateway that still starts, and does not see one that hangs. Let it ask {0}.',
        startup,
      ),
      evidence:
        evidence.length > 0 || !machine
          ? evidence
          : [machineEvidence(machine, l10n.t('no check of {0}', startup))],
      ...(plan && service && { place: placeIn(plan.file, service.at) }),
      fixes:
        plan && service ? tomlFix(l10n.t('Add the check'), plan.file, service.nextCheck, checkOf(plan)) : [],
      link: guide,
    },
  ];
}

/** As OpenClaw's guide has it. */
function checkOf({ services }: Plan): Readonly<Record<string, string>> {
  const isHttpService = services[0]?.at[0] === 'http_service';
  return {
    grace_period: '2m',
    interval: '15s',
    method: isHttpService ? 'GET' : 'get',
    timeout: '5s',
    path: startup,
  };
}

function fake(snapshot: Snapshot): readonly Omit<Finding, 'code'>[] {
  const plan = planOf(snapshot);
  const check = plan?.services.flatMap(({ checks }) => checks).find(({ path }) => path.value === startup);
  if (!plan || !check) return [];
  return [
    {
      severity: 'warning',
      title: l10n.t('The check always passes'),
      explanation: l10n.t(
        'This version of OpenClaw does not know {0} and answers 200 with a page. Let Fly ask /healthz.',
        startup,
      ),
      evidence: [tomlEvidence(plan.file, check.path.path)],
      place: placeIn(plan.file, check.path.path),
      fixes: tomlFix(l10n.t('Check /healthz'), plan.file, check.path.path, '/healthz'),
      link: guide,
    },
  ];
}
