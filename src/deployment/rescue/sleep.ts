import type { Machine } from '../../fly/model.ts';

/** The name under which the sleeping shell is known. */
const mark = 'openclaw-rescue';

/**
 * Does nothing, for as long as a `sleep` of any kind can. What it prints is for those who look at the machine's log; the
 * mark is how the extension knows its own command again.
 */
export const sleepCommand: readonly string[] = [
  'sh',
  '-c',
  'echo "The gateway is stopped while OpenClaw Deployments repairs this machine."; exec sleep 2147483647',
  mark,
];

/** Whether the machine's command is the one that a rescue gave it. */
export function isAsleep({ command }: Pick<Machine, 'command'>): boolean {
  return command[0] === 'sh' && command.at(-1) === mark;
}
