import { type LogExtent, type LogFacet, logLevels } from '../../shared/logs.ts';
import type { LogIndex, Trait } from './log-index.ts';

export interface ExtentOptions {
  readonly revision: number;
  /** The most lines that are ever kept. */
  readonly maxLines: number;
  /** What a machine is called on screen. */
  readonly machineName: (id: string) => string;
}

/** What there is in an index, as the view is told. */
export function extentOf(index: LogIndex, { revision, maxLines, machineName }: ExtentOptions): LogExtent {
  const { first, end, matches, passed, lines, problem } = index;
  const levels = index.count('levels');
  return {
    revision,
    first,
    end,
    matches,
    passed,
    lines,
    maxLines,
    levels: logLevels.map((value) => ({ value, label: value, lines: levels.get(value)?.lines ?? 0 })),
    machines: facets(index, 'machines', machineName),
    regions: facets(index, 'regions'),
    sources: facets(index, 'sources'),
    ...(problem !== undefined && { problem }),
  };
}

/** By their labels, so that what counts does not move what is clicked. */
function facets(index: LogIndex, trait: Trait, nameOf = (value: string): string => value): LogFacet[] {
  return [...index.count(trait)]
    .map(([value, { lines }]) => ({ value, label: nameOf(value), lines }))
    .sort((one, other) => (one.label < other.label ? -1 : 1));
}
