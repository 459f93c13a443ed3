import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'node:util';
import { print } from './driver.ts';

/** Commands that start the extension host's first work may take long on a busy machine. */
const testDeadlineMs = 30_000;

/**
 * Runs every bundled test inside the extension host, or those whose names OPENCLAW_TEST_GREP has. VS Code calls it; a
 * rejection is a failed run.
 */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const output = new Output();
  // Every reporter prints through this function.
  Mocha.reporters.Base.consoleLog = (...words: unknown[]) => output.write(format(...words));

  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: testDeadlineMs });
  const wanted = process.env['OPENCLAW_TEST_GREP'];
  if (wanted) mocha.grep(wanted);
  for (const file of globSync(join(__dirname, 'suite', '**', '*.test.js')).sort()) mocha.addFile(file);
  const result = await runToEnd(mocha);
  writeResult(result);
  await output.flush();
  if (result.failed > 0) throw new Error(`${result.failed} tests failed`);
}

interface Result {
  readonly passed: number;
  readonly failed: number;
  /** The tests that failed, each with its reason. */
  readonly failures: readonly string[];
}

function runToEnd(mocha: Mocha): Promise<Result> {
  return new Promise((resolve) => {
    const failures: string[] = [];
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed, failures }));
    runner.on('fail', (test, { message }: Error) => failures.push(`${test.fullTitle()}: ${message}`));
  });
}

/** Lines are printed in their order, one after the other. */
class Output {
  #last: Promise<unknown> = Promise.resolve();

  write(text: string): void {
    this.#last = this.#last.then(async () => {
      if (!(await print(text))) console.log(text);
    });
  }

  async flush(): Promise<void> {
    await this.#last;
  }
}

/** For the summary of `npm test`. */
function writeResult(result: Result): void {
  const file = process.env['OPENCLAW_TEST_RESULT'];
  if (file === undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(result));
}
