import { answers, type Deployment, until } from './deployment.ts';
import { type Repair, refusal } from './repairs.ts';
import type { ShownFinding } from './report.ts';
import type { Stage } from './stage.ts';
import type { Run } from './table.ts';

/** What is said of a deployment that was treated. */
export type Treated = Pick<Run, 'found' | 'evidence' | 'fix' | 'afterwards'>;

/** @throws Error when something is not as it has to be. */
export type Treatment = (stage: Stage, deployment: Deployment) => Promise<Treated>;

/** What the doctor must find, and what is done about it. */
interface Expected {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** What its evidence must have before, and may not have afterwards. */
  readonly evidence: RegExp;
  /** What the button of the fix says, how it begins. */
  readonly fix: string | ((deployment: Deployment) => string);
  /** Goes through with the fix, to its end. */
  readonly repair: Repair;
  /** What else must be true afterwards; a few words for the table. */
  readonly verify?: (deployment: Deployment) => Promise<string>;
}

/** Examines, presses what the finding offers, waits for the gateway, and sees that the finding is gone. */
export function cure(expected: Expected): Treatment {
  return async (stage, deployment) => {
    const report = await stage.examine(deployment);
    const finding = findIn(await report.next(), expected);
    const evidence = evidenceOf(finding, expected);
    const fix = fixOf(finding, expected, deployment);
    await report.press(finding.code, fix);
    await expected.repair(stage.workbench, deployment);
    // The doctor looks again when the gateway had its time; before, the old one may still answer.
    const left = (await report.next()).find(({ code }) => code === finding.code);
    await until('gateway', () => answers(deployment.port));
    const more = await expected.verify?.(deployment);
    if (left?.evidence.some((text) => expected.evidence.test(text))) {
      throw new Error(`The gateway is ready, but the doctor still finds ${describe([left])}`);
    }
    const found = `${finding.code}, ${finding.severity}`;
    return { found, evidence, fix, afterwards: more === undefined ? 'ready' : `ready; ${more}` };
  };
}

/** The doctor must see no error in a healthy deployment. */
export const leaveAlone: Treatment = async (stage, deployment) => {
  const findings = await (await stage.examine(deployment)).next();
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(`The doctor sees errors: ${describe(errors)}`);
  await until('gateway', () => answers(deployment.port));
  const others = findings.map(({ code, severity }) => `${code} (${severity})`).join(', ');
  return { found: '0 errors', evidence: others, fix: 'none', afterwards: 'ready' };
};

/** Clear Gateway Lock must leave the lock of a live gateway alone. */
export const refuse: Treatment = async (stage, deployment) => {
  await (await stage.examine(deployment)).next();
  const evidence = await refusal(stage.workbench);
  if (!(await answers(deployment.port))) throw new Error('The gateway does not answer any more.');
  return { found: 'in use', evidence, fix: 'Clear Gateway Lock: refused', afterwards: 'ready' };
};

function findIn(findings: readonly ShownFinding[], { code, severity }: Expected): ShownFinding {
  const found = findings.find((finding) => finding.code === code && finding.severity === severity);
  if (found) return found;
  throw new Error(`The doctor finds no ${code} (${severity}), but ${describe(findings)}`);
}

/** From where it has what is expected, because a cell of the table is short. */
function evidenceOf({ code, evidence }: ShownFinding, expected: Expected): string {
  for (const text of evidence) {
    const at = text.search(expected.evidence);
    if (at >= 0) return text.slice(at);
  }
  throw new Error(`No evidence of ${code} is ${String(expected.evidence)}, but ${evidence.join('; ')}`);
}

function fixOf({ code, fixes }: ShownFinding, { fix }: Expected, deployment: Deployment): string {
  const start = typeof fix === 'string' ? fix : fix(deployment);
  const found = fixes.find((title) => title.startsWith(start));
  if (found !== undefined) return found;
  throw new Error(`${code} has no fix “${start}”, but ${fixes.join('; ') || 'none'}`);
}

function describe(findings: readonly ShownFinding[]): string {
  const words = findings.map(
    ({ code, severity, title, evidence }) => `${code} (${severity}: ${title}: ${evidence.join('; ')})`,
  );
  return words.join(', ') || 'nothing';
}
