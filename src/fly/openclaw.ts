import type { Machine } from './model.ts';

/** What OpenClaw's guide for Fly.io gives a machine, in MB; with less it may be killed under load. */
export const recommendedMemoryMb = 2_048;

/** Groups of machines that flyctl makes for one command and takes away again (flyctl's `fly_process_group`). */
const temporaryGroup = /^fly_app_(?:release_command|test_machine_command|console)$/;

/** Whether a machine runs OpenClaw, by its image, its command or its environment. */
export function runsOpenClaw({ image, command, env }: Machine): boolean {
  return (
    /\b(openclaw|clawdbot|moltbot)\b/i.test(image) ||
    Object.keys(env).some((name) => /^(OPENCLAW|CLAWDBOT|MOLTBOT)_/.test(name)) ||
    (command.includes('gateway') &&
      command.some((word) => /(^|\/)(openclaw\.mjs|dist\/index\.js)$/.test(word)))
  );
}

/**
 * The started machines that run OpenClaw. More than one on an app is trouble: each has a state of its own, and all answer
 * the same messages.
 */
export function startedGateways(machines: readonly Machine[]): readonly Machine[] {
  return machines.filter(
    (machine) =>
      machine.state === 'started' && !temporaryGroup.test(machine.processGroup) && runsOpenClaw(machine),
  );
}

/** OpenClaw's version by the tag of an image, e.g. `2026.9.6`; nothing when the tag is no version. */
export function versionOfImage(image: string): string | undefined {
  return /:v?(\d{4}\.\d+\.\d+[\w.-]*)$/.exec(image)?.[1];
}
