import { continueOnProjectNode } from './lib/node.mjs';
import { setUp } from './setup.mjs';

await setUp();
if (await continueOnProjectNode(import.meta.filename)) await import('../test/repair/main.ts');
