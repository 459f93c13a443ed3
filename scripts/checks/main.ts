/** `npm test`: every check in order. A failing one does not stop the next; the last line is the sum of all. */
import { rmSync } from 'node:fs';
import { root } from '../lib/project.mjs';
import { npmCommand } from '../lib/npm.mjs';
import { startGroup, type ProcessGroup } from '../processes/group.ts';
import { onShutdown } from '../processes/shutdown.ts';
import { countsOf, hasFiles, steps, type Counts, type Step } from './steps.ts';

/** A step that takes longer hangs. */
const stepDeadlineMs = 15 * 60_000;

interface Row extends Counts {
  readonly name: string;
  readonly seconds: number;
}

let running: ProcessGroup | undefined;
onShutdown(async () => running?.stop());

async function runStep(step: Step): Promise<Row> {
  console.log(`\n── ${step.name} ${'─'.repeat(60 - step.name.length)}`);
  if (step.resultFile) rmSync(step.resultFile, { force: true });
  const started = performance.now();
  const exitCode = await runScript(step.script);
  return { name: step.name, ...countsOf(step, exitCode), seconds: (performance.now() - started) / 1000 };
}

/** Runs a script of package.json and ends what it leaves behind. */
async function runScript(words: readonly string[]): Promise<number> {
  const { command, args } = npmCommand(['run', '--silent', ...words]);
  const env = { ...process.env, OPENCLAW_SET_UP: 'done' };
  const group = startGroup(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  running = group;
  const late = setTimeout(() => void group.stop(), stepDeadlineMs);
  const exitCode = await group.ended;
  clearTimeout(late);
  await group.stop();
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

const present = steps.filter(hasFiles);
const rows: Row[] = [];
for (const step of present) rows.push(await runStep(step));
printSummary(
  rows,
  steps.filter((step) => !present.includes(step)),
);

const sum = (key: keyof Counts): number => rows.reduce((total, row) => total + row[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 ? 0 : 1);
