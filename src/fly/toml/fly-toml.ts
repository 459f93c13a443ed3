import type { Range, TextEdit } from '../../core/text.ts';

/** Where a value is: names of keys, and indices of arrays and of arrays of tables. */
export type TomlPath = readonly (string | number)[];

export type TomlValue =
  string | number | boolean | readonly TomlValue[] | { readonly [key: string]: TomlValue };

/** A fly.toml with the places of its values. */
export interface FlyToml {
  readonly text: string;
  /** Why it is not valid TOML; then it has no values. */
  readonly problem?: { readonly message: string; readonly range: Range };
  readonly value: { readonly [key: string]: TomlValue };
  valueAt(path: TomlPath): TomlValue | undefined;
  /** The exact token of the value; of a table, its header. Nothing where there is none. */
  rangeOf(path: TomlPath): Range | undefined;
  /** The name under which the value is there: the last part of its key. Nothing for tables and elements of arrays. */
  rangeOfKey(path: TomlPath): Range | undefined;
  /**
   * The edits after which the value is at the path; tables are made as needed, everything else keeps every byte.
   * @returns None when the value is there already, or cannot be set without taking apart a table that is there.
   */
  set(path: TomlPath, value: TomlValue): readonly TextEdit[];
  /** The edits after which what is at the path has another name; none when that name is taken. */
  rename(path: TomlPath, name: string): readonly TextEdit[];
}
