/** `npm test`: every check, two at a time. A failing one does not stop the others; the last line is the sum of all. */
import { rmSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import PQueue from 'p-queue';
import { root } from '../lib/project.mjs';
import { npmCommand } from '../lib/npm.mjs';
import { startGroup, type ProcessGroup } from '../processes/group.ts';
import { onShutdown } from '../processes/shutdown.ts';
import { countsOf, hasFiles, steps, type Counts, type Step } from './steps.ts';

/** A step that takes longer hangs. */
const stepDeadlineMs = 30 * 60_000;
/** Steps wait a lot, but with a third one two cores would make them miss deadlines. */
const atOnce = 2;
/** How much of a failure the summary repeats. */
const failureLines = 5;

interface Row extends Counts {
  readonly name: string;
  readonly seconds: number;
}

const running = new Set<ProcessGroup>();
onShutdown(async () => void (await Promise.all([...running].map((group) => group.stop()))));

/** Runs the step and prints what it printed when it has ended. */
async function runQuietly(step: Step): Promise<Row> {
  console.log(`  … ${step.name}`);
  const output = new PassThrough();
  const printed = text(output);
  const row = await runStep(step, output);
  printTitle(step);
  console.log(await printed);
  return row;
}

function printTitle({ name }: Step): void {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
}

async function runStep(step: Step, output: PassThrough): Promise<Row> {
  if (step.resultFile) rmSync(step.resultFile, { force: true });
  const started = performance.now();
  const exitCode = await runScript(step.script, output);
  output.end();
  return { name: step.name, ...countsOf(step, exitCode), seconds: (performance.now() - started) / 1000 };
}

/** Runs a script of package.json and ends what it leaves behind. */
async function runScript(words: readonly string[], output: PassThrough): Promise<number> {
  const { command, args } = npmCommand(['run', '--silent', ...words]);
  const env = { ...process.env, OPENCLAW_SET_UP: 'done' };
  const group = startGroup(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [group.process.stdout, group.process.stderr]) stream?.pipe(output, { end: false });
  running.add(group);
  const late = setTimeout(() => void group.stop(), stepDeadlineMs);
  const exitCode = await group.ended;
  clearTimeout(late);
  await group.stop();
  running.delete(group);
  return exitCode;
}

function printSummary(rows: readonly Row[], left: readonly Step[]): void {
  console.log(
    `\n${'Step'.padEnd(10)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'seconds'.padStart(10)}`,
  );
  for (const { name, passed, failed, seconds } of rows) {
    const numbers = [String(passed).padStart(8), String(failed).padStart(8), seconds.toFixed(1).padStart(10)];
    console.log(`${name.padEnd(10)}${numbers.join('')}`);
  }
  for (const { name, files } of left) console.log(`${name.padEnd(10)}left out: there is no ${files}`);
}

/** Who sees only the end of the output sees what failed. */
function printFailures(rows: readonly Row[]): void {
  for (const { name, failures } of rows) {
    for (const failure of failures) console.log(`\n✗ ${name}: ${firstLines(failure)}`);
  }
}

function firstLines(text: string): string {
  return stripVTControlCharacters(text).split('\n').slice(0, failureLines).join('\n  ');
}

const queue = new PQueue({ concurrency: atOnce });
const rows = await queue.addAll(steps.filter(hasFiles).map((step) => () => runQuietly(step)));
printSummary(
  rows,
  steps.filter((step) => !hasFiles(step)),
);
printFailures(rows);

const sum = (key: 'passed' | 'failed'): number => rows.reduce((total, row) => total + row[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 ? 0 : 1);
