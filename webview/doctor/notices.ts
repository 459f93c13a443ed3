import * as l10n from '@vscode/l10n';
import type { ReportGap, ReportState, ReportTrouble } from '../../src/shared/doctor.ts';
import { button, spinner } from '../ui/controls.ts';
import { element } from '../ui/dom.ts';
import { icon, type IconName } from '../ui/icons.ts';

export interface NoticeActions {
  run(): void;
  cancel(): void;
  /** @param step Its position. */
  step(step: number): void;
  showAll(): void;
}

/** Why there is no newer report, above the old one. */
export function renderTrouble({ sentence, steps }: ReportTrouble, actions: NoticeActions): HTMLElement {
  return element(
    'section',
    { class: 'notice trouble', 'aria-label': l10n.t('The last run failed') },
    icon('error'),
    element('p', {}, sentence),
    element('div', { class: 'actions' }, ...stepButtons(steps, actions, 'secondary')),
  );
}

/** What could not be read: findings about it are missing. */
export function renderGaps(gaps: readonly ReportGap[]): HTMLElement {
  const items = gaps.map(({ what, why }) => element('li', {}, element('strong', {}, what), ` ${why}`));
  return element(
    'section',
    { class: 'notice gaps', 'aria-label': l10n.t('What could not be read') },
    icon('info'),
    element('p', {}, l10n.t('Not everything could be read, so there may be more to find:')),
    element('ul', { role: 'list' }, ...items),
  );
}

/** What stands in the place of findings, if there are none to show. */
export function renderPlaceholder(
  { app, running, trouble, report }: ReportState,
  actions: NoticeActions,
): HTMLElement | undefined {
  if (!report) {
    if (trouble && !running) {
      // Nothing needs to be done about a run that was cancelled.
      const sign: IconName = trouble.steps.length === 0 ? 'info' : 'error';
      return placeholder(
        sign,
        icon(sign),
        trouble.sentence,
        '',
        ...stepButtons(trouble.steps, actions, 'primary'),
      );
    }
    return placeholder(
      'running',
      spinner(l10n.t('Running')),
      l10n.t('Examining {0}…', app),
      l10n.t('flyctl is asked about the app, and the machine is looked into. Nothing is changed.'),
      button({ label: l10n.t('Cancel'), onClick: actions.cancel }),
    );
  }
  if (report.findings.length > 0) return undefined;
  const sign: IconName = report.gaps.length > 0 ? 'info' : 'pass';
  return placeholder(
    sign,
    icon(sign),
    report.gaps.length > 0 ? l10n.t('Nothing was found so far.') : l10n.t('{0} is well.', app),
    report.gaps.length > 0
      ? l10n.t('Run the doctor again when the rest can be read.')
      : l10n.t('flyctl, the machine on Fly.io and OpenClaw are as they should be.'),
  );
}

/** Findings there are, but the filter lets none through. */
export function renderNoMatch(actions: NoticeActions): HTMLElement {
  const showAll = button({ label: l10n.t('Show All Findings'), onClick: actions.showAll });
  return placeholder('no-match', icon('filter'), l10n.t('No finding matches the filter.'), '', showAll);
}

function placeholder(
  kind: string,
  sign: Element,
  title: string,
  text: string,
  ...buttons: HTMLElement[]
): HTMLElement {
  return element(
    'div',
    { class: `placeholder ${kind}` },
    sign,
    element('h2', {}, title),
    ...(text === '' ? [] : [element('p', {}, text)]),
    element('div', { class: 'actions' }, ...buttons),
  );
}

function stepButtons(
  steps: readonly string[],
  actions: NoticeActions,
  look: 'primary' | 'secondary',
): HTMLElement[] {
  if (steps.length === 0) return [button({ label: l10n.t('Run Again'), look, onClick: actions.run })];
  return steps.map((label, index) =>
    button({ label, look: index === 0 ? look : 'secondary', onClick: () => actions.step(index) }),
  );
}
