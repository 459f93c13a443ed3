import { Failure } from '../core/errors.ts';
import type { FlyctlOutput } from './flyctl.ts';
import { firstJson } from './json.ts';

/** A validator that was compiled ahead of time; see src/fly/schema/compile.ts. */
export interface Validator<T> {
  (data: unknown): data is T;
  /** What is wrong with the last value that was refused. */
  readonly errors?: readonly Complaint[] | null;
}

interface Complaint {
  /** JSON pointer to the value that is wrong. */
  readonly instancePath: string;
  readonly message?: string;
}

/** flyctl's times are RFC 3339; this one is Go's way to say that there is none. */
const zeroTime = '0001-01-01T00:00:00Z';

/** Reads what flyctl printed with `--json`. @throws Failure `badOutput` */
export function readJson<T>({ stdout }: FlyctlOutput, validate: Validator<T>): T {
  return checked(parseJson(utf8(stdout)), validate);
}

/** Takes a value for what the validator says it is. @throws Failure `badOutput` */
export function checked<T>(value: unknown, validate: Validator<T>): T {
  if (validate(value)) return value;
  const complaints = (validate.errors ?? []).map(
    ({ instancePath, message = 'is wrong' }) => `${instancePath || '(root)'} ${message}`,
  );
  throw new Failure('badOutput', { detail: complaints.join('\n') });
}

/** Whether a complete JSON value was printed. */
export function hasJson({ stdout }: FlyctlOutput): boolean {
  try {
    firstJson(utf8(stdout));
    return true;
  } catch {
    return false;
  }
}

export function utf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** @returns The time as it is, or '' when flyctl says that there is none. */
export function time(value: string | null | undefined): string {
  return value && value !== zeroTime ? value : '';
}

function parseJson(text: string): unknown {
  try {
    return firstJson(text);
  } catch (cause) {
    throw new Failure('badOutput', { detail: `no complete JSON: ${text.trim().slice(0, 200)}`, cause });
  }
}
