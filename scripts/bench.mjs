import { continueOnProjectNode } from './lib/node.mjs';
import { setUp } from './setup.mjs';

// With --json, standard output is for the figures alone.
if (process.argv.includes('--json')) console.log = console.error;

await setUp();
if (await continueOnProjectNode(import.meta.filename)) await import('../test/bench/main.ts');
