/** What is loaded when something is to be done to a volume for the first time. */
export { planFork, planRestore } from './copies.ts';
export { planDestroy } from './destroy.ts';
export { planExtend } from './extend.ts';
export { showSizeUsed } from './size-used.ts';
export { pickSnapshot, planSnapshot } from './snapshots.ts';
