import { Failure } from '../core/errors.ts';

/** One line of a script's output: the kind of the record and its fields, separated by tabs. */
export interface ScriptRecord {
  readonly kind: string;
  /** @throws Failure `badOutput` when the record has no such field. */
  text(index: number): string;
  /** The same for a field in base64. */
  decoded(index: number): string;
  /** @throws Failure `badOutput` when the field is not a whole number in the base. */
  integer(index: number, base?: 8 | 10): number;
}

/** Reads what our scripts print. Lines without a tab are records without fields. */
export function parseRecords(output: string): ScriptRecord[] {
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map(parseRecord);
}

function parseRecord(line: string): ScriptRecord {
  const [kind = '', ...fields] = line.split('\t');
  const text = (index: number): string => {
    const field = fields[index];
    if (field === undefined) throw unexpected(line);
    return field;
  };
  return {
    kind,
    text,
    decoded: (index) => Buffer.from(text(index), 'base64').toString(),
    integer: (index, base = 10) => {
      const field = text(index);
      if (!(base === 8 ? /^[0-7]+$/ : /^\d+$/).test(field)) throw unexpected(line);
      return Number.parseInt(field, base);
    },
  };
}

/** The failure for output that is not what the script prints. */
export function unexpected(output: string): Failure {
  return new Failure('badOutput', { detail: output.slice(0, 200) });
}
