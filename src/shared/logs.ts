/**
 * What the extension and a log view say to each other. The extension keeps the log, filters it and counts it; the view has
 * no more than the rows around what is on screen, and asks for others. It may be thrown away and built again at any time.
 */

/** The most severe first. */
export const logLevels = ['error', 'warning', 'info', 'debug'] as const;

export type LogLevel = (typeof logLevels)[number];

/** What a line means, and what can be done about it. */
export interface LogChip {
  readonly tone: 'error' | 'warning' | 'info' | 'good';
  /** A few words. */
  readonly title: string;
  /** One to three sentences. */
  readonly explanation: string;
  /** What the button says, when something can be done. */
  readonly action?: string;
}

export interface LogLine {
  readonly kind: 'line';
  /** Grows from row to row; a fraction for a row that came between others. */
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** The machine's id. */
  readonly machine: string;
  readonly region: string;
  readonly level: LogLevel;
  /** `app`, `runner`, `proxy` … */
  readonly source: string;
  /** May hold ANSI escapes and `\n`, but no other line break. Secrets are masked. */
  readonly text: string;
  readonly chip?: LogChip;
  /** Whether something in it is masked, which can be asked for with `reveal`. */
  readonly masked?: boolean;
}

/** Something that happened to a machine, as Fly tells it. */
export interface LogEvent {
  readonly kind: 'event';
  readonly id: number;
  readonly time: number;
  readonly machine: string;
  readonly region: string;
  readonly tone: 'quiet' | 'error';
  /** A sentence without a full stop: `The machine exited with code 137, out of memory`. */
  readonly text: string;
}

