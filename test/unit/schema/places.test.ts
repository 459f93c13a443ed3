import { describe, expect, test } from 'vitest';
import { changeAt } from '../../../src/gateway/schema/places.ts';
import type { SchemaNode } from '../../../src/gateway/schema/schemaNode.ts';

const mark = (node: SchemaNode): SchemaNode => ({ ...node, marked: true });

describe('changeAt', () => {
  test('changes the root', () => {
    expect(changeAt({ type: 'object' }, '', mark)).toEqual({ type: 'object', marked: true });
  });

  test('finds a property by its name', () => {
    const schema = { properties: { a: { properties: { b: {}, c: {} } } } };
    expect(changeAt(schema, 'a.b', mark)).toEqual({
      properties: { a: { properties: { b: { marked: true }, c: {} } } },
    });
  });

  test('takes a star for every key and every item', () => {
    const schema = { properties: { a: {} }, additionalProperties: {}, items: {} };
    expect(changeAt(schema, '*', mark)).toEqual({
      properties: { a: { marked: true } },
      additionalProperties: { marked: true },
      items: { marked: true },
    });
  });

  test('looks into every branch', () => {
    const schema = { anyOf: [{ type: 'string' }, { properties: { a: {} } }] };
    expect(changeAt(schema, 'a', mark)).toEqual({
      anyOf: [{ type: 'string' }, { properties: { a: { marked: true } } }],
    });
  });

  test('does not mistake a property for a keyword', () => {
    const schema = { properties: { properties: { properties: { a: {} } }, anyOf: {} } };
    expect(changeAt(schema, 'properties.a', mark)).toEqual({
      properties: { properties: { properties: { a: { marked: true } } }, anyOf: {} },
    });
  });

  test('leaves out what the schema does not have', () => {
    const schema = { properties: { a: {} }, additionalProperties: false };
    expect(changeAt(schema, 'b.c', mark)).toEqual(schema);
  });
});
