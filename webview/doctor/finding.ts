import * as l10n from '@vscode/l10n';
import type { ReportFinding, ReportFix } from '../../src/shared/doctor.ts';
import { button, linkButton, webLink } from '../ui/controls.ts';
import { element } from '../ui/dom.ts';
import { icon } from '../ui/icons.ts';
import { renderEvidence } from './evidence.ts';
import { layerWord, severityWord, wordsOf } from './words.ts';

/** The numbers are positions in the lists of the report. */
export interface FindingActions {
  fix(finding: number, fix: number): void;
  reveal(finding: number): void;
}

let rows = 0;

/** A finding on the page. A later report that has the very same finding takes it over, with focus and all. */
export class FindingRow {
  readonly node: HTMLElement;
  readonly finding: ReportFinding;
  /** In lower case. */
  readonly words: string;
  /** In the list of the report that shows now. */
  position = 0;

  constructor(finding: ReportFinding, actions: FindingActions) {
    this.finding = finding;
    this.words = wordsOf(finding);
    const title = `finding-${rows++}`;
    this.node = element(
      'li',
      { class: `finding ${finding.severity}`, 'aria-labelledby': title, tabindex: '-1' },
      icon(finding.severity),
      element('h2', { id: title }, finding.title),
      this.#renderKind(actions),
      element('p', { class: 'explanation' }, finding.explanation),
      ...finding.evidence.map(renderEvidence),
      ...this.#renderFixes(actions),
    );
  }

  /** How bad it is, what it is about, where it can be seen, and where more is told. */
  #renderKind(actions: FindingActions): HTMLElement {
    const { severity, layer, code, place, link } = this.finding;
    return element(
      'div',
      { class: 'kind' },
      element('span', { class: 'severity' }, severityWord(severity)),
      element('span', {}, layerWord(layer)),
      element('code', {}, code),
      ...(place === undefined ? [] : [linkButton(place, () => actions.reveal(this.position))]),
      ...(link === undefined ? [] : [webLink(l10n.t('Learn more'), link)]),
    );
  }

  #renderFixes(actions: FindingActions): HTMLElement[] {
    const { fixes } = this.finding;
    if (fixes.length === 0) return [];
    const items = fixes.map((fix, index) =>
      renderFix(fix, index === 0, () => actions.fix(this.position, index)),
    );
    return [element('ul', { class: 'fixes', role: 'list', 'aria-label': l10n.t('What helps') }, ...items)];
  }
}

function renderFix({ title, note, leaves }: ReportFix, first: boolean, onClick: () => void): HTMLElement {
  const made = button({
    label: title,
    look: first ? 'primary' : 'secondary',
    ...(leaves && { icon: icon('linkExternal') }),
    onClick,
  });
  return element('li', {}, made, ...(note === '' ? [] : [element('span', { class: 'note' }, note)]));
}
