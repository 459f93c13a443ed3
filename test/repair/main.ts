/**
 * `npm run test:repair`: brings real gateways into every trouble of the guide, lets the doctor find it in a real VS Code,
 * presses what it offers, and prints a table of what became of each. Ends with 1 when a row failed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { resultsFolder } from '../../scripts/lib/project.mjs';
import { onShutdown } from '../../scripts/processes/shutdown.ts';
import { type Deployment, stop } from './deployment.ts';
import { type Row, rows } from './rows.ts';
import { setStage, type Stage } from './stage.ts';
import { type Run, table } from './table.ts';
import { NotProvoked } from './trouble.ts';

type Prepared = { readonly deployment: Deployment } | { readonly error: unknown };

/** Never rejects, because nothing waits for it while the row before is treated. */
async function prepare(stage: Stage, { trouble }: Row): Promise<Prepared> {
  try {
    return { deployment: await trouble.provoke(stage.flysim) };
  } catch (error) {
    return { error };
  }
}

async function runRow(stage: Stage, row: Row, prepared: Prepared): Promise<Run> {
  const begun = performance.now();
  const blank = { row: row.number, trouble: row.trouble.title, found: '', evidence: '', fix: '' };
  const seconds = (): number => (performance.now() - begun) / 1000;
  try {
    if ('error' in prepared) throw prepared.error;
    const treated = await row.treat(stage, prepared.deployment);
    return { ...blank, ...treated, seconds: seconds(), outcome: 'passed' };
  } catch (error) {
    const afterwards = error instanceof Error ? error.message : String(error);
    const outcome = error instanceof NotProvoked ? 'not provoked' : 'failed';
    if (outcome === 'failed') await stage.workbench.screenshot(`repair-${String(row.number)}-failed`);
    return { ...blank, afterwards, seconds: seconds(), outcome };
  }
}

/** The next trouble is made while the present one is treated, unless both are of one deployment. */
async function runAll(stage: Stage, wanted: readonly Row[]): Promise<Run[]> {
  const runs: Run[] = [];
  let next: Promise<Prepared> | undefined;
  for (const [at, row] of wanted.entries()) {
    const prepared = await (next ?? prepare(stage, row));
    const following = wanted[at + 1];
    const isSame = row.trouble.isShared && following?.trouble.isShared;
    next = following && !isSame ? prepare(stage, following) : undefined;
    const run = await runRow(stage, row, prepared);
    console.log(progress(run));
    runs.push(run);
    const isNeeded = row.trouble.isShared && wanted.slice(at + 1).some(({ trouble }) => trouble.isShared);
    if ('deployment' in prepared && !isNeeded) await stop(prepared.deployment);
  }
  return runs.sort((one, other) => one.row - other.row);
}

function progress({ row, trouble, outcome, afterwards, seconds }: Run): string {
  const why = outcome === 'passed' ? '' : `: ${afterwards}`;
  return `${String(row).padStart(2)} ${trouble}: ${outcome} after ${seconds.toFixed(0)} s${why}`;
}

function writeResult(runs: readonly Run[]): void {
  const count = (outcome: Run['outcome']): number => runs.filter((run) => run.outcome === outcome).length;
  mkdirSync(resultsFolder, { recursive: true });
  const failures = runs
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ trouble, afterwards }) => `${trouble}: ${afterwards}`);
  const result = { passed: count('passed'), failed: failures.length, failures, runs };
  writeFileSync(join(resultsFolder, 'repair.json'), JSON.stringify(result, undefined, 2));
}

function wantedRows(): readonly Row[] {
  const { values } = parseArgs({ options: { row: { type: 'string', multiple: true } } });
  return values.row ? rows.filter(({ number }) => values.row?.includes(String(number))) : rows;
}

const begun = performance.now();
const stage = await setStage();
onShutdown(() => stage.close());
try {
  const runs = await runAll(stage, wantedRows());
  writeResult(runs);
  console.log(`\n${table(runs)}\n\n${((performance.now() - begun) / 1000).toFixed(0)} s in all`);
  process.exitCode = runs.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
} finally {
  await stage.close();
}
process.exit();
