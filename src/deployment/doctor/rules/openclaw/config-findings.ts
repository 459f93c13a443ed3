import * as l10n from '@vscode/l10n';
import type { Finding as ConfigFinding } from '../../../../gateway/check/finding.ts';
import { groupBy } from '../../../../gateway/check/group.ts';
import type { Rule } from '../../rule.ts';
import type { Evidence, Finding, Severity } from '../../finding.ts';
import { dataOf, failureOf, type Snapshot } from '../../snapshot.ts';
import { type Found, rule } from './facts.ts';
import { migrateKeys } from './edits.ts';
import { configFixes, links } from './fixes.ts';

/** How many places are named as evidence. */
const mostNamed = 5;

/** What the machine's own OpenClaw has against the configuration, in its words. */
export const configInvalid = rule('config-invalid', (snapshot) => {
  const words = dataOf(snapshot.complaint);
  if (words === undefined || words === '') return [];
  const place = placeOf(snapshot.configFindings.find(({ severity }) => severity === 'error'));
  return [
    {
      severity: 'error',
      title: l10n.t('OpenClaw refuses the configuration'),
      explanation: l10n.t(
        'A gateway that runs goes on with what it read before; one that starts ends at once. Correct it, or go back to a version that worked.',
      ),
      evidence: [{ text: words, source: l10n.t('OpenClaw on the machine') }],
      ...place,
      fixes: configFixes(snapshot),
      link: links.config,
    },
  ];
});

/** Codes of the editor's checks that other rules tell, with more knowledge of the machine, or that do not matter here. */
const toldElsewhere = new Set([
  ...['legacy-key', 'missing-mode', 'redacted-secret', 'missing-variable', 'staged-secret'],
  ...['missing-credential', 'missing-app-origin', 'missing-origins', 'open-gateway', 'open-origins'],
  ...['dangerous-switch', 'literal-secret', 'json5-syntax'],
]);

/** What the editor's checks call an error and no other rule tells: one finding for all of a kind. */
export const configErrors = rule('config-error', (snapshot) =>
  findingsOf(snapshot, 'error').map((group) => ({
    ...summary(snapshot, group),
    // The machine's own OpenClaw knows best: it has accepted the file.
    severity: isAccepted(snapshot) ? 'warning' : 'error',
    explanation: l10n.t('The gateway does not start with this, and does not take it while it runs.'),
  })),
);

/** What the editor's checks warn of and no other rule tells. */
export const configWarnings = rule('config-warning', (snapshot) =>
  findingsOf(snapshot, 'warning').map((group) => ({
    ...summary(snapshot, group),
    severity: 'warning',
    explanation: l10n.t('The gateway works with this, but otherwise than meant.'),
  })),
);

function findingsOf(
  { configFindings }: Snapshot,
  wanted: ConfigFinding['severity'],
): readonly (readonly ConfigFinding[])[] {
  const left = configFindings.filter(({ severity, code }) => severity === wanted && !toldElsewhere.has(code));
  return [...groupBy(left, ({ code }) => code).values()];
}

function isAccepted({ complaint }: Snapshot): boolean {
  return complaint !== undefined && failureOf(complaint) === undefined && dataOf(complaint) === undefined;
}

function summary(
  snapshot: Snapshot,
  group: readonly ConfigFinding[],
): Pick<Finding, 'title' | 'evidence' | 'place' | 'fixes' | 'link'> {
  const [first] = group;
  const title =
    group.length === 1
      ? l10n.t('The configuration has a problem at “{0}”', first?.path || l10n.t('its root'))
      : l10n.t('The configuration has {0} problems of one kind', group.length);
  return {
    title,
    evidence: evidenceOf(group),
    ...placeOf(first),
    fixes: configFixes(snapshot),
    link: links.config,
  };
}

/** Settings of earlier versions. Those that the gateway still understands it migrates when it starts. */
export const legacyKeys = rule('config-legacy', (snapshot) => {
  const group = snapshot.configFindings.filter(({ code }) => code === 'legacy-key');
  const text = dataOf(snapshot.inspection)?.config?.text;
  if (group.length === 0 || text === undefined) return [];
  const isRefused = group.some(({ severity }) => severity !== 'info');
  const fixes = migrateKeys(
    text,
    group.map(({ path }) => path),
  );
  return [
    {
      severity: !isRefused ? 'info' : isAccepted(snapshot) ? 'warning' : 'error',
      title:
        group.length === 1
          ? l10n.t('A setting is that of an earlier version')
          : l10n.t('{0} settings are those of earlier versions', group.length),
      explanation: isRefused
        ? l10n.t('The gateway of this version does not take them until they are migrated.')
        : l10n.t('The gateway still understands them, and rewrites the file when it starts.'),
      evidence: evidenceOf(group),
      ...placeOf(group.find(({ severity }) => severity !== 'info') ?? group[0]),
      fixes: [...fixes, ...configFixes(snapshot)],
      link: links.config,
    },
  ];
});

interface Words {
  readonly severity: Severity;
  title(count: number): string;
  explanation(): string;
}

/** A rule that tells all findings of one code of the editor's checks as one. */
function mapped(code: string, configCode: string, { severity, title, explanation }: Words): Rule {
  return rule(code, (snapshot): Found => {
    const group = snapshot.configFindings.filter((finding) => finding.code === configCode);
    if (group.length === 0) return [];
    const told = { title: title(group.length), explanation: explanation(), evidence: evidenceOf(group) };
    return [{ severity, ...told, ...placeOf(group[0]), fixes: configFixes(snapshot), link: links.secrets }];
  });
}

export const redactedSecrets = mapped('secret-redacted', 'redacted-secret', {
  severity: 'error',
  title: () => l10n.t('The configuration has a placeholder instead of a secret'),
  explanation: () =>
    l10n.t(
      'Somebody pushed what a tool shows in the place of a secret. What needs the secret does not work.',
    ),
});

export const openOrigins = mapped('origins-open', 'open-origins', {
  severity: 'warning',
  title: () => l10n.t('Every web site may talk to the gateway'),
  explanation: () => l10n.t('“*” in allowedOrigins takes the protection away. Name the app’s own address.'),
});

export const dangerousSwitches = mapped('dangerous-switch', 'dangerous-switch', {
  severity: 'warning',
  title: (count) =>
    count === 1
      ? l10n.t('A protection of the gateway is switched off')
      : l10n.t('{0} protections of the gateway are switched off', count),
  explanation: () => l10n.t('Leave such a switch on only if nothing else helps.'),
});

export const literalSecrets = mapped('secret-literal', 'literal-secret', {
  severity: 'info',
  title: (count) =>
    count === 1
      ? l10n.t('A secret stands in the configuration itself')
      : l10n.t('{0} secrets stand in the configuration itself', count),
  explanation: () =>
    l10n.t('Whoever reads the file has them. Keep them as Fly secrets, and name those there.'),
});

export function evidenceOf(group: readonly ConfigFinding[]): readonly Evidence[] {
  return group.slice(0, mostNamed).map(({ path, message, range }) => ({
    text: path === '' ? message : `${path}: ${message}`,
    source: l10n.t('openclaw.json, line {0}', range.start.line + 1),
  }));
}

export function placeOf(finding: ConfigFinding | undefined): Pick<Finding, 'place'> {
  return finding ? { place: { file: 'openclaw.json', range: finding.range } } : {};
}
