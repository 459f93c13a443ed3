import fc from 'fast-check';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import {
  allowEnvironmentReferences,
  allowInclude,
  formatToPattern,
  requireNoDefaulted,
} from '../../../src/gateway/schema/leniency.ts';
import type { SchemaNode } from '../../../src/gateway/schema/schemaNode.ts';

const accepts = (schema: SchemaNode, value: unknown): boolean =>
  new Ajv({ strict: false }).validate(schema, value);

describe('requireNoDefaulted', () => {
  const properties = { token: {}, dmPolicy: { default: 'pairing' } };

  test('requires only what has no default', () => {
    expect(requireNoDefaulted({ properties, required: ['token', 'dmPolicy', 'other'] })).toEqual({
      properties,
      required: ['token', 'other'],
    });
  });

  test('leaves no empty list', () => {
    expect(requireNoDefaulted({ properties, required: ['dmPolicy'] })).toEqual({ properties });
  });
});

describe('formatToPattern', () => {
  test.each(['starts_with', 'date-time', 'email'])('drops the format %s', (format) => {
    expect(formatToPattern({ type: 'string', format })).toEqual({ type: 'string' });
  });

  test('prefers the pattern of an address that has one', () => {
    const node = { format: 'uri', pattern: '^https:' };
    expect(formatToPattern(node)).toEqual({ pattern: '^https:' });
  });

  const schema = formatToPattern({ type: 'string', format: 'uri' });

  test.each(['relay.example.com', '/path', 'https://', 'wss:', 'https://my host/x', ''])(
    'refuses %j',
    (value) => {
      expect(accepts(schema, value)).toBe(false);
    },
  );

  test('accepts every address that has a scheme', () => {
    const part = fc.constantFrom(
      'https',
      'wss',
      'foo',
      ':',
      '//',
      '/',
      '@',
      ' ',
      'a',
      'b.c',
      '[::1]',
      '?',
      '#',
      '^',
    );
    const pattern = new RegExp(String(schema['pattern']), 'u');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const value = parts.join('');
        return !URL.canParse(value) || pattern.test(value);
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('allowEnvironmentReferences', () => {
  const schema = allowEnvironmentReferences({ type: 'string', pattern: '^a|b$' });

  test.each(['a', 'b', '${NAME}', 'https://${HOST_1}/mcp'])('accepts %s', (value) => {
    expect(accepts(schema, value)).toBe(true);
  });

  test.each(['c', '${name}', '$NAME', '${}'])('refuses %s', (value) => {
    expect(accepts(schema, value)).toBe(false);
  });
});

describe('allowEnvironmentReferences, of words', () => {
  const schema = allowEnvironmentReferences({
    type: 'string',
    enum: ['low', 'high'],
    description: 'How much.',
  });

  test.each(['low', 'high', '${LEVEL}'])('accepts %s', (value) => {
    expect(accepts(schema, value)).toBe(true);
  });

  test.each(['medium', '${level}', 1])('refuses %s', (value) => {
    expect(accepts(schema, value)).toBe(false);
  });

  test('keeps the description', () => {
    expect(schema).toMatchObject({ description: 'How much.' });
  });

  test.each([{ enum: ['only'] }, { const: 'only' }, { enum: [1, 2] }])('leaves %j alone', (node) => {
    expect(allowEnvironmentReferences(node)).toBe(node);
  });
});

describe('allowInclude', () => {
  const schema = allowInclude({
    type: 'object',
    properties: { baseUrl: { type: 'string' } },
    required: ['baseUrl'],
    additionalProperties: false,
  });

  test.each([
    { $include: './a.json5' },
    { $include: ['./a.json5', './b.json5'] },
    { $include: './a.json5', baseUrl: 'b' },
    { baseUrl: 'b' },
  ])('accepts %j', (value) => {
    expect(accepts(schema, value)).toBe(true);
  });

  test.each([
    {},
    { $include: 1 },
    { $include: './a.json5', other: 1 },
    { $include: './a.json5', baseUrl: 1 },
  ])('refuses %j', (value) => {
    expect(accepts(schema, value)).toBe(false);
  });

  test('is possible in a map whose names have a pattern', () => {
    const map = allowInclude({
      type: 'object',
      propertyNames: { pattern: '^[a-z]+$' },
      additionalProperties: { type: 'number' },
    });
    expect(accepts(map, { $include: './a.json5', a: 1 })).toBe(true);
    expect(accepts(map, { A: 1 })).toBe(false);
  });

  test('leaves an open object alone', () => {
    const open = { type: 'object', additionalProperties: true };
    expect(allowInclude(open)).toBe(open);
  });

  test('leaves a schema that knows it already alone', () => {
    const known = { properties: { $include: { type: 'string' } }, additionalProperties: false };
    expect(allowInclude(known)).toBe(known);
  });

  test('keeps a condition that the schema has', () => {
    const conditional = allowInclude({
      if: { required: ['a'] },
      required: ['b'],
      additionalProperties: false,
    });
    expect(conditional).toMatchObject({ if: { required: ['a'] }, required: ['b'] });
  });
});
