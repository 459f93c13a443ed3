import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { normaliseSchema } from '../../../src/gateway/schema/normalise.ts';
import type { SchemaNode } from '../../../src/gateway/schema/schemaNode.ts';

const accepts = (schema: SchemaNode, value: unknown): boolean =>
  new Ajv({ strict: false }).validate(schema, value);

describe('normaliseSchema', () => {
  test('says at the root what VS Code may accept beyond JSON', () => {
    const schema = normaliseSchema({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      properties: {},
    });
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      allowComments: true,
      allowTrailingCommas: true,
    });
  });

  test('leaves out the dialect of embedded schemas', () => {
    const schema = normaliseSchema({
      properties: { discord: { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' } },
    });
    expect(schema['properties']).toEqual({ discord: { type: 'object' } });
  });

  test('lets a variable stand for a value, not for a key', () => {
    const name = { type: 'string', pattern: '^[a-z]+$' };
    const schema = normaliseSchema({
      properties: { a: { type: 'object', propertyNames: name, additionalProperties: name } },
    });
    expect(accepts(schema, { a: { b: '${NAME}' } })).toBe(true);
    expect(accepts(schema, { a: { '${NAME}': 'b' } })).toBe(false);
    expect(accepts(schema, { a: { b: '$${NAME}' } })).toBe(false);
  });

  test('does not change what it is given', () => {
    const published = Object.freeze({ properties: Object.freeze({ a: Object.freeze({ format: 'uri' }) }) });
    expect(() => normaliseSchema(published)).not.toThrow();
  });

  test.each([undefined, null, 'no', [], {}, { properties: [] }])('refuses %j', (value) => {
    expect(() => normaliseSchema(value)).toThrow(TypeError);
  });
});
