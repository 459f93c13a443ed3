import { answers, type Deployment, until } from './deployment.ts';
import { Report, type ShownFinding } from './report.ts';
import type { Expected, Row } from './rows.ts';
import type { Stage } from './stage.ts';
import type { Run } from './table.ts';

export type Treated = Pick<Run, 'found' | 'evidence' | 'fix' | 'afterwards'>;

/**
 * Lets the doctor examine the deployment, presses the fix that is expected, and waits for the gateway.
 * @throws Error when the doctor does not find or offer what is expected, or when there is no gateway in the end.
 */
export async function treat(stage: Stage, row: Row, deployment: Deployment): Promise<Treated> {
  stage.open(deployment);
  const report = new Report(stage.workbench, deployment.app);
  const findings = await report.examine();
  const { expected } = row;
  if (!expected) return { ...verifyHealth(findings), afterwards: await gatewayOf(deployment) };
  const finding = verify(findings, expected);
  const title = verifyFix(finding, expected);
  await report.press(finding.code, title);
  await row.confirm?.(stage, deployment);
  return {
    found: `${finding.code}, ${finding.severity}`,
    evidence: finding.evidence.find((text) => matches(text, expected.evidence)) ?? '',
    fix: title,
    afterwards: await gatewayOf(deployment),
  };
}

/** @throws Error when the gateway does not come. */
async function gatewayOf({ port }: Deployment): Promise<string> {
  await until('gateway', () => answers(port));
  return 'ready';
}

function verifyHealth(findings: readonly ShownFinding[]): Omit<Treated, 'afterwards'> {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(`The doctor sees errors: ${describe(errors)}`);
  return { found: '0 errors', evidence: findings.map(({ code }) => code).join(', '), fix: '' };
}

function verify(findings: readonly ShownFinding[], { code, severity, evidence }: Expected): ShownFinding {
  const found = findings.find((finding) => finding.code === code && finding.severity === severity);
  if (!found) throw new Error(`The doctor finds no ${code} (${severity}), but ${describe(findings)}`);
  if (found.evidence.some((text) => matches(text, evidence))) return found;
  throw new Error(`The evidence of ${code} does not have ${String(evidence)}: ${found.evidence.join('\n')}`);
}

function verifyFix({ code, fixes }: ShownFinding, { fix }: Expected): string {
  const title = fixes.find((text) => matches(text, fix));
  if (title !== undefined) return title;
  throw new Error(`There is no fix ${String(fix)} for ${code}, but ${fixes.join('; ') || 'none'}`);
}

function matches(text: string, pattern: string | RegExp): boolean {
  return typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);
}

function describe(findings: readonly ShownFinding[]): string {
  return (
    findings.map(({ code, severity, title }) => `${code} (${severity}: ${title})`).join(', ') || 'nothing'
  );
}
