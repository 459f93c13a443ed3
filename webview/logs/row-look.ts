import type { FromLogView } from '../../src/shared/logs.ts';
import type { RowLook } from './row.ts';
import type { RowStates } from './row-states.ts';

export interface RowLookOptions extends Pick<RowLook, 'matcher' | 'machineName' | 'look'> {
  readonly states: RowStates;
  /** The element of the row with this id, when it is drawn. */
  readonly nodeOf: (id: number) => HTMLElement | undefined;
  /** Draws the row with this id anew. */
  readonly renew: (id: number) => void;
  readonly post: (message: FromLogView) => void;
}

/** How rows look, and what the buttons in them do. */
export function rowLook({ states, nodeOf, renew, post, ...look }: RowLookOptions): RowLook {
  return {
    ...look,
    isFolded: (id, hidesMatch) => states.isFolded(id, look.look().fold && !hidesMatch),
    revealed: (id) => states.revealed(id),
    toggleFold: (id) => {
      const disclosure = nodeOf(id)?.querySelector('.disclosure');
      states.setFolded(id, disclosure?.ariaExpanded === 'true');
      renew(id);
    },
    toggleReveal: (id) => {
      if (states.revealed(id) === undefined) return post({ type: 'reveal', id });
      states.hide(id);
      renew(id);
    },
    act: (id) => post({ type: 'act', id }),
  };
}
