import * as l10n from '@vscode/l10n';
import { formatPath, placesAt } from '../../../../gateway/check/path.ts';
import { secretPaths } from '../../../../gateway/check/secret-paths.ts';
import { configOf, insideRule } from './facts.ts';
import { links, openConfig } from './fixes.ts';

/** What guides and samples write where a secret belongs. */
const sample =
  /^(?:<[^<>]+>|(?:your|my)[-_ ][\w -]+|change[-_ ]?me|replace[-_ ]?me|x{3,}|todo|example-[\w-]+)$/i;

/** Secrets that are still what a guide had in their place. */
export const sampleSecrets = insideRule('secret-sample', (inspection) => {
  const view = configOf(inspection);
  if (!view) return [];
  const places = secretPaths
    .flatMap((pattern) => placesAt(view.config.value, pattern))
    .filter(({ value }) => typeof value === 'string' && sample.test(value.trim()));
  const paths = [...new Set(places.map(({ path }) => formatPath(path)))];
  const [first] = places;
  if (!first) return [];
  return [
    {
      severity: 'error',
      title:
        paths.length === 1
          ? l10n.t('“{0}” is still the sample of a guide', paths[0] ?? '')
          : l10n.t('{0} secrets are still the samples of a guide', paths.length),
      explanation: l10n.t('What needs the secret does not work. Set it as a Fly secret, and name that here.'),
      evidence: paths.slice(0, 5).map((text) => ({ text, source: 'openclaw.json' })),
      place: {
        file: 'openclaw.json',
        range: view.document.rangeOfValue(view.config.sourceOf(first.path)),
      },
      fixes: [openConfig()],
      link: links.secrets,
    },
  ];
});
