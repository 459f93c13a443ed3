import * as l10n from '@vscode/l10n';
import { valueAt } from '../../../../gateway/check/path.ts';
import type { Inspection } from '../../../../gateway/inspect/inspection.ts';
import type { Snapshot } from '../../snapshot.ts';
import { placeOf } from './config-findings.ts';
import { setValue } from './edits.ts';
import { allowsUnconfigured, commandOf, configOf, type Found, insideRule } from './facts.ts';
import { configFixes, links } from './fixes.ts';

const path = ['gateway', 'mode'];

/**
 * `gateway.mode` is missing, or is not that of a gateway: without --allow-unconfigured it does not start. With it, versions
 * since 2026.4 still mistrust a file that has lost it and may put an older one in its place.
 */
export const modeMissing = insideRule('mode-missing', (inspection, snapshot) => {
  const missing = snapshot.configFindings.find(({ code }) => code === 'missing-mode');
  if (missing) {
    const place = placeOf(missing);
    return modeFinding(inspection, snapshot, { title: l10n.t('gateway.mode is missing'), place });
  }
  const view = configOf(inspection);
  const mode = view && valueAt(view.config.value, path);
  if (!view || typeof mode !== 'string' || mode === 'local') return [];
  const range = view.document.rangeOfValue(view.config.sourceOf(path));
  const title = l10n.t('gateway.mode is “{0}”, not that of a gateway', mode);
  return modeFinding(inspection, snapshot, {
    title,
    place: { place: { file: 'openclaw.json', range } },
  });
});

function modeFinding(
  inspection: Inspection,
  snapshot: Snapshot,
  { title, place }: { readonly title: string; readonly place: Pick<Found[number], 'place'> },
): Found {
  const isAllowed = allowsUnconfigured(commandOf(inspection, snapshot));
  const text = inspection.config?.text ?? '';
  return [
    {
      severity: isAllowed || inspection.health.state === 'ready' ? 'warning' : 'error',
      title,
      explanation: isAllowed
        ? l10n.t('The gateway starts only because of --allow-unconfigured, and mistrusts such a file.')
        : l10n.t('Without it and without --allow-unconfigured, the gateway does not start.'),
      evidence: [{ text: optionText(isAllowed), source: l10n.t('command of the gateway') }],
      ...place,
      fixes: [
        ...setValue(l10n.t('Set gateway.mode to “local”'), text, path, 'local'),
        ...configFixes(snapshot),
      ],
      link: links.guide,
    },
  ];
}

/** Not the command itself, which can have a token. */
function optionText(isAllowed: boolean): string {
  return isAllowed ? '--allow-unconfigured' : l10n.t('without --allow-unconfigured');
}
