import type { LogViewState } from '../../src/shared/logs.ts';

/** How the log looks, as the user chose it. */
export type Look = Pick<LogViewState, 'wrap' | 'fold' | 'utc' | 'announce'>;

/** What was kept, and what is usual for the rest. */
export function lookOf({
  wrap = true,
  fold = true,
  utc = false,
  announce = false,
}: Partial<LogViewState>): Look {
  return { wrap, fold, utc, announce };
}
