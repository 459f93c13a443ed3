/** What has to be known to end a rescue: nothing else tells what the machine ran before it was put to sleep. */
export interface RescueNote {
  /** The words of `init.cmd` before the rescue; none when the image decided. */
  readonly command: readonly string[];
  /** When the rescue began: ISO 8601, UTC, by the clock of the computer that began it. */
  readonly startedAt: string;
  /** The version of the extension that began it. */
  readonly by: string;
  /**
   * Of the configuration as it was found, in lower-case hex; `null` when there was none. It is read once the machine
   * sleeps, so the note on the machine does not have it.
   */
  readonly configSha256?: string | null;
}

/** The key of the machine's metadata that holds the note. */
export const noteKey = 'openclaw_rescue';

/** What the note becomes in the end: flyctl cannot remove a key of metadata. */
export const doneMark = 'done';

/** As a value of metadata: base64url, because versions of flyctl differ in what they do with commas and quotes. */
export function encodeNote(note: RescueNote): string {
  return Buffer.from(JSON.stringify(note)).toString('base64url');
}

/** @returns Nothing when there is no note, it is marked as done, or it is not one. */
export function decodeNote(value: string | undefined): RescueNote | undefined {
  if (!value || value === doneMark) return undefined;
  return parseNote(Buffer.from(value, 'base64url').toString());
}

/** Reads the JSON of a note. @returns Nothing when it is not one. */
export function parseNote(json: string): RescueNote | undefined {
  const value = parsed(json);
  if (typeof value !== 'object' || value === null) return undefined;
  const { command, startedAt, by, configSha256 }: Partial<Record<keyof RescueNote, unknown>> = value;
  if (!isWords(command) || typeof startedAt !== 'string' || typeof by !== 'string') return undefined;
  const isHash = typeof configSha256 === 'string' || configSha256 === null;
  return { command, startedAt, by, ...(isHash && { configSha256 }) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((word) => typeof word === 'string');
}
