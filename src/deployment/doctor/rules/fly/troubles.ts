import type { Finding } from '../../finding.ts';

type Part = Pick<Finding, 'evidence' | 'fixes' | 'place'>;

/**
 * One trouble that the machine has, its fly.toml asks for, or both: what helps at once comes first, and the line of the file
 * is where the trouble is shown.
 */
export function together(...parts: readonly (Part | undefined)[]): Part | undefined {
  const present = parts.filter((part) => part !== undefined);
  if (present.length === 0) return undefined;
  const place = present.find((part) => part.place)?.place;
  return {
    evidence: present.flatMap(({ evidence }) => evidence),
    fixes: present.flatMap(({ fixes }) => fixes),
    ...(place && { place }),
  };
}
