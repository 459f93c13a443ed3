import type { SchemaProblem } from './schema-validator.ts';

/** Decides whether a problem need not be one, since the gateway may read another value than the one that is written. */
export type Uncertain = (problem: SchemaProblem) => boolean;

/**
 * What is really wrong: in place of every `anyOf` and `oneOf` the problems of the branch that the value comes nearest to, or
 * the union itself when the value is nothing like any of them.
 */
export function essentialProblems(
  problems: readonly SchemaProblem[],
  uncertain: Uncertain,
): readonly SchemaProblem[] {
  return problems
    .filter(({ keyword }) => keyword !== 'if')
    .filter((problem) => !uncertain(problem))
    .flatMap((problem) => (isUnion(problem) ? ofUnion(problem, uncertain) : [problem]));
}

function isUnion({ keyword }: SchemaProblem): boolean {
  return keyword === 'anyOf' || keyword === 'oneOf';
}

function ofUnion(problem: SchemaProblem, uncertain: Uncertain): readonly SchemaProblem[] {
  if (problem.branches.some((branch) => branch.length === 0)) return [problem];
  const branches = problem.branches.map((branch) => essentialProblems(branch, uncertain));
  if (branches.some((branch) => branch.length === 0)) return [];
  const nearest = branches.reduce((best, branch) => (isNearer(branch, best, problem) ? branch : best));
  return nearest.every((inner) => isAbout(inner, problem)) ? [{ ...problem, branches }] : nearest;
}

/** Whether the problem is one of the value itself, not of something in it. */
function isAbout(inner: SchemaProblem, problem: SchemaProblem): boolean {
  const kinds = ['type', 'enum', 'const', 'pattern', 'anyOf', 'oneOf'];
  return inner.path.length === problem.path.length && kinds.includes(inner.keyword);
}

function isNearer(
  one: readonly SchemaProblem[],
  other: readonly SchemaProblem[],
  problem: SchemaProblem,
): boolean {
  const [scoresOfOne, scoresOfOther] = [scoresOf(one, problem), scoresOf(other, problem)];
  const difference = scoresOfOne.findIndex((score, index) => score !== scoresOfOther[index]);
  return difference >= 0 && (scoresOfOne[difference] ?? 0) < (scoresOfOther[difference] ?? 0);
}

/** How far the value is from a branch, the most telling difference first: another type, another `type` key, everything. */
function scoresOf(branch: readonly SchemaProblem[], problem: SchemaProblem): readonly number[] {
  const wrongType = branch.some((inner) => inner.keyword === 'type' && isAbout(inner, problem));
  const wrongConstants = branch.filter(
    ({ keyword, path }) => keyword === 'const' && path.length === problem.path.length + 1,
  );
  return [wrongType ? 1 : 0, wrongConstants.length, branch.length];
}
