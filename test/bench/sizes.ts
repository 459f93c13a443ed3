import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { root } from '../../scripts/lib/project.mjs';
import { rounded, type Figures } from './figures.ts';

/** Packages the extension and weighs it. */
export async function packageSizes(): Promise<
  Pick<Figures, 'bundle_kb' | 'chunks_kb' | 'schema_kb' | 'vsix_kb'>
> {
  await execa(process.execPath, ['scripts/package.mjs'], { cwd: root });
  return {
    bundle_kb: kilobytes(...loadedWith('dist/extension.mjs')),
    chunks_kb: kilobytes(...globSync('dist/chunks/*.mjs', { cwd: root })),
    schema_kb: kilobytes('schemas/openclaw.schema.json'),
    vsix_kb: kilobytes('dist/openclaw-deployments.vsix'),
  };
}

/** A module and all that it imports when it is loaded, not what it imports on demand. */
function loadedWith(path: string, known: readonly string[] = []): readonly string[] {
  if (known.includes(path)) return known;
  const imports = readFileSync(join(root, path), 'utf8').matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+)"/g);
  const files = [...imports].map(([, imported = '']) => join(dirname(path), imported));
  return files.reduce<readonly string[]>((all, file) => loadedWith(file, all), [...known, path]);
}

function kilobytes(...paths: readonly string[]): number {
  return rounded(paths.reduce((sum, path) => sum + statSync(join(root, path)).size, 0) / 1000);
}
