import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { deprecateLegacyKeys } from '../../../src/gateway/schema/legacy.ts';
import type { SchemaNode } from '../../../src/gateway/schema/schemaNode.ts';

const entry = {
  type: 'object',
  properties: { name: { type: 'string', description: 'What it is called.' } },
  additionalProperties: false,
};

const closed = (properties: SchemaNode): SchemaNode => ({
  type: 'object',
  properties,
  additionalProperties: false,
});

const accepts = (schema: SchemaNode, value: unknown): boolean =>
  new Ajv({ strict: false, logger: false }).validate(schema, value);

describe('agents.list', () => {
  const schema = deprecateLegacyKeys(
    closed({ agents: closed({ entries: { type: 'object', additionalProperties: entry } }) }),
  );

  test.each([[[]], [[{ id: 'main' }]], [[{ id: 'main', name: 'Main' }, { id: 'ops-2' }]]])(
    'accepts %j',
    (list) => {
      expect(accepts(schema, { agents: { list } })).toBe(true);
    },
  );

  test.each([{ main: {} }, ['main'], [{}], [{ name: 'Main' }], [{ id: 'Main' }], [{ id: 'main', other: 1 }]])(
    'refuses %j',
    (list) => {
      expect(accepts(schema, { agents: { list } })).toBe(false);
    },
  );

  test('says what replaces it', () => {
    expect(JSON.stringify(schema)).toContain('Use “agents.entries”');
  });

  test('stays as it is in a schema of an older OpenClaw', () => {
    const older = closed({ agents: closed({ list: { type: 'array' } }) });
    expect(deprecateLegacyKeys(older)).toEqual(older);
  });
});

describe('a budget of tokens', () => {
  const schema = deprecateLegacyKeys(
    closed({
      agents: closed({ defaults: closed({}) }),
      models: closed({ providers: { type: 'object', additionalProperties: closed({}) } }),
    }),
  );

  test.each([
    { agents: { defaults: { contextTokens: 1000 } } },
    { models: { providers: { local: { contextTokens: 'many', contextWindow: null } } } },
  ])('may be anything: %j', (config) => {
    expect(accepts(schema, config)).toBe(true);
  });

  test('stays as it is where the schema still has it', () => {
    const own = closed({ agents: closed({ defaults: closed({ contextTokens: { type: 'number' } }) }) });
    expect(deprecateLegacyKeys(own)).toEqual(own);
  });
});

describe('the discovery of GitHub Copilot', () => {
  const entry = closed({ config: closed({}) });
  const schema = deprecateLegacyKeys(
    closed({ plugins: closed({ entries: closed({ 'github-copilot': entry }) }) }),
  );
  const withDiscovery = (discovery: unknown): unknown => ({
    plugins: { entries: { 'github-copilot': { config: { discovery } } } },
  });

  test.each([{}, { enabled: true }, { enabled: 'yes' }])('is dropped when it is %j', (discovery) => {
    expect(accepts(schema, withDiscovery(discovery))).toBe(true);
  });

  test.each([true, [], { enabled: true, every: 5 }])('is refused when it is %j', (discovery) => {
    expect(accepts(schema, withDiscovery(discovery))).toBe(false);
  });
});
