import { describe, expect, test } from 'vitest';
import { disjointOneOfToAnyOf, literalUnionToEnum } from '../../../src/gateway/schema/unions.ts';

describe('literalUnionToEnum', () => {
  test.each(['anyOf', 'oneOf'])('turns %s of constants into an enum', (keyword) => {
    const union = [{ type: 'string', const: 'lan' }, { enum: ['loopback', 'custom'] }];
    expect(literalUnionToEnum({ title: 'Bind', [keyword]: union })).toEqual({
      title: 'Bind',
      enum: ['lan', 'loopback', 'custom'],
    });
  });

  test('counts booleans and null as the values that they are', () => {
    const union = [{ type: 'boolean' }, { const: 'auto' }, { type: 'null' }];
    expect(literalUnionToEnum({ anyOf: union })).toEqual({ enum: [true, false, 'auto', null] });
  });

  test('gives each value the description of its branch', () => {
    const union = [{ const: 'a', description: 'First.' }, { const: 'b' }, { const: 'c', title: 'Third' }];
    expect(literalUnionToEnum({ anyOf: union })).toEqual({
      enum: ['a', 'b', 'c'],
      markdownEnumDescriptions: ['First.', '', 'Third'],
    });
  });

  test.each([
    { anyOf: [{ const: 'a' }, { type: 'string' }] },
    { anyOf: [{ const: 'a' }, { type: 'boolean', default: true }] },
    { anyOf: [{ const: { a: 1 } }] },
    { anyOf: [] },
    { anyOf: [{ const: 'a' }], oneOf: [{ const: 'a' }] },
    { anyOf: [{ const: 'a' }], enum: ['a', 'b'] },
    { anyOf: [true, { const: 'a' }] },
    { type: 'string' },
  ])('leaves %j alone', (node) => {
    expect(literalUnionToEnum(node)).toBe(node);
  });
});

describe('disjointOneOfToAnyOf', () => {
  const branch = (source: string, required: readonly string[] = ['source']): object => ({
    type: 'object',
    properties: { source: { const: source } },
    required,
  });

  test.each([
    [[{ type: 'string' }, { type: ['object', 'null'] }]],
    [[branch('env'), branch('file'), branch('exec')]],
  ])('turns oneOf into anyOf when no two branches can match: %j', (oneOf) => {
    expect(disjointOneOfToAnyOf({ title: 'Secret', oneOf })).toEqual({ title: 'Secret', anyOf: oneOf });
  });

  test.each([
    [[{ type: 'integer' }, { type: 'number' }]],
    [[branch('env'), branch('file', [])]],
    [[branch('env'), branch('env')]],
    [[{ type: 'string' }, {}]],
    [[{ type: 'string' }, true]],
  ])('keeps oneOf when two branches could match: %j', (oneOf) => {
    const node = { oneOf };
    expect(disjointOneOfToAnyOf(node)).toBe(node);
  });
});
