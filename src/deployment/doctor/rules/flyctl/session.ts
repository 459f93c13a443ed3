import * as l10n from '@vscode/l10n';
import type { FailureKind } from '../../../../core/errors.ts';
import type { Rule } from '../../rule.ts';
import { failureOf, type Reading, type Snapshot } from '../../snapshot.ts';

export const notSignedIn: Rule = {
  code: 'not-signed-in',
  layer: 'flyctl',
  examine(snapshot) {
    const [failed] = readingsWith(snapshot, 'notLoggedIn');
    if (!failed) return [];
    const { tokenVariable } = snapshot.flyctl;
    return [
      {
        severity: 'error',
        title: l10n.t('flyctl is not signed in'),
        explanation: tokenVariable
          ? l10n.t('Fly.io refuses the token in {0}. Replace it, or unset it and sign in.', tokenVariable)
          : l10n.t('Fly.io answers nobody it does not know. Sign in, then run the doctor again.'),
        evidence: [{ text: failed.detail || l10n.t('no session'), source: 'flyctl' }],
        fixes: [{ kind: 'command', title: l10n.t('Sign In'), command: 'signIn' }],
        link: 'https://fly.io/docs/flyctl/auth-login/',
      },
    ];
  },
};

export const limitedToken: Rule = {
  code: 'limited-token',
  layer: 'flyctl',
  examine(snapshot) {
    const refused = readingsWith(snapshot, 'forbidden');
    if (refused.length === 0) return [];
    return [
      {
        severity: 'warning',
        title: l10n.t('The token of flyctl may not do everything'),
        explanation: l10n.t(
          'What it may not read was not examined. Sign in with your account, or use a token with more rights.',
        ),
        evidence: refused.map(({ what, detail }) => ({ text: detail || l10n.t('forbidden'), source: what })),
        fixes: [{ kind: 'command', title: l10n.t('Sign In'), command: 'signIn' }],
        link: 'https://fly.io/docs/security/tokens/',
      },
    ];
  },
};

export const environmentToken: Rule = {
  code: 'environment-token',
  layer: 'flyctl',
  examine({ flyctl: { tokenVariable } }) {
    if (tokenVariable === undefined) return [];
    return [
      {
        severity: 'info',
        title: l10n.t('flyctl uses the token in {0}', tokenVariable),
        explanation: l10n.t(
          'It takes the place of the session of “flyctl auth login”, and may be for fewer apps.',
        ),
        evidence: [{ text: l10n.t('{0} is set', tokenVariable), source: l10n.t('environment') }],
        fixes: [],
        link: 'https://fly.io/docs/security/tokens/',
      },
    ];
  },
};

interface Refusal {
  readonly what: string;
  readonly detail: string;
}

function readingsWith(snapshot: Snapshot, kind: FailureKind): readonly Refusal[] {
  const readings: readonly (readonly [string, Reading<unknown> | undefined])[] = [
    [l10n.t('account'), snapshot.flyctl.account],
    [l10n.t('machines'), snapshot.machines],
    [l10n.t('addresses'), snapshot.addresses],
    [l10n.t('certificates'), snapshot.certificates],
    [l10n.t('volumes'), snapshot.volumes],
    [l10n.t('secrets'), snapshot.secrets],
    [l10n.t('log'), snapshot.log],
    [l10n.t('inside of the machine'), snapshot.inspection],
  ];
  return readings.flatMap(([what, reading]) => {
    const failure = failureOf(reading);
    return failure?.kind === kind ? [{ what, detail: failure.detail }] : [];
  });
}
