import * as l10n from '@vscode/l10n';
import type { Rule } from '../../rule.ts';
import { dataOf, failureOf } from '../../snapshot.ts';

const install = 'https://fly.io/docs/flyctl/install/';

export const flyctlMissing: Rule = {
  code: 'flyctl-missing',
  layer: 'flyctl',
  examine({ flyctl }) {
    const failure = failureOf(flyctl.binary);
    if (failure?.kind !== 'notInstalled') return [];
    return [
      {
        severity: 'error',
        title: l10n.t('flyctl is not installed'),
        explanation: l10n.t(
          'Nothing of Fly.io can be read or changed without it. Install it, or choose where it is.',
        ),
        evidence: [{ text: failure.detail, source: l10n.t('where it was looked for') }].filter(
          ({ text }) => text !== '',
        ),
        fixes: [
          { kind: 'command', title: l10n.t('Choose flyctl…'), command: 'pickFlyctl' },
          { kind: 'command', title: l10n.t('Where it was looked for'), command: 'whereLooked' },
          { kind: 'link', title: l10n.t('How to install it'), url: install },
        ],
        link: install,
      },
    ];
  },
};

/** Before it, `ssh console` lost the end of short outputs (superfly/flyctl#5045). */
const oldest = [0, 4, 80];
/** The newest whose words and output this extension was written for. */
const newest = [0, 4, 87];

export const flyctlVersion: Rule = {
  code: 'flyctl-version',
  layer: 'flyctl',
  examine({ flyctl }) {
    const binary = dataOf(flyctl.binary);
    const version = /^v?(\d+)\.(\d+)\.(\d+)/
      .exec(binary?.version ?? '')
      ?.slice(1)
      .map(Number);
    if (!binary || !version) return [];
    const evidence = [{ text: `flyctl ${binary.version}`, source: binary.path }];
    const tested = l10n.t('Tested with {0} to {1}.', oldest.join('.'), newest.join('.'));
    if (compare(version, oldest) < 0) {
      return [
        {
          severity: 'warning',
          title: l10n.t('flyctl {0} is too old', binary.version),
          explanation: `${l10n.t('It can lose the end of what a machine prints. Run “flyctl version upgrade”.')} ${tested}`,
          evidence,
          fixes: [{ kind: 'link', title: l10n.t('How to install it'), url: install }],
          link: 'https://github.com/superfly/flyctl/pull/5045',
        },
      ];
    }
    if (compare(version, newest) <= 0) return [];
    return [
      {
        severity: 'info',
        title: l10n.t('flyctl {0} is newer than what was tested', binary.version),
        explanation: `${l10n.t('It may print something that is not understood; then that is said.')} ${tested}`,
        evidence,
        fixes: [],
        link: install,
      },
    ];
  },
};

export const flyctlSeveral: Rule = {
  code: 'flyctl-several',
  layer: 'flyctl',
  examine({ flyctl }) {
    const binary = dataOf(flyctl.binary);
    if (!binary || flyctl.others.length === 0) return [];
    return [
      {
        severity: 'warning',
        title: l10n.t('Several versions of flyctl are installed'),
        explanation: l10n.t(
          'Each ends the background agent of the other, and with it every open connection. Keep one of them.',
        ),
        evidence: [binary, ...flyctl.others].map(({ path, version }) => ({
          text: `flyctl ${version}`,
          source: path,
        })),
        fixes: [
          { kind: 'command', title: l10n.t('Choose flyctl…'), command: 'pickFlyctl' },
          { kind: 'command', title: l10n.t('Where it was looked for'), command: 'whereLooked' },
        ],
      },
    ];
  },
};

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
