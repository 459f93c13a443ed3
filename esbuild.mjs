import { existsSync, globSync, rmSync } from 'node:fs';
import { build, context } from 'esbuild';

/** `--watch` builds for debugging: readable, with source maps, again on every change. */
const watch = process.argv.includes('--watch');

const common = {
  bundle: true,
  minify: !watch,
  sourcemap: watch,
  logLevel: 'warning',
};

const host = {
  ...common,
  platform: 'node',
  // The Node of VS Code 1.105, the oldest one in `engines`.
  target: 'node22',
  external: ['vscode'],
  // Some packages offer a UMD build under `main`, whose `require` calls a bundler does not see.
  mainFields: ['module', 'main'],
};

/** Some packages are CommonJS and call `require`, which an ES module does not have. */
const withRequire = {
  js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
};

/** What `import()` loads is in files of their own, which are not read before they are needed. */
const extension = {
  ...host,
  entryPoints: ['src/extension.ts'],
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  splitting: true,
  metafile: true,
  chunkNames: 'chunks/[name]-[hash]',
  banner: withRequire,
};

/** A thread that starts with the first configuration; nothing of it is loaded before. */
const intellisense = {
  ...host,
  entryPoints: ['src/features/intellisense/worker.ts'],
  outfile: 'dist/intellisense.js',
  format: 'cjs',
};

/** The check without VS Code, for the command line and for other programs. It reads the schema beside `dist`. */
const check = {
  ...host,
  entryPoints: ['src/check.ts'],
  outfile: 'dist/check.mjs',
  format: 'esm',
  target: 'node20',
  banner: withRequire,
};

// A fresh checkout has no schema yet.
if (!existsSync('schemas/models.json')) await import('./scripts/schemas.mjs');

const webviews = {
  ...common,
  entryPoints: globSync('webview/*/main.ts').map((path) => ({ in: path, out: path.split(/[\\/]/).at(-2) })),
  outdir: 'dist/webview',
  format: 'iife',
  platform: 'browser',
  target: 'chrome140',
  loader: { '.ttf': 'file' },
  assetNames: '[name]',
};

const hostTests = {
  ...host,
  minify: false,
  sourcemap: 'inline',
  entryPoints: ['test/host/index.ts', ...globSync('test/host/suite/**/*.test.ts')],
  outbase: 'test/host',
  outdir: 'out/test/host',
  format: 'cjs',
  external: ['vscode', 'mocha'],
};

const bundles = [extension, check, intellisense, webviews, hostTests].filter(({ entryPoints }) =>
  entryPoints.some((entry) => existsSync(entry.in ?? entry)),
);

if (watch) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  // esbuild has printed what is wrong; its own error says the same again.
  const results = await Promise.allSettled(bundles.map((bundle) => build(bundle)));
  if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;
  else removeOldChunks(results.flatMap(({ value }) => Object.keys(value.metafile?.outputs ?? {})));
}

/** The names of chunks change with their content; those of earlier builds would be packed too. */
function removeOldChunks(built) {
  for (const file of globSync('dist/chunks/*.mjs')) {
    if (!built.includes(file.replaceAll('\\', '/'))) rmSync(file);
  }
}
