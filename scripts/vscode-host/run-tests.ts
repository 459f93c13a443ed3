/**
 * Runs the tests of `test/host` inside a real VS Code, through `@vscode/test-electron`. Which VS Code:
 *
 * - the one that npm carries, in a headless browser: the default on Linux x64, works without any download site;
 * - desktop VS Code, downloaded: with `--download` or `OPENCLAW_TEST_VSCODE=download`, and the default elsewhere;
 *   `OPENCLAW_TEST_VSCODE_VERSION` chooses the version (`stable`, `1.105.0` …), and Linux needs a display (`xvfb-run`);
 * - any other: `OPENCLAW_TEST_VSCODE=/path/to/code`.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { runTests, type TestOptions } from '@vscode/test-electron';
import { resultsFolder, root } from '../lib/project.mjs';
import { temporaryFolder } from '../processes/folder.ts';
import { startDeployment, type TestDeployment } from './deployment.ts';

type Choice = Pick<TestOptions, 'vscodeExecutablePath' | 'version'>;

function chooseVscode(): Choice {
  const wish = process.argv.includes('--download') ? 'download' : process.env['OPENCLAW_TEST_VSCODE'];
  const isCarriedByNpm = process.platform === 'linux' && process.arch === 'x64';
  if (wish === undefined && isCarriedByNpm)
    return { vscodeExecutablePath: join(root, 'scripts', 'vscode-launcher') };
  if (wish === undefined || wish === 'download') {
    return { version: process.env['OPENCLAW_TEST_VSCODE_VERSION'] ?? 'stable' };
  }
  return { vscodeExecutablePath: wish };
}

const folder = temporaryFolder('host-tests');
const userDataDir = join(folder.path, 'user-data');
let deployment: TestDeployment | undefined;
try {
  deployment = await startDeployment(userDataDir);
  const workspace = join(folder.path, 'workspace');
  cpSync(join(root, 'test', 'demo', 'workspace'), workspace, { recursive: true });
  await runTests({
    ...chooseVscode(),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'out', 'test', 'host', 'index.js'),
    launchArgs: [
      workspace,
      `--user-data-dir=${userDataDir}`,
      `--extensions-dir=${join(folder.path, 'extensions')}`,
    ],
    extensionTestsEnv: { ...deployment.env, OPENCLAW_TEST_RESULT: join(resultsFolder, 'host.json') },
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await deployment?.stop();
  await folder.remove();
}
