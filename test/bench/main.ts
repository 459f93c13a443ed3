/**
 * Measures how large and how quick the extension is: `npm run bench` prints a table, `npm run bench -- --json` one JSON
 * object of the same figures and nothing else on standard output. Ends with 1 when a figure is over its limit.
 */
import { launchBrowser } from '../../scripts/vscode-host/browser.ts';
import { measureActivation } from './activation.ts';
import { measureDoctor } from './doctor.ts';
import { measureEditor } from './editor.ts';
import { isOver, table, type Figures } from './figures.ts';
import { measureLogs } from './logs/measure.ts';
import { measureFirstLine } from './logs/first-line.ts';
import { measureStream } from './logs/stream.ts';
import { measurePush } from './push.ts';
import { packageSizes } from './sizes.ts';
import { measureFirstTree } from './first-tree.ts';
import { measureTree } from './tree.ts';

async function measure(): Promise<Figures> {
  const sizes = await packageSizes();
  const browser = await launchBrowser();
  try {
    return {
      ...(await measureActivation(browser)),
      ...(await measureFirstTree(browser)),
      ...(await measureTree(browser)),
      ...(await measureEditor(browser)),
      ...(await measurePush()),
      ...(await measureDoctor()),
      ...(await measureStream(browser)),
      ...(await measureFirstLine(browser)),
      ...(await measureLogs()),
      ...sizes,
    };
  } finally {
    await browser.close();
  }
}

const figures = await measure();
const asJson = process.argv.includes('--json');
process.stdout.write(`${asJson ? JSON.stringify(figures) : table(figures)}\n`);
process.exitCode = isOver(figures) ? 1 : 0;
