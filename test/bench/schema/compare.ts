import type { Verdict } from '../../unit/schema/openclaw.ts';
import type { Sample } from './corpus/sample.ts';

/** Finds what is wrong with a configuration; nothing when it is fine. */
export interface Judge {
  readonly name: string;
  /** Undefined when the judge does not read such texts. */
  judge(text: string): Promise<readonly string[] | undefined>;
}

/** A sample of which a judge says something else than OpenClaw. */
export interface Disagreement {
  readonly judge: string;
  readonly sample: Sample;
  readonly found: readonly string[];
  readonly truth: Verdict;
}

export interface Comparison {
  readonly judge: string;
  readonly judged: number;
  /** Told to be wrong, though OpenClaw takes it. */
  readonly falseErrors: readonly Disagreement[];
  /** Told to be fine, though OpenClaw refuses it. */
  readonly missed: readonly Disagreement[];
}

/** Asks the judge about every sample. */
export async function compare(
  judge: Judge,
  samples: readonly Sample[],
  truth: readonly Verdict[],
): Promise<Comparison> {
  const disagreements: Disagreement[] = [];
  let judged = 0;
  for (const [index, sample] of samples.entries()) {
    const found = await judge.judge(sample.text);
    const verdict = truth[index];
    if (!found || !verdict) continue;
    judged += 1;
    const accepted = found.length === 0;
    if (accepted !== verdict.valid) disagreements.push({ judge: judge.name, sample, found, truth: verdict });
  }
  return {
    judge: judge.name,
    judged,
    falseErrors: disagreements.filter((disagreement) => disagreement.truth.valid),
    missed: disagreements.filter((disagreement) => !disagreement.truth.valid),
  };
}
