import * as l10n from '@vscode/l10n';
import { arrayAt, recordAt } from '../../../../gateway/check/path.ts';
import { hasVariable } from '../../../../gateway/check/variables.ts';
import { dataOf, type Snapshot } from '../../snapshot.ts';
import { setValue } from './edits.ts';
import { configOf, insideRule } from './facts.ts';
import { links, openConfig } from './fixes.ts';

const path = ['gateway', 'controlUi', 'allowedOrigins'];

/** The Control UI is opened at an address of the app, which the gateway does not know. */
export const missingOrigins = insideRule('origins-missing', (inspection, snapshot) => {
  const view = configOf(inspection);
  const text = inspection.config?.text;
  if (!view || text === undefined || view.config.isOpen(path)) return [];
  const controlUi = recordAt(view.config.value, 'gateway', 'controlUi');
  const origins = arrayAt(controlUi, 'allowedOrigins');
  const isAny =
    origins.includes('*') ||
    origins.some(hasVariable) ||
    controlUi['enabled'] === false ||
    controlUi['dangerouslyAllowHostHeaderOriginFallback'] === true;
  const wanted = originsOf(snapshot);
  const missing = isAny ? [] : wanted.filter((origin) => !origins.includes(origin));
  if (missing.length === 0) return [];
  return [
    {
      severity: missing.length === wanted.length ? 'warning' : 'info',
      title: l10n.t('The Control UI cannot sign in at {0}', missing.join(', ')),
      explanation: l10n.t(
        'The gateway refuses browsers at addresses that gateway.controlUi.allowedOrigins does not name.',
      ),
      evidence: [{ text: JSON.stringify(origins), source: 'openclaw.json' }],
      place: { file: 'openclaw.json', range: view.document.rangeOfValue(view.config.sourceOf(path)) },
      fixes: [
        ...setValue(l10n.t('Add {0}', missing.join(', ')), text, path, [...origins, ...missing]),
        openConfig(),
      ],
      link: links.guide,
    },
  ];
});

/** Where the app answers; nowhere when it is private. */
function originsOf({ app, addresses, certificates }: Snapshot): readonly string[] {
  if (!dataOf(addresses)?.some((address) => address.public)) return [];
  const domains = (dataOf(certificates) ?? []).map(({ hostname }) => hostname);
  const hosts = [`${app}.fly.dev`, ...domains.filter((hostname) => !hostname.startsWith('*'))];
  return hosts.map((host) => `https://${host}`);
}
