import { statSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { root } from '../../scripts/lib/project.mjs';
import { rounded, type Figures } from './figures.ts';

/** Packages the extension and weighs it. */
export async function packageSizes(): Promise<Pick<Figures, 'bundle_kb' | 'schema_kb' | 'vsix_kb'>> {
  await execa(process.execPath, ['scripts/package.mjs'], { cwd: root });
  return {
    bundle_kb: kilobytes('dist/extension.js'),
    schema_kb: kilobytes('schemas/openclaw.schema.json'),
    vsix_kb: kilobytes('dist/openclaw-deployments.vsix'),
  };
}

function kilobytes(path: string): number {
  return rounded(statSync(join(root, path)).size / 1000);
}
