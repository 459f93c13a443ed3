import type { FlagSpec } from './spec.ts';

export function bool(name: string, short?: string): FlagSpec {
  return { name, type: 'bool', ...(short === undefined ? {} : { short }) };
}

export function text(name: string, short?: string, ...aliases: string[]): FlagSpec {
  return { name, type: 'string', aliases, ...(short === undefined ? {} : { short }) };
}

export function int(name: string, short?: string): FlagSpec {
  return { name, type: 'int', ...(short === undefined ? {} : { short }) };
}

export function texts(name: string, short?: string): FlagSpec {
  return { name, type: 'strings', ...(short === undefined ? {} : { short }) };
}

/** `-a`, `-c`: most commands take them. */
export const appFlags: readonly FlagSpec[] = [text('app', 'a'), text('config', 'c')];

/** `-j`. */
export const json: FlagSpec = bool('json', 'j');
