import { build } from 'esbuild';
import { globSync } from 'node:fs';
import { root } from '../lib/project.mjs';

/** Nothing is written: these builds only tell what goes into the bundles that `esbuild.mjs` writes. */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  outdir: 'dist',
  logLevel: 'silent',
};

const extension = {
  ...common,
  entryPoints: ['src/extension.ts', 'src/features/intellisense/worker.ts'],
  platform: 'node',
  format: 'esm',
  external: ['vscode'],
  mainFields: ['module', 'main'],
};

const webviews = {
  ...common,
  entryPoints: globSync('webview/*/main.ts', { cwd: root }),
  platform: 'browser',
};

/** The files, relative to the project, of which something is in the extension's bundles. */
export async function bundledFiles() {
  const results = await Promise.all([build(extension), build(webviews)]);
  const outputs = results.flatMap(({ metafile }) => Object.values(metafile.outputs));
  const inputs = outputs.flatMap((output) => Object.entries(output.inputs));
  return inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
}
