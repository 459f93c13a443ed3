/**
 * What the extension and a report of the doctor say to each other. The extension owns the report; the page may be thrown
 * away and built again at any time, says `ready` then, and gets everything anew.
 */

/** The worst first. */
export const severities = ['error', 'warning', 'info'] as const;

export type ReportSeverity = (typeof severities)[number];

/** The parts of a deployment that a finding can be about. */
export const layers = ['flyctl', 'fly', 'openclaw'] as const;

export type ReportLayer = (typeof layers)[number];

export interface ReportEvidence {
  /** May have several lines, of any length. */
  readonly text: string;
  readonly source: string;
}

export interface ReportFix {
  /** What the button says. */
  readonly title: string;
  /** What happens when it is pressed, a sentence; empty when the title says all. */
  readonly note: string;
  /** Whether it leads to a page of the web. */
  readonly leaves: boolean;
}

/** A finding as it is shown. Secrets are taken out of all its texts. */
export interface ReportFinding {
  readonly code: string;
  readonly layer: ReportLayer;
  readonly severity: ReportSeverity;
  readonly title: string;
  readonly explanation: string;
  readonly evidence: readonly ReportEvidence[];
  /** Where it can be seen in a file, e.g. `fly.toml, line 14`. */
  readonly place?: string;
  /** The best first. */
  readonly fixes: readonly ReportFix[];
  /** An https address. */
  readonly link?: string;
}

/** Something that could not be looked at, and why. */
export interface ReportGap {
  readonly what: string;
  /** A sentence. */
  readonly why: string;
}

export interface ReportContent {
  /** The machine that was looked into, as it is called on screen. */
  readonly machine?: string;
  /** Milliseconds since the epoch; no two reports of an app have the same. */
  readonly takenAtMs: number;
  /** How old it was when the message was sent, in milliseconds: the clock of the view may be another one. */
  readonly ageMs: number;
  /** What was found, in a few words. */
  readonly summary: string;
  /** The worst first. */
  readonly findings: readonly ReportFinding[];
  readonly gaps: readonly ReportGap[];
}

/** Why there is no new report. */
export interface ReportTrouble {
  readonly sentence: string;
  /** What the buttons say that help; the most useful first. None when the run was cancelled. */
  readonly steps: readonly string[];
}

export interface ReportState {
  readonly app: string;
  readonly running: boolean;
  /** Of the last run; absent while one is running. */
  readonly trouble?: ReportTrouble;
  /** The last that succeeded. It stays while a new one is made. */
  readonly report?: ReportContent;
}

export interface ToDoctorView {
  readonly type: 'state';
  readonly state: ReportState;
}

export type FromDoctorView =
  | { readonly type: 'ready' }
  | { readonly type: 'run' }
  | { readonly type: 'cancel' }
  | { readonly type: 'copy' }
  | { readonly type: 'export' }
  /**
   * `takenAtMs` names the report, because a newer one may be on its way; the other numbers are positions in its lists.
   */
  | { readonly type: 'fix'; readonly takenAtMs: number; readonly finding: number; readonly fix: number }
  | { readonly type: 'reveal'; readonly takenAtMs: number; readonly finding: number }
  | { readonly type: 'step'; readonly step: number };

/** What the view keeps across being thrown away, also across a reload of the window. */
export interface DoctorViewState {
  readonly app: string;
  readonly filter: string;
  readonly hidden: readonly ReportSeverity[];
  readonly layer: ReportLayer | 'all';
  /** How far the report is scrolled, in pixels. */
  readonly top: number;
}

/** Reads a message of the view. @returns `undefined` when it is none. */
export function parseFromDoctorView(value: unknown): FromDoctorView | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  const at = (name: string): number => {
    const found: unknown = Reflect.get(value, name);
    return Number.isSafeInteger(found) ? Number(found) : -1;
  };
  switch (value.type) {
    case 'ready':
    case 'run':
    case 'cancel':
    case 'copy':
    case 'export':
      return { type: value.type };
    case 'fix':
      return { type: 'fix', takenAtMs: at('takenAtMs'), finding: at('finding'), fix: at('fix') };
    case 'reveal':
      return { type: 'reveal', takenAtMs: at('takenAtMs'), finding: at('finding') };
    case 'step':
      return { type: 'step', step: at('step') };
    default:
      return undefined;
  }
}

/** Reads the app out of a kept state. @returns `undefined` when there is none. */
export function parseReportApp(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('app' in state)) return undefined;
  return typeof state.app === 'string' && state.app !== '' ? state.app : undefined;
}
