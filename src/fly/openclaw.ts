import type { Machine } from './model.ts';

/** Whether a machine runs OpenClaw, by its image, its command or its environment. */
export function runsOpenClaw({ image, command, env }: Machine): boolean {
  return (
    /\b(openclaw|clawdbot|moltbot)\b/i.test(image) ||
    Object.keys(env).some((name) => /^(OPENCLAW|CLAWDBOT|MOLTBOT)_/.test(name)) ||
    (command.includes('gateway') &&
      command.some((word) => /(^|\/)(openclaw\.mjs|dist\/index\.js)$/.test(word)))
  );
}
