/**
 * Compares two RFC 3339 timestamps by time, down to the nanoseconds that Fly sends, for `Array.sort`. A timestamp
 * that is none stays where it is.
 */
export function compareTimestamps(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b) || fraction(a) - fraction(b) || 0;
}

/** The fraction of the second, in [0, 1); `Date.parse` reads no more than three digits of it. */
function fraction(timestamp: string): number {
  return Number(/\.\d+/.exec(timestamp)?.[0] ?? 0);
}
