import * as l10n from '@vscode/l10n';
import type { ConfigPath, Place } from '../path.ts';
import { parseByteSize, parseDuration, type DurationUnit } from '../quantities.ts';

/** What the gateway refuses, and where. */
export interface Objection {
  readonly path: ConfigPath;
  readonly message: string;
  /** Whether the key is at fault, or what the object lacks, rather than the value. */
  readonly on?: 'key' | 'head';
}

/**
 * A condition that the gateway sets beyond its published schema. `openclaw config validate` calls a configuration invalid
 * that breaks it; the facts are those of OpenClaw 2026.9.6.
 */
export interface Refusal {
  readonly code:
    | 'invalid-value'
    | 'invalid-key'
    | 'missing-key'
    | 'unknown-key'
    | 'conflict'
    | 'unknown-agent'
    | 'unknown-name';
  /** Patterns (see `placesAt`) of the values that are judged. */
  readonly at: readonly string[];
  /** Paths of which everything must be known; nothing is said when an `$include` may add to them. */
  readonly needs?: readonly ConfigPath[];
  /** Whether it judges the key that leads to the place, so that the value does not matter. */
  readonly ofKey?: true;
  /**
   * What is wrong at the place: a sentence about the value itself, or objections to something in it. Never called for texts
   * that hold an environment variable.
   */
  check(place: Place, config: unknown): string | readonly Objection[] | undefined;
}

/** The patterns for a setting that agents have, each and in the defaults. */
export function inAgents(pattern: string): readonly string[] {
  return [`agents.defaults.${pattern}`, `agents.entries.*.${pattern}`];
}

/** Refuses texts at the patterns for which the test fails. Other values are the schema's business. */
export function texts(
  at: readonly string[],
  accepts: (text: string) => boolean,
  message: () => string,
): Refusal {
  return {
    code: 'invalid-value',
    at,
    check: ({ value }) => (typeof value === 'string' && !accepts(value) ? message() : undefined),
  };
}

/** @param unit Of numbers without one. */
export function durations(
  at: readonly string[],
  unit: DurationUnit,
  isAllowed: (milliseconds: number) => boolean = () => true,
): Refusal {
  return {
    code: 'invalid-value',
    at,
    check: ({ value }) => {
      if (typeof value !== 'string' && typeof value !== 'number') return undefined;
      const duration = parseDuration(String(value), unit);
      if (duration === undefined)
        return l10n.t('This is not a duration. Write it like 30s, 5m, 1h30m or 7d.');
      return isAllowed(duration) ? undefined : l10n.t('The duration must be longer than nothing.');
    },
  };
}

export function byteSizes(at: readonly string[]): Refusal {
  return {
    code: 'invalid-value',
    at,
    check: ({ value }) => {
      if (typeof value !== 'string' && typeof value !== 'number') return undefined;
      return parseByteSize(String(value)) === undefined
        ? l10n.t('This is not a size. Write it like 512kb, 20mb or 1gb.')
        : undefined;
    },
  };
}
