/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };

/** One configuration of the corpus. */
export interface Sample {
  /** Unique in the corpus. */
  readonly name: string;
  readonly text: string;
  /** What its author expects of `openclaw config validate`; undefined where nobody knows beforehand. */
  readonly expected: Expectation | undefined;
  /** Files beside it that `$include` reads, by their names. */
  readonly files?: Readonly<Record<string, string>>;
}

export type Expectation = 'valid' | 'invalid';

/** Configurations by what they are about: an object, or the text where its syntax matters. */
export type Written = Readonly<Record<string, JsonObject | string>>;

/** Samples of a group whose author knows what OpenClaw says of them. */
export function written(group: string, expected: Expectation, configurations: Written): Sample[] {
  return Object.entries(configurations).map(([name, configuration]) => ({
    name: `${group}, ${expected}: ${name}`,
    expected,
    text: typeof configuration === 'string' ? configuration : JSON.stringify(configuration, undefined, 2),
  }));
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
