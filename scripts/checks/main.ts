/** `npm test`: every check in order. A failing one does not stop the next; the last line is the sum of all. */
import { rmSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { root } from '../lib/project.mjs';
import { npmCommand } from '../lib/npm.mjs';
import { startGroup, type ProcessGroup } from '../processes/group.ts';
import { onShutdown } from '../processes/shutdown.ts';
import { countsOf, hasFiles, stages, type Counts, type Step } from './steps.ts';

/** A step that takes longer hangs. */
const stepDeadlineMs = 15 * 60_000;

interface Row extends Counts {
  readonly name: string;
  readonly seconds: number;
}

const running = new Set<ProcessGroup>();
onShutdown(async () => void (await Promise.all([...running].map((group) => group.stop()))));

/** Runs the steps side by side. What the first prints is seen as it comes, what the others print when they end. */
async function runStage([first, ...others]: readonly Step[]): Promise<Row[]> {
  if (!first) return [];
  printTitle(first);
  const quiet = others.map(async (step) => {
    const output = new PassThrough();
    const printed = text(output);
    const row = await runStep(step, output);
    return { step, row, printed: await printed };
  });
  const rows = [await runStep(first)];
  for (const { step, row, printed } of await Promise.all(quiet)) {
    printTitle(step);
    console.log(printed);
    rows.push(row);
  }
  return rows;
}

function printTitle({ name }: Step): void {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
}

async function runStep(step: Step, output?: PassThrough): Promise<Row> {
  if (step.resultFile) rmSync(step.resultFile, { force: true });
  const started = performance.now();
  const exitCode = await runScript(step.script, output);
  output?.end();
  return { name: step.name, ...countsOf(step, exitCode), seconds: (performance.now() - started) / 1000 };
}

/** Runs a script of package.json and ends what it leaves behind. */
async function runScript(words: readonly string[], output?: PassThrough): Promise<number> {
  const { command, args } = npmCommand(['run', '--silent', ...words]);
  const env = { ...process.env, OPENCLAW_SET_UP: 'done' };
  const to = output ? 'pipe' : 'inherit';
  const group = startGroup(command, args, { cwd: root, env, stdio: ['ignore', to, to] });
  for (const stream of [group.process.stdout, group.process.stderr]) {
    if (output) stream?.pipe(output, { end: false });
  }
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

const rows: Row[] = [];
for (const stage of stages) rows.push(...(await runStage(stage.filter(hasFiles))));
printSummary(
  rows,
  stages.flat().filter((step) => !hasFiles(step)),
);

const sum = (key: keyof Counts): number => rows.reduce((total, row) => total + row[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 ? 0 : 1);
