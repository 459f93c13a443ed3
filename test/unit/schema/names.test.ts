import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import {
  dropTestChannel,
  ignoreBlanksAroundNames,
  ignoreCaseOfNames,
} from '../../../src/gateway/schema/names.ts';
import type { SchemaNode } from '../../../src/gateway/schema/schemaNode.ts';

const accepts = (schema: SchemaNode, value: unknown): boolean =>
  new Ajv({ strict: false, logger: false }).validate(schema, value);

describe('ignoreCaseOfNames', () => {
  const ids = { type: 'string', pattern: '^[a-z0-9_][a-z0-9_-]{0,63}$' };
  const withEntries = (propertyNames: SchemaNode): SchemaNode =>
    ignoreCaseOfNames({
      properties: { agents: { properties: { entries: { propertyNames, additionalProperties: {} } } } },
    });

  test.each(['main', 'Main', 'MAIN_2'])('accepts an agent called %s', (name) => {
    expect(accepts(withEntries(ids), { agents: { entries: { [name]: {} } } })).toBe(true);
  });

  test('still refuses other characters', () => {
    expect(accepts(withEntries(ids), { agents: { entries: { 'my agent': {} } } })).toBe(false);
  });

  test('keeps names that are allowed beside', () => {
    const schema = withEntries({ anyOf: [{ const: '$include' }, ids] });
    expect(accepts(schema, { agents: { entries: { $include: './a.json5', Main: {} } } })).toBe(true);
  });

  test('leaves names elsewhere alone', () => {
    const schema = { properties: { other: { propertyNames: ids } } };
    expect(ignoreCaseOfNames(schema)).toEqual(schema);
  });
});

describe('ignoreBlanksAroundNames', () => {
  const withRuntimes = (pattern: string): SchemaNode => {
    const models = {
      additionalProperties: { properties: { pickerRuntimes: { items: { type: 'string', pattern } } } },
    };
    return ignoreBlanksAroundNames({
      properties: { agents: { properties: { defaults: { properties: { models } } } } },
    });
  };
  const config = (name: string) => ({ agents: { defaults: { models: { m: { pickerRuntimes: [name] } } } } });

  test.each(['^[a-z]+$', '\\$\\{[A-Z]+\\}|(?:^[a-z]+$)'])('accepts blanks around %s', (pattern) => {
    expect(accepts(withRuntimes(pattern), config(' codex '))).toBe(true);
    expect(accepts(withRuntimes(pattern), config('codex'))).toBe(true);
  });

  test('still refuses blanks inside', () => {
    expect(accepts(withRuntimes('^[a-z]+$'), config('co dex'))).toBe(false);
  });
});

test('OpenClaw’s own test channel is left out', () => {
  const schema = { properties: { channels: { properties: { 'qa-channel': {}, discord: {} } } } };
  expect(dropTestChannel(schema)).toEqual({ properties: { channels: { properties: { discord: {} } } } });
});
