import { describe, expect, it } from 'vitest';
import { tokenVariable } from '../../../src/fly/environment.ts';

describe('tokenVariable', () => {
  it.each([
    [{ FLY_API_TOKEN: 'one', FLY_ACCESS_TOKEN: 'two' }, 'FLY_ACCESS_TOKEN'],
    // flyctl takes an empty one, too, and is then signed out.
    [{ FLY_API_TOKEN: 'one', FLY_ACCESS_TOKEN: '' }, 'FLY_ACCESS_TOKEN'],
    [{ FLY_API_TOKEN: 'one' }, 'FLY_API_TOKEN'],
    [{ FLY_AUTH_TOKEN: 'not read' }, undefined],
  ])('%j', (env, name) => {
    expect(tokenVariable(env)).toBe(name);
  });
});
