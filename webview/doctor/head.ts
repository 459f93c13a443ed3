import * as l10n from '@vscode/l10n';
import type { ReportContent, ReportState } from '../../src/shared/doctor.ts';
import { button, setIdle, spinner } from '../ui/controls.ts';
import { element } from '../ui/dom.ts';
import { icon, type IconName } from '../ui/icons.ts';
import { ago, fullTime } from '../ui/time.ts';

export interface HeadActions {
  run(): void;
  cancel(): void;
  copy(): void;
  export(): void;
}

/** The top of the page: which app, what is wrong with it in a few words, how old that is, and what can be done. */
export class Head {
  readonly node: HTMLElement;
  readonly #title = element('h1');
  readonly #summary = element('p', { class: 'summary' });
  readonly #machine = element('span');
  readonly #age = element('time');
  readonly #renewing: HTMLElement;
  readonly #run: HTMLElement;
  readonly #reportButtons: readonly HTMLElement[];
  #takenAt = 0;

  constructor(actions: HeadActions) {
    this.#run = button({
      label: l10n.t('Run Again'),
      icon: icon('refresh'),
      onClick: actions.run,
    });
    this.#reportButtons = [
      button({ label: l10n.t('Copy Report'), icon: icon('copy'), onClick: actions.copy }),
      button({ label: l10n.t('Export Support Bundle…'), icon: icon('export'), onClick: actions.export }),
    ];
    this.#renewing = element(
      'span',
      { class: 'renewing' },
      spinner(l10n.t('Running')),
      element('span', {}, l10n.t('Looking again…')),
      button({ label: l10n.t('Cancel'), onClick: actions.cancel }),
    );
    const words = element('div', { class: 'words' }, this.#title, this.#summary, this.#renderMeta());
    const buttons = element('div', { class: 'buttons' }, this.#run, ...this.#reportButtons);
    this.node = element('header', {}, words, buttons);
    window.setInterval(() => this.#tick(), 1_000);
  }

  show({ app, running, report }: ReportState): void {
    this.#title.textContent = app;
    setIdle(this.#run, running);
    // The first time, the whole page says that it is running.
    this.#renewing.hidden = !running || !report;
    // In the place of the age, so that nothing moves.
    this.#age.hidden = running || !report;
    this.#summary.hidden = !report;
    for (const made of this.#reportButtons) setIdle(made, !report);
    if (report) this.#showReport(report);
  }

  /** Puts the focus on Run Again. */
  focus(): void {
    this.#run.focus({ preventScroll: true });
  }

  #renderMeta(): HTMLElement {
    return element('p', { class: 'meta' }, this.#machine, this.#age, this.#renewing);
  }

  #showReport({ summary, findings, machine = '', takenAtMs, ageMs, gaps }: ReportContent): void {
    const worst = findings[0]?.severity ?? (gaps.length > 0 ? 'info' : 'pass');
    this.#summary.className = `summary ${worst}`;
    const sign: IconName = worst;
    this.#summary.replaceChildren(icon(sign), element('span', {}, summary));
    this.#machine.textContent = machine === '' ? '' : l10n.t('Machine {0}', machine);
    this.#takenAt = performance.now() - ageMs;
    this.#age.dateTime = new Date(takenAtMs).toISOString();
    this.#age.title = fullTime(takenAtMs);
    this.#tick();
  }

  #tick(): void {
    const text = l10n.t('Updated {0}', ago(performance.now() - this.#takenAt));
    if (this.#age.textContent !== text) this.#age.textContent = text;
  }
}
