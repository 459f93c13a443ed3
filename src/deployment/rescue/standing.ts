import type { Machine } from '../../fly/model.ts';
import { decodeNote, noteKey, type RescueNote } from './note.ts';
import { isAsleep } from './sleep.ts';

/** How a machine stands with regard to a rescue. */
export type Standing =
  /** It has its own command: no rescue was begun, or it is over, or a deploy has ended it. */
  | { readonly kind: 'awake' }
  | { readonly kind: 'asleep'; readonly note: RescueNote }
  /** It sleeps, and neither it nor this computer has the note of what it ran. */
  | { readonly kind: 'lost' };

/**
 * Tells it from the machine as it is now. The note on the machine counts, since it was written together with the command;
 * the local one adds what was found out later.
 */
export function standingOf(machine: Machine, local: RescueNote | undefined): Standing {
  if (!isAsleep(machine)) return { kind: 'awake' };
  const onMachine = decodeNote(machine.metadata[noteKey]);
  const note = onMachine ?? local;
  if (!note) return { kind: 'lost' };
  const isSame = local?.startedAt === note.startedAt;
  return { kind: 'asleep', note: isSame ? { ...local, ...note } : note };
}
