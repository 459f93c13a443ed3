import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectEnvironment, projectNode } from './lib/node.mjs';
import { root } from './lib/project.mjs';
import { CommandError, run } from './lib/run.mjs';
import { step } from './lib/steps.mjs';
import { browserIsThere, unpackBrowser } from './setup/browser.mjs';
import { installPackages, packagesAreInstalled } from './setup/packages.mjs';
import { installVscode, vscodeIsInstalled } from './setup/vscode.mjs';

const runScript = (...words) => run(projectNode(), words, { cwd: root, env: projectEnvironment() });

const schemaIsGenerated = () => existsSync(join(root, 'schemas', 'models.json'));

/**
 * Brings a fresh clone to where everything can run: packages, VS Code, schemas, bundles. What is there already is
 * left alone, so it costs about a second the next time. Needs Node 20 and npm, no compiler, and no install script.
 */
export async function setUp() {
  if (process.env.OPENCLAW_SET_UP === 'done') return;
  console.log('Set-up');
  try {
    await prepare();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}

async function prepare() {
  // Both wait for the network most of the time.
  await Promise.all([
    step('Packages', { isDone: packagesAreInstalled, work: installPackages, hint: 'a minute or two' }),
    step('VS Code', { isDone: vscodeIsInstalled, work: installVscode, hint: 'a minute or two' }),
  ]);
  await step('Browser', { isDone: browserIsThere, work: unpackBrowser });
  await step('Schemas', { isDone: schemaIsGenerated, work: () => runScript('scripts/schemas.mjs') });
  await step('Build', { work: () => runScript('esbuild.mjs') });
}

if (process.argv[1] === import.meta.filename) await setUp();
