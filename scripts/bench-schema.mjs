import { continueOnProjectNode, projectEnvironment, projectNode } from './lib/node.mjs';
import { root } from './lib/project.mjs';
import { run } from './lib/run.mjs';
import { setUp } from './setup.mjs';

// With --json, standard output is for the figures alone.
if (process.argv.includes('--json')) console.log = console.error;

await setUp();
if (await continueOnProjectNode(import.meta.filename)) {
  // The one that is there may have been generated before the last change.
  await run(projectNode(), ['scripts/schemas.mjs'], { cwd: root, env: projectEnvironment() });
  await import('../test/bench/schema/main.ts');
}