/** A place where lines may be missing. */
export interface LogGap {
  readonly kind: 'gap';
  readonly id: number;
  /** The times of the lines before and after, in milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
}

export type LogRow = LogLine | LogEvent | LogGap;

/** Whose log it is. */
export interface LogSubject {
  readonly app: string;
  /** The machine's id; the whole app when left out. */
  readonly machine?: string;
  /** The name of the machine, otherwise of the app. */
  readonly title: string;
}

/** What the user can do about a log that ended. */
export const logSteps = ['signIn', 'pickFlyctl'] as const;

export type LogStep = (typeof logSteps)[number];

export type LogStatus =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** `inMs`: from the moment of the message. `reason` is a sentence. */
  | { readonly kind: 'reconnecting'; readonly inMs: number; readonly reason?: string }
  | { readonly kind: 'ended'; readonly reason: string; readonly steps: readonly LogStep[] };

/** Where the lines come from: Fly's log, or OpenClaw's own log file on the machine, which says more. */
export type LogOrigin = 'fly' | 'gateway';

/** Which rows are shown. Gaps always are; events go with the levels `info` and `error`, and with their machine. */
export interface LogQuery {
  readonly text: string;
  readonly isRegex: boolean;
  readonly matchCase: boolean;
  /** Whether lines that match are hidden, and not the others. Means nothing when `findOnly`. */
  readonly invert: boolean;
  /** Whether the text hides nothing: `find` goes from match to match. */
  readonly findOnly: boolean;
  /** Values that are toggled off. */
  readonly hidden: {
    readonly levels: readonly LogLevel[];
    readonly machines: readonly string[];
    readonly regions: readonly string[];
    readonly sources: readonly string[];
  };
}

export const everything: LogQuery = {
  text: '',
  isRegex: false,
  matchCase: false,
  invert: false,
  findOnly: false,
  hidden: { levels: [], machines: [], regions: [], sources: [] },
};

/** A value that lines can be told apart by, and how many of the kept lines have it. */
export interface LogFacet {
  readonly value: string;
  /** What it is called on screen, e.g. the name of a machine. */
  readonly label: string;
  readonly lines: number;
}

/**
 * What there is. Rows that the query lets through have positions that stay the same while the oldest are dropped: those
 * from `first` up to, not including, `end` are there.
 */
export interface LogExtent {
  /** Counts the queries; an extent or rows of another query mean nothing any more. */
  readonly revision: number;
  readonly first: number;
  readonly end: number;
  /** Lines that the text lets through, among those that the toggles let through. */
  readonly matches: number;
  /** Lines that were let through since the query began, also those that were dropped. */
  readonly passed: number;
  /** Lines that are kept, and the most that ever are. */
  readonly lines: number;
  readonly maxLines: number;
  readonly levels: readonly LogFacet[];
  readonly machines: readonly LogFacet[];
  readonly regions: readonly LogFacet[];
  readonly sources: readonly LogFacet[];
  /** Why the regular expression is none; then it lets everything through. */
  readonly problem?: string;
}

export type ToLogView =
  /** Forget everything. `session` tells whether ids mean the same rows as before. */
  | {
      readonly type: 'init';
      readonly subject: LogSubject;
      readonly session: string;
      readonly origin: LogOrigin;
      readonly status: LogStatus;
    }
  /** At most ten times a second. */
  | { readonly type: 'extent'; readonly extent: LogExtent }
  /** Rows from a position on, after the extent: what was asked for, and while the view follows the newest. */
  | {
      readonly type: 'rows';
      readonly revision: number;
      readonly at: number;
      readonly rows: readonly LogRow[];
    }
  /**
   * Rows came between others, or all are gone: positions mean other rows than before, ids the same ones. Nothing more comes
   * until the view sends its query again, with the next revision.
   */
  | { readonly type: 'rearranged' }
  /** The answer to `find` and `locate`: no position when there is none. `passed`: how many lines were let through before it. */
  | {
      readonly type: 'found';
      readonly revision: number;
      readonly position?: number;
      readonly passed: number;
    }
  /** A line without masks, for as long as it is on screen. */
  | { readonly type: 'revealed'; readonly id: number; readonly text: string }
  | { readonly type: 'status'; readonly status: LogStatus };

/** What is taken: the rows from a position up to, not including, another one, all that are shown, or all that are kept. */
export type LogSelection = { readonly from: number; readonly to: number } | 'shown' | 'all';

export type FromLogView =
  /** The page is there and knows nothing; `init` follows, then `extent`. */
  | { readonly type: 'ready'; readonly query: LogQuery; readonly revision: number }
  | { readonly type: 'query'; readonly query: LogQuery; readonly revision: number }
  /** The positions that are wanted; while `following`, the newest as many, as they come. */
  | {
      readonly type: 'watch';
      readonly revision: number;
      readonly from: number;
      readonly to: number;
      readonly following: boolean;
    }
  /** The next row that the text of the query matches after, or before, the position; after the last comes the first. */
  | {
      readonly type: 'find';
      readonly revision: number;
      readonly from: number;
      readonly direction: 'next' | 'previous';
    }
  /** Where the row with this id, or the next one that is shown, is. */
  | { readonly type: 'locate'; readonly revision: number; readonly id: number }
  | { readonly type: 'copy'; readonly selection: LogSelection; readonly as: 'text' | 'json' }
  /** To a file that the user picks. */
  | { readonly type: 'save'; readonly selection: LogSelection }
  /** As a read-only document. */
  | { readonly type: 'openInEditor'; readonly selection: LogSelection }
  | { readonly type: 'reveal'; readonly id: number }
  /** The action of the chip of a row. */
  | { readonly type: 'act'; readonly id: number }
  | { readonly type: 'origin'; readonly origin: LogOrigin }
  | { readonly type: 'clear' }
  | { readonly type: 'reconnect' }
  | { readonly type: 'openInTerminal' }
  | { readonly type: 'step'; readonly step: LogStep };

/** What the view keeps across being thrown away, also across a reload of the window. */
export interface LogViewState {
  readonly subject: LogSubject;
  readonly session: string;
  readonly origin: LogOrigin;
  readonly query: LogQuery;
  readonly wrap: boolean;
  /** Whether messages of several lines, and JSON, show one line until they are unfolded. */
  readonly fold: boolean;
  /** Whether times are those of UTC. */
  readonly utc: boolean;
  /** Whether screen readers hear of lines as they come. */
  readonly announce: boolean;
  /** The id of the row at the top; -1 when the view follows the end. */
  readonly topRow: number;
  /** The id of the newest row that had come when the view was paused. */
  readonly seenRow: number;
}
