import type { Verdict } from '../../unit/schema/openclaw.ts';
import type { Comparison, Disagreement } from './compare.ts';
import type { Sample } from './corpus/sample.ts';
import type { Times } from './timing.ts';

/** The figures of `--json`. */
export interface SchemaFigures extends Times {
  readonly configs: number;
  readonly valid: number;
  readonly invalid: number;
  /** Configurations that OpenClaw takes and any of the judges calls wrong. */
  readonly false_errors: number;
  /** Configurations that OpenClaw refuses and any of the judges calls fine. */
  readonly missed: number;
  /** Of the invalid ones. */
  readonly missed_pct: number;
  /** The bundled schema, in 1000 bytes. */
  readonly schema_kb: number;
}

const limits = {
  false_errors: 0,
  missed_pct: 1,
  complete_p95_ms: 50,
  validate_2000_lines_ms: 100,
  schema_kb: 520,
};

export function figuresOf(
  truth: readonly Verdict[],
  comparisons: readonly Comparison[],
  times: Times,
  schemaBytes: number,
): SchemaFigures {
  const valid = truth.filter((verdict) => verdict.valid).length;
  const invalid = truth.length - valid;
  const missed = namesOf(comparisons.flatMap((comparison) => comparison.missed)).size;
  return {
    configs: truth.length,
    valid,
    invalid,
    false_errors: namesOf(comparisons.flatMap((comparison) => comparison.falseErrors)).size,
    missed,
    missed_pct: rounded((100 * missed) / invalid),
    complete_p95_ms: rounded(times.complete_p95_ms),
    validate_2000_lines_ms: rounded(times.validate_2000_lines_ms),
    schema_kb: rounded(schemaBytes / 1000),
  };
}

export function isOver(figures: SchemaFigures): boolean {
  const values = new Map<string, number>(Object.entries(figures));
  return Object.entries(limits).some(([name, limit]) => (values.get(name) ?? 0) > limit);
}

/** The whole report: every disagreement with its text, then a line per judge, then the figures. */
export function describe(figures: SchemaFigures, comparisons: readonly Comparison[]): string {
  return [
    ...comparisons.flatMap(({ falseErrors, missed }) => [
      ...falseErrors.map((disagreement) => describeDisagreement('False error', disagreement)),
      ...missed.map((disagreement) => describeDisagreement('Missed', disagreement)),
    ]),
    row('', 'judged', 'false errors', 'missed'),
    ...comparisons.map(({ judge, judged, falseErrors, missed }) =>
      row(judge, judged, falseErrors.length, missed.length),
    ),
    '',
    ...Object.entries(figures).map(([name, value]) => `${name.padEnd(30)}${String(value).padStart(10)}`),
  ].join('\n');
}

/** Samples of which their author expected something else: the corpus does not test what it says. */
export function describeSurprises(samples: readonly Sample[], truth: readonly Verdict[]): string {
  return samples
    .map((sample, index) => ({ sample, verdict: truth[index] }))
    .filter(
      ({ sample: { expected }, verdict }) => expected && verdict && (expected === 'valid') !== verdict.valid,
    )
    .map(
      ({ sample, verdict }) => `Not ${sample.expected}: ${sample.name}\n  ${verdict?.issues.join('\n  ')}\n`,
    )
    .join('\n');
}

function describeDisagreement(kind: string, { judge, sample, found, truth }: Disagreement): string {
  return [
    `${kind} of ${judge}: ${sample.name}`,
    `  OpenClaw: ${truth.valid ? 'valid' : truth.issues.join('\n            ')}`,
    `  ${judge}: ${found.length === 0 ? 'nothing' : found.join('\n            ')}`,
    ...sample.text.split('\n').map((line) => `    ${line}`),
    '',
  ].join('\n');
}

function row(name: string, ...cells: readonly (string | number)[]): string {
  return name.padEnd(20) + cells.map((cell) => String(cell).padStart(14)).join('');
}

function namesOf(disagreements: readonly Disagreement[]): ReadonlySet<string> {
  return new Set(disagreements.map(({ sample }) => sample.name));
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
