/** `2026-11-21T19:51:45` */
const secondLength = 19;
/** `2026-11-21T19:51:45.123456` */
const microsecondsEnd = 26;
const zero = 48;
const nine = 57;

/**
 * Reads RFC 3339 timestamps, which in a log mostly begin with the second of the one before: only another second is
 * parsed.
 */
export class TimeReader {
  #second = '-';
  #secondMs = 0;
  #last = 0;

  /** @returns Milliseconds since the epoch with a fraction; the result before when the timestamp is none. */
  read(timestamp: string): number {
    if (!timestamp.endsWith('Z')) return (this.#last = parsed(timestamp) ?? this.#last);
    if (!timestamp.startsWith(this.#second)) {
      const second = timestamp.slice(0, secondLength);
      const ms = parsed(`${second}Z`);
      if (ms === undefined) return this.#last;
      this.#second = second;
      this.#secondMs = ms;
    }
    return (this.#last = this.#secondMs + fractionMs(timestamp));
  }
}

function parsed(timestamp: string): number | undefined {
  const ms = Date.parse(timestamp);
  return Number.isNaN(ms) ? undefined : ms;
}

/** The fraction of the second, cut after the microseconds: rounded up, it could be the next second. */
function fractionMs(timestamp: string): number {
  let microseconds = 0;
  let scale = 1_000_000;
  const end = Math.min(timestamp.length - 1, microsecondsEnd);
  for (let index = secondLength + 1; index < end; index++) {
    const code = timestamp.charCodeAt(index);
    if (code < zero || code > nine) break;
    scale /= 10;
    microseconds += (code - zero) * scale;
  }
  return microseconds / 1_000;
}

/**
 * Compares two rows by time, for `Array.sort`: what is equal down to the microseconds of `time` is told apart by the
 * nanoseconds that Fly sends.
 */
export function compareTimes(a: Timed, b: Timed): number {
  return a.time - b.time || nanoseconds(a.timestamp) - nanoseconds(b.timestamp);
}

export interface Timed {
  readonly time: number;
  /** RFC 3339, where there is one. */
  readonly timestamp?: string;
}

function nanoseconds(timestamp: string | undefined): number {
  return Number(/\.\d+/.exec(timestamp ?? '')?.[0] ?? 0);
}
