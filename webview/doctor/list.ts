import * as l10n from '@vscode/l10n';
import type { ReportFinding } from '../../src/shared/doctor.ts';
import { element } from '../ui/dom.ts';
import { type FindingActions, FindingRow } from './finding.ts';

/** The findings. A new report keeps what has not changed on the page: the place where one reads, and the focus. */
export class FindingList {
  readonly node = element('ul', { class: 'findings', role: 'list', 'aria-label': l10n.t('Findings') });
  readonly #actions: FindingActions;
  #rows: readonly FindingRow[] = [];

  constructor(actions: FindingActions) {
    this.#actions = actions;
    this.node.addEventListener('keydown', (event) => this.#key(event));
  }

  get rows(): readonly FindingRow[] {
    return this.#rows;
  }

  show(findings: readonly ReportFinding[]): void {
    const focused = document.activeElement;
    const at = this.#rows.findIndex(({ node }) => node.contains(focused));
    const known = groupByContent(this.#rows);
    this.#rows = findings.map((finding, position) => {
      const row = known.get(JSON.stringify(finding))?.shift() ?? new FindingRow(finding, this.#actions);
      row.position = position;
      return row;
    });
    this.#place();
    if (at >= 0 && document.activeElement !== focused) this.#refocus(focused, at);
  }

  /** Shows the rows that fulfil the condition. @returns how many they are. */
  filter(isShown: (row: FindingRow) => boolean): number {
    for (const row of this.#rows) row.node.hidden = !isShown(row);
    const shown = this.#shown();
    if (!shown.some(({ tabIndex }) => tabIndex === 0)) this.#makeReachable(shown[0]);
    return shown.length;
  }

  /** Puts the focus on the first finding. */
  focus(): void {
    this.#shown()[0]?.focus();
  }

  /** Moves as few nodes as possible: one that is taken out of the page loses the focus. */
  #place(): void {
    const wanted = this.#rows.map(({ node }) => node);
    const kept = new Set<Element>(wanted);
    for (const node of [...this.node.children]) if (!kept.has(node)) node.remove();
    for (const [index, node] of wanted.entries()) {
      const there = this.node.children[index];
      if (there !== node) this.node.insertBefore(node, there ?? null);
    }
  }

  /** The focus goes back to what had it, or to the finding that is in its place now. */
  #refocus(focused: Element | null, at: number): void {
    const again = focused?.isConnected ? focused : this.#rows[Math.min(at, this.#rows.length - 1)]?.node;
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  }

  /** Tab reaches one finding, and the arrow keys the others; their buttons are reached by Tab from anywhere. */
  #makeReachable(node: HTMLElement | undefined): void {
    for (const row of this.#rows) row.node.tabIndex = row.node === node ? 0 : -1;
  }

  #key(event: KeyboardEvent): void {
    const shown = this.#shown();
    const at = shown.findIndex((node) => node === event.target);
    if (at < 0) return;
    const next =
      shown[{ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    this.#makeReachable(next);
    next.focus();
  }

  #shown(): readonly HTMLElement[] {
    return this.#rows.map(({ node }) => node).filter(({ hidden }) => !hidden);
  }
}

/** The same may be found twice. */
function groupByContent(rows: readonly FindingRow[]): Map<string, FindingRow[]> {
  const groups = new Map<string, FindingRow[]>();
  for (const row of rows) {
    const content = JSON.stringify(row.finding);
    groups.set(content, [...(groups.get(content) ?? []), row]);
  }
  return groups;
}
