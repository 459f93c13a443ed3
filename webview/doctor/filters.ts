import * as l10n from '@vscode/l10n';
import {
  layers,
  type ReportFinding,
  type ReportLayer,
  type ReportSeverity,
  severities,
} from '../../src/shared/doctor.ts';
import { button, focusText, relabel, select, setPressed, textField } from '../ui/controls.ts';
import { element } from '../ui/dom.ts';
import { icon } from '../ui/icons.ts';
import type { FindingRow } from './finding.ts';
import { layerWord, severityCount } from './words.ts';

/** Which findings are shown. */
export interface Filter {
  readonly text: string;
  readonly hidden: readonly ReportSeverity[];
  readonly layer: ReportLayer | 'all';
}

export const noFilter: Filter = { text: '', hidden: [], layer: 'all' };

/** Whether the finding gets through. */
export function passes({ text, hidden, layer }: Filter, { finding, words }: FindingRow): boolean {
  if (hidden.includes(finding.severity)) return false;
  if (layer !== 'all' && layer !== finding.layer) return false;
  return words.includes(text.trim().toLowerCase());
}

/** The row of controls that chooses among the findings. */
export class Filters {
  readonly node: HTMLElement;
  readonly #onChange: () => void;
  readonly #switches = new Map<ReportSeverity, HTMLElement>();
  readonly #layer: ReturnType<typeof select<ReportLayer | 'all'>>;
  readonly #field: ReturnType<typeof textField>;
  readonly #clear: HTMLElement;
  #filter: Filter;

  constructor(filter: Filter, onChange: () => void) {
    this.#filter = filter;
    this.#onChange = onChange;
    for (const severity of severities) this.#switches.set(severity, this.#severitySwitch(severity));
    this.#layer = select({
      label: l10n.t('Part of the deployment'),
      options: [
        { value: 'all', label: l10n.t('All parts') },
        ...layers.map((layer) => ({ value: layer, label: layerWord(layer) })),
      ],
      value: filter.layer,
      onChange: (layer) => this.#change({ layer }),
    });
    this.#clear = button({
      label: l10n.t('Clear Filter'),
      icon: icon('close'),
      look: 'icon',
      onClick: () => this.#change({ text: '' }),
    });
    this.#field = textField({
      label: l10n.t('Filter findings'),
      placeholder: l10n.t('Filter, e.g. memory'),
      icon: icon('filter'),
      end: this.#clear,
      onInput: (text) => this.#change({ text }),
    });
    this.node = element(
      'div',
      { class: 'filters', role: 'search', 'aria-label': l10n.t('Findings') },
      element('div', { class: 'switches' }, ...this.#switches.values()),
      this.#layer,
      this.#field,
    );
    this.#render();
  }

  get filter(): Filter {
    return this.#filter;
  }

  /** How many findings of each severity there are. */
  count(findings: readonly ReportFinding[]): void {
    for (const [kind, made] of this.#switches) {
      const count = findings.filter(({ severity }) => severity === kind).length;
      relabel(made, severityCount(kind, count), icon(kind));
    }
  }

  focus(): void {
    focusText(this.#field);
  }

  /** Whether an event comes from the text field. */
  isField(target: EventTarget | null): boolean {
    return target === this.#field;
  }

  /** Shows everything again. */
  reset(): void {
    this.#change(noFilter);
  }

  #severitySwitch(severity: ReportSeverity): HTMLElement {
    const toggle = (): void => {
      const { hidden } = this.#filter;
      this.#change({
        hidden: hidden.includes(severity)
          ? hidden.filter((other) => other !== severity)
          : [...hidden, severity],
      });
    };
    const made = button({ label: severityCount(severity, 0), onClick: toggle });
    made.classList.add('switch', severity);
    return made;
  }

  #change(change: Partial<Filter>): void {
    this.#filter = { ...this.#filter, ...change };
    this.#render();
    this.#onChange();
  }

  #render(): void {
    const { text, hidden, layer } = this.#filter;
    for (const [severity, made] of this.#switches) setPressed(made, !hidden.includes(severity));
    if (this.#field.value !== text) this.#field.value = text;
    this.#clear.hidden = text === '';
    this.#layer.value = layer;
  }
}
