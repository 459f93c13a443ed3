import { childrenOf } from './path.ts';

/**
 * OpenClaw reads configurations recursively and runs out of stack at about 1,700 objects, or 1,900 lists, within each other
 * (2026.9.6, Node 24). So would every check here.
 */
export const deepestNesting = 1600;

/** Whether objects and arrays are nested deeper than OpenClaw can read. Looks at one level after the other. */
export function isTooDeep(root: unknown): boolean {
  let level: readonly unknown[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestNesting) return true;
    level = level.flatMap((value) => childrenOf(value).map(([, child]) => child)).filter(isContainer);
  }
  return false;
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
