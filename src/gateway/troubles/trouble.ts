/** Who writes the line: OpenClaw and its runtime, the machine and what runs it, or what leads visitors to it. */
export type Speaker = 'gateway' | 'platform' | 'proxy';

/** What a line of a log means. */
export interface Trouble {
  /** In kebab case, e.g. `out-of-memory`; stable. */
  readonly id: string;
  /**
   * Matches the words of a line, as `wordsOf` makes them. Needs no flags, because the machine looks for all patterns of a
   * speaker at once.
   */
  readonly pattern: RegExp;
  readonly speaker: Speaker;
  readonly severity: 'error' | 'warning' | 'info' | 'good';
  /** The ids of what is good and tells, when it comes later, that the trouble is over. */
  readonly endedBy?: readonly string[];
  /** The ids of troubles that follow from it, so that they say nothing more beside it. */
  readonly causes?: readonly string[];
  /** What happened, as a short sentence without a full stop. */
  title(): string;
  /** One or two sentences: what it means. */
  explanation(): string;
  /** What to do about it, in one or two sentences; nothing about what is good. */
  help?(): string;
}
