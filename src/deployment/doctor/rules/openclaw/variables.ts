import * as l10n from '@vscode/l10n';
import type { Finding as ConfigFinding } from '../../../../gateway/check/finding.ts';
import { groupBy } from '../../../../gateway/check/group.ts';
import { providerKeys } from '../../../../gateway/check/provider-keys.ts';
import { dataOf, type Snapshot } from '../../snapshot.ts';
import { evidenceOf, placeOf } from './config-findings.ts';
import { rule } from './facts.ts';
import { deployStaged, links, openConfig, setSecret } from './fixes.ts';

/** Variables that the configuration names and nothing sets. */
export const missingVariables = rule('variable-missing', (snapshot) =>
  unsetIn(snapshot, 'missing-variable').map(([name, group]) => ({
    severity: 'warning',
    title: l10n.t('{0} is not set', name),
    explanation: l10n.t(
      'The configuration names it, and what needs it does not work. Early versions do not start.',
    ),
    evidence: evidenceOf(group),
    ...placeOf(group[0]),
    fixes: [setSecret(name), openConfig()],
    link: links.secrets,
  })),
);

/** Variables that the configuration names and that wait for a deploy. */
export const stagedVariables = rule('variable-staged', (snapshot) =>
  unsetIn(snapshot, 'staged-secret').map(([name, group]) => ({
    severity: 'warning',
    title: l10n.t('{0} is staged but not deployed', name),
    explanation: l10n.t(
      'The configuration names it, and the machine does not have it before the next deploy.',
    ),
    evidence: evidenceOf(group),
    ...placeOf(group[0]),
    fixes: [deployStaged(snapshot)],
    link: links.secrets,
  })),
);

/** Providers of models that have no key. */
export const missingCredentials = rule('model-credential', (snapshot) =>
  unsetIn(snapshot, 'missing-credential').map(([name, group]) => ({
    severity: 'warning',
    title: l10n.t('A provider of models has no key: {0} is not set', name),
    explanation: l10n.t('Agents get no answer from its models, unless you have signed in on the machine.'),
    evidence: evidenceOf(group),
    ...placeOf(group[0]),
    fixes: [setSecret(name)],
    link: links.secrets,
  })),
);

type Unset = readonly (readonly [string, readonly ConfigFinding[]])[];

/** The findings of one code, by the variable that would make them go away; without those that the machine has after all. */
function unsetIn({ configFindings, inspection }: Snapshot, wanted: string): Unset {
  const set = dataOf(inspection)?.variables ?? [];
  const left = configFindings.filter(
    ({ code, variable }) =>
      code === wanted && variable !== undefined && !sameKeys(variable).some((name) => set.includes(name)),
  );
  return [...groupBy(left, ({ variable }) => variable ?? '')];
}

/** The variable, and those that its provider reads as well. */
function sameKeys(variable: string): readonly string[] {
  return [...providerKeys.values()].find(([first]) => first === variable) ?? [variable];
}
