import * as l10n from '@vscode/l10n';
import { knownVersion } from '../../../../gateway/check/known-version.ts';
import { stringAt } from '../../../../gateway/check/path.ts';
import { configOf, insideRule } from './facts.ts';
import { configHistory, links } from './fixes.ts';

/** The first version whose start can be told from its health, by `/startupz`. */
const tellsStart = '2026.8.1';

/** The version of OpenClaw could not be found out. */
export const unknownVersion = insideRule('version-unknown', ({ version }) =>
  version === undefined
    ? [
        {
          severity: 'info',
          title: l10n.t('The version of OpenClaw is not known'),
          explanation: l10n.t('Its package is not where its command, its process or its image points to.'),
          evidence: [],
          fixes: [],
        },
      ]
    : [],
);

/** How far the machine is behind what the extension knows. */
export const oldVersion = insideRule('version-old', ({ version }) => {
  if (version === undefined || compareVersions(version, knownVersion) >= 0) return [];
  const isEarly = compareVersions(version, tellsStart) < 0;
  return [
    {
      severity: 'info',
      title: l10n.t('OpenClaw {0} is older than {1}', version, knownVersion),
      explanation: isEarly
        ? l10n.t(
            'It cannot tell whether it has started, so that health checks at /startupz always pass. Update its image when it suits you.',
          )
        : l10n.t('Update its image when it suits you.'),
      evidence: [{ text: distanceOf(version), source: l10n.t('package on the machine') }],
      fixes: [],
      link: 'https://docs.openclaw.ai/install/fly#updating',
    },
  ];
});

/** The configuration was written by a newer version, which an older one may not understand. */
export const downgrade = insideRule('version-downgrade', (inspection) => {
  const { version } = inspection;
  const view = configOf(inspection);
  const path = ['meta', 'lastTouchedVersion'];
  const writer = stringAt(view?.config.value, ...path);
  if (!view || version === undefined || writer === undefined) return [];
  if (compareVersions(writer, version) <= 0) return [];
  return [
    {
      severity: 'warning',
      title: l10n.t('The configuration was written by a newer OpenClaw ({0})', writer),
      explanation: l10n.t(
        'The machine runs {0}, which may not understand it or the databases beside it. Deploy the newer image, or go back to a version from before.',
        version,
      ),
      evidence: [{ text: `meta.lastTouchedVersion: ${writer}`, source: 'openclaw.json' }],
      place: { file: 'openclaw.json', range: view.document.rangeOfValue(path) },
      fixes: [configHistory()],
      link: links.config,
    },
  ];
});

function distanceOf(version: string): string {
  const [year = 0, month = 0] = numbersOf(version);
  const [newestYear = 0, newestMonth = 0] = numbersOf(knownVersion);
  const months = (newestYear - year) * 12 + newestMonth - month;
  if (!(months > 0)) return version;
  return months === 1
    ? l10n.t('{0}, a month behind {1}', version, knownVersion)
    : l10n.t('{0}, {1} months behind {2}', version, months, knownVersion);
}

/** Versions are a year, a month and a number, e.g. `2026.9.6`; what follows, as in `2026.7.1-2`, is left out. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [numbersOf(one), numbersOf(other)];
  if ([...first, ...second].some((number) => !Number.isInteger(number))) return 0;
  const difference = first.map((number, index) => number - (second[index] ?? 0)).find((step) => step !== 0);
  return difference ?? 0;
}

function numbersOf(version: string): readonly number[] {
  return version.split(/[.-]/).slice(0, 3).map(Number);
}
