import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultsFolder, root } from '../lib/project.mjs';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** The tests that failed, each with its reason. */
  readonly failures: readonly string[];
}

/** One part of `npm test`. */
export interface Step {
  readonly name: string;
  /** The script in package.json, with what is added to it. */
  readonly script: readonly string[];
  /** What the step runs, relative to the project; without files the step is left out. */
  readonly files?: string;
  /** The machine-readable result that the step writes. A step without one counts as one. */
  readonly resultFile?: string;
  /** Reads the result. */
  readonly read?: (result: unknown) => Counts;
}

/** The longest first, so that the last to end ends early. */
export const steps: readonly Step[] = [
  {
    name: 'repair',
    script: ['test:repair'],
    files: 'test/repair/main.ts',
    resultFile: resultPath('repair'),
    read: readCounts,
  },
  vitestStep('ui'),
  {
    name: 'host',
    script: ['test:desktop'],
    files: 'test/host/**/*.test.ts',
    resultFile: resultPath('host'),
    read: readCounts,
  },
  vitestStep('scenario'),
  vitestStep('unit'),
  { name: 'lint', script: ['lint'] },
  { name: 'types', script: ['types'] },
];

function resultPath(name: string): string {
  return join(resultsFolder, `${name}.json`);
}

function vitestStep(name: string): Step {
  const resultFile = resultPath(name);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`];
  return {
    name,
    script: [`test:${name}`, '--', ...reporters],
    files: `test/${name}/**/*.test.ts`,
    resultFile,
    read: readVitestResult,
  };
}

/** Whether there is something to run. */
export function hasFiles({ files }: Step): boolean {
  return files === undefined || globSync(files, { cwd: root }).length > 0;
}

/** What a step did, from the result that it wrote and its exit code; what cannot be read is a failure. */
export function countsOf(step: Step, exitCode: number): Counts {
  const counts = step.read && step.resultFile ? step.read(readJson(step.resultFile)) : undefined;
  const exited = `ended with ${String(exitCode)}`;
  if (counts === undefined) {
    return exitCode === 0 ? { ...none, passed: 1 } : { ...none, failed: 1, failures: [exited] };
  }
  const ranNothing = counts.passed + counts.failed === 0;
  const failedSilently = exitCode !== 0 && counts.failed === 0;
  return ranNothing || failedSilently ? { ...counts, failed: 1, failures: [exited] } : counts;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const none: Counts = { passed: 0, failed: 0, failures: [] };

/** What `test/host/index.ts` and `test/repair/main.ts` write. */
function readCounts(result: unknown): Counts {
  if (!isRecord(result)) return none;
  const { passed, failed, failures } = result;
  const reasons = Array.isArray(failures) ? failures.map(String) : [];
  return { passed: Number(passed), failed: Number(failed), failures: reasons };
}

/** The JSON report of Vitest. A file that cannot be loaded has no test that could fail, and counts as one. */
function readVitestResult(result: unknown): Counts {
  if (!isRecord(result)) return none;
  const files = recordsOf(result['testResults']);
  const broken = files
    .filter(({ status, assertionResults }) => status === 'failed' && recordsOf(assertionResults).length === 0)
    .map(({ name, message }) => `${String(name)}: ${String(message)}`);
  const failures = files
    .flatMap(({ assertionResults }) => recordsOf(assertionResults))
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => `${String(fullName)}: ${String(failureMessages)}`);
  return {
    passed: Number(result['numPassedTests']),
    failed: Number(result['numFailedTests']) + broken.length,
    failures: [...broken, ...failures],
  };
}

function recordsOf(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
