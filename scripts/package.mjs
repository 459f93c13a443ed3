/** Packages the extension as `dist/openclaw-deployments.vsix`: `npm run package`. */
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectEnvironment, projectNode } from './lib/node.mjs';
import { root } from './lib/project.mjs';
import { run } from './lib/run.mjs';
import { bundledFiles } from './packaging/bundled.mjs';
import { allowedPatterns, contentProblems, filesNamedBy } from './packaging/contents.ts';
import { formatNotices, packageFolders, readNotice } from './packaging/notices.ts';

/** The largest package, in bytes. */
const limit = 1_500_000;
const vsix = join(root, 'dist', 'openclaw-deployments.vsix');

await runScript('scripts/schemas.mjs');
// Older builds left chunks under other names.
await rm(join(root, 'dist', 'chunks'), { recursive: true, force: true });
await runScript('esbuild.mjs', '--production');
await writeNotices();
await createVSIX({
  cwd: root,
  packagePath: vsix,
  dependencies: false,
  // The README's links are for the repository, whose address the project does not know.
  rewriteRelativeLinks: false,
  allowMissingRepository: true,
});
await report();

function runScript(...words) {
  return run(projectNode(), words, { cwd: root, env: projectEnvironment() });
}

/** The licences of what is bundled, and OpenClaw's for the words of its schema. */
async function writeNotices() {
  const folders = [...packageFolders(await bundledFiles()), 'node_modules/openclaw'];
  const notices = folders.map((folder) => readNotice(join(root, folder)));
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), formatNotices(notices));
}

/** Prints how large the parts and the package are; fails when it holds, misses or weighs what it should not. */
async function report() {
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  for (const file of files) print(file, await sizeOf(join(root, file)));
  const size = await sizeOf(vsix);
  print('dist/openclaw-deployments.vsix', size);

  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const patterns = allowedPatterns(await readFile(join(root, '.vscodeignore'), 'utf8'));
  const problems = contentProblems(files, patterns, filesNamedBy(manifest));
  if (size >= limit) problems.push(`The package has ${size} bytes; ${limit} are the limit.`);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}

async function sizeOf(path) {
  return (await stat(path)).size;
}

function print(name, bytes) {
  console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${name}`);
}
