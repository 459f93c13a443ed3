import { shownWords } from './doctor/rules/fly/command.ts';
import type { Mask } from './doctor/mask.ts';

/** The right to change the machine that this flyctl holds. */
const secretKeys: ReadonlySet<string> = new Set(['nonce', 'raw_value']);
const wordLists: ReadonlySet<string> = new Set(['cmd', 'exec', 'entrypoint', 'command', 'kernel_args']);

/** A machine as flyctl prints it, as JSON to be read by people: without the values that could be secret. */
export function machineDetails(machine: object, mask: Mask): string {
  const shown = JSON.stringify(mask.config(machine), (key, value: unknown) => shownValue(key, value), 2);
  return `${mask.text(shown)}\n`;
}

function shownValue(key: string, value: unknown): unknown {
  if (secretKeys.has(key) && typeof value === 'string') return '***';
  return wordLists.has(key) && isWords(value) ? shownWords(value) : value;
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((word) => typeof word === 'string');
}
