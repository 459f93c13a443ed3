import { describe, expect, it } from 'vitest';
import { checkWith } from '../../../src/gateway/check/check.ts';
import type { SchemaNode } from '../../../src/gateway/schema/schemaNode.ts';

const slots = { type: 'object', properties: { memory: { type: 'string' } } };
const entries = {
  additionalProperties: {
    properties: { config: { type: 'object', properties: { port: { type: 'integer' } } } },
  },
};
const schema: SchemaNode = {
  properties: { agents: { properties: { entries: {} } }, plugins: { properties: { slots, entries } } },
};

const errorsOf = (plugins: object, rest: object = {}): readonly string[] =>
  checkWith({ text: JSON.stringify({ plugins, ...rest }), schema, schemaIsOwn: true })
    .filter(({ severity }) => severity === 'error')
    .map(({ path }) => path);

describe('checkWith, with plugins from a folder', () => {
  const load = { paths: ['/plugins'] };

  it('leaves to the gateway what they may bring or accept', () => {
    const refused = { slots: { memory: 'zork' }, entries: { x: { config: { port: 'y' } } } };
    expect(errorsOf(refused)).toEqual(['plugins.slots.memory', 'plugins.entries.x.config.port']);
    expect(errorsOf({ load, ...refused })).toEqual([]);
    expect(errorsOf({ load }, { channels: { zork: {} } })).toEqual([]);
  });

  it('refuses what no plugin decides', () => {
    expect(errorsOf({ load, slots: 'memory-core' })).toEqual(['plugins.slots']);
    expect(errorsOf({ load, slots: { memory: 5 } })).toEqual(['plugins.slots.memory']);
    expect(errorsOf({ load, entries: { x: { config: 'y' } } })).toEqual(['plugins.entries.x.config']);
    expect(errorsOf({ load }, { channels: { zork: { bindings: { acp: {} } } } })).toEqual([
      'channels.zork.bindings.acp',
    ]);
  });
});
