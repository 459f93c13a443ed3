/** What became of a row. A trouble that this computer cannot show is neither a success nor a failure. */
export type Outcome = 'passed' | 'failed' | 'not provoked';

/** One run, as it is printed. */
export interface Run {
  readonly row: number;
  readonly trouble: string;
  /** Code and severity. */
  readonly found: string;
  readonly evidence: string;
  readonly fix: string;
  /** The gateway afterwards, or why there is none. */
  readonly afterwards: string;
  readonly seconds: number;
  readonly outcome: Outcome;
}

const columns = ['', 'trouble', 'found', 'evidence', 'fix taken', 'gateway afterwards', 's'] as const;
/** A column is as wide as its longest cell, up to this. */
const widest = 44;

/** The runs as a table for a terminal, with what went wrong below it in full. */
export function table(runs: readonly Run[]): string {
  const rows = [columns, ...runs.map(cells)].map((row) => row.map(clip));
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const [head = '', ...body] = lines;
  return [
    head,
    '─'.repeat(Math.max(...lines.map(({ length }) => length))),
    ...body,
    ...complaints(runs),
  ].join('\n');
}

function cells(run: Run): string[] {
  const { row, trouble, found, evidence, fix, afterwards, seconds, outcome } = run;
  const end = outcome === 'passed' ? afterwards : `${outcome.toUpperCase()}: ${afterwards}`;
  return [String(row), trouble, found, evidence, fix, end, seconds.toFixed(0)];
}

function clip(cell: string): string {
  const line = cell.replaceAll(/\s+/g, ' ').trim();
  return line.length > widest ? `${line.slice(0, widest - 1)}…` : line;
}

function complaints(runs: readonly Run[]): string[] {
  return runs
    .filter(({ outcome }) => outcome !== 'passed')
    .map(({ row, trouble, outcome, afterwards }) => `\n${row} ${trouble}: ${outcome}. ${afterwards}`);
}
