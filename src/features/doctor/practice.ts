import type { Services } from '../common/services.ts';
import type { Previews } from './previews.ts';

/** What fixes are applied with. */
export interface Practice {
  readonly services: Services;
  readonly previews: Previews;
  /**
   * Called when a fix has changed something: the doctor looks again, and says what is left.
   * @param note What the user has to know about it, a sentence.
   */
  changed(note?: string): void;
}
