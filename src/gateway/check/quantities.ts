export type DurationUnit = 'ms' | 's' | 'm' | 'h' | 'd';

const milliseconds: Readonly<Record<DurationUnit, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

const lengths: ReadonlyMap<string | undefined, number> = new Map(Object.entries(milliseconds));

const bytes: Readonly<Record<string, number>> = {
  b: 1,
  k: 1024,
  kb: 1024,
  m: 1024 ** 2,
  mb: 1024 ** 2,
  g: 1024 ** 3,
  gb: 1024 ** 3,
  t: 1024 ** 4,
  tb: 1024 ** 4,
};

/**
 * Reads a duration as OpenClaw does: `90s`, `1h30m`, `1.5h`.
 *
 * @param unit Of a number without one.
 * @returns Milliseconds; undefined when it is not a duration.
 */
export function parseDuration(text: string, unit: DurationUnit = 'ms'): number | undefined {
  const trimmed = text.trim().toLowerCase();
  if (/^\d+(\.\d+)?$/.test(trimmed)) return whole(Number(trimmed) * milliseconds[unit]);
  if (!/^(\d+(\.\d+)?(ms|[smhd]))+$/.test(trimmed)) return undefined;
  const parts = [...trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g)];
  return whole(parts.reduce((sum, [, amount, own]) => sum + Number(amount) * (lengths.get(own) ?? 0), 0));
}

/**
 * Reads a size as OpenClaw does: `20mb`, `1.5gb`, `500`.
 * @returns Bytes; undefined when it is not a size.
 */
export function parseByteSize(text: string): number | undefined {
  const [, amount, unit = 'b'] = /^(\d+(?:\.\d+)?)([a-z]+)?$/.exec(text.trim().toLowerCase()) ?? [];
  const factor = bytes[unit];
  return amount === undefined || factor === undefined ? undefined : whole(Number(amount) * factor);
}

function whole(amount: number): number | undefined {
  const rounded = Math.round(amount);
  return Number.isSafeInteger(rounded) ? rounded : undefined;
}
