/**
 * What the extension and a log view say to each other. The extension owns the log; the view may be thrown away and
 * built again at any time, says `ready` then, and gets everything anew.
 */

/** The most severe first. */
export const logLevels = ['error', 'warning', 'info', 'debug'] as const;

export type LogLevel = (typeof logLevels)[number];

export interface LogLine {
  readonly kind: 'line';
  /** Grows by one from row to row, gaps included. */
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** The machine's id. */
  readonly machine: string;
  readonly region: string;
  readonly level: LogLevel;
  /** `app`, `runner`, `proxy` … */
  readonly provider: string;
  /** May hold ANSI escapes and `\n`, but no other line break. Secrets are taken out. */
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

export type LogRow = LogLine | LogGap;

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

export type ToLogView =
  /** Forget everything; rows follow with `append`. `session` tells whether ids mean the same rows as before. */
  | {
      readonly type: 'init';
      readonly subject: LogSubject;
      readonly session: string;
      readonly maxRows: number;
      readonly status: LogStatus;
    }
  | { readonly type: 'append'; readonly rows: readonly LogRow[] }
  | { readonly type: 'status'; readonly status: LogStatus };

export type FromLogView =
  | { readonly type: 'ready' }
  | { readonly type: 'clear' }
  | { readonly type: 'reconnect' }
  | { readonly type: 'openInTerminal' }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'step'; readonly step: LogStep };

/** What the view keeps across being thrown away, also across a reload of the window. */
export interface LogViewState {
  readonly subject: LogSubject;
  readonly session: string;
  readonly filter: string;
  readonly wrap: boolean;
  /** The id of the row at the top; -1 when the view follows the end. */
  readonly topRow: number;
  /** The id of the newest row that had come when the view was paused. */
  readonly seenRow: number;
}

/** Reads a message of the view. @returns `undefined` when it is none. */
export function parseFromLogView(value: unknown): FromLogView | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  switch (value.type) {
    case 'ready':
    case 'clear':
    case 'reconnect':
    case 'openInTerminal':
      return { type: value.type };
    case 'copy':
      return 'text' in value && typeof value.text === 'string'
        ? { type: 'copy', text: value.text }
        : undefined;
    case 'step': {
      const step = 'step' in value ? logSteps.find((known) => known === value.step) : undefined;
      return step && { type: 'step', step };
    }
    default:
      return undefined;
  }
}

/** Reads the subject out of a kept state. @returns `undefined` when there is none. */
export function parseSubject(state: unknown): LogSubject | undefined {
  if (typeof state !== 'object' || state === null || !('subject' in state)) return undefined;
  const { subject } = state;
  if (typeof subject !== 'object' || subject === null) return undefined;
  if (!('app' in subject && 'title' in subject)) return undefined;
  const { app, title } = subject;
  if (typeof app !== 'string' || typeof title !== 'string' || app === '') return undefined;
  const machine = 'machine' in subject && typeof subject.machine === 'string' ? subject.machine : undefined;
  return { app, title, ...(machine !== undefined && { machine }) };
}
