import { describe, expect, it } from 'vitest';
import { effectiveConfig } from '../../../src/gateway/check/effective.ts';

const effective = (source: unknown) => effectiveConfig(source, { keyedAgents: true });

describe('effectiveConfig', () => {
  it('moves a list of agents to entries, and knows where they were', () => {
    const config = effective({ agents: { list: [{ id: 'a', name: 'A' }, { id: 'b' }], defaults: {} } });
    expect(config.value).toEqual({ agents: { defaults: {}, entries: { a: { name: 'A' }, b: {} } } });
    expect(config.sourceOf(['agents', 'entries', 'b', 'name'])).toEqual(['agents', 'list', 1, 'name']);
    expect(config.sourceOf(['agents', 'entries'])).toEqual(['agents', 'list']);
    expect(config.sourceOf(['agents', 'defaults'])).toEqual(['agents', 'defaults']);
  });

  it.each([
    ['capitals', [{ id: 'A' }]],
    ['a repeated id', [{ id: 'a' }, { id: 'a' }]],
    ['no id', [{}]],
    ['no agent', [5]],
  ])('leaves a list with %s', (_name, list) => {
    expect(effective({ agents: { list } }).value).toEqual({ agents: { list } });
  });

  it('leaves the list to a gateway that has no entries', () => {
    const source = { agents: { list: [{ id: 'a' }] } };
    expect(effectiveConfig(source, { keyedAgents: false }).value).toEqual(source);
  });

  it('moves budgets of tokens to the models that have none', () => {
    const models = [{ id: 'x' }, { id: 'y', contextTokens: 1 }];
    const config = effective({ models: { providers: { p: { contextTokens: 5, models } } } });
    expect(config.value).toEqual({
      models: {
        providers: {
          p: {
            models: [
              { id: 'x', contextTokens: 5 },
              { id: 'y', contextTokens: 1 },
            ],
          },
        },
      },
    });
    expect(config.sourceOf(['models', 'providers', 'p', 'models', 0, 'contextTokens'])).toEqual([
      'models',
      'providers',
      'p',
      'contextTokens',
    ]);
  });

  it('loses __proto__ and what is in it', () => {
    const source: unknown = JSON.parse('{"__proto__":{"a":1},"bindings":[{"__proto__":5,"agentId":"a"}]}');
    expect(effective(source).value).toEqual({ bindings: [{ agentId: 'a' }] });
  });

  it('knows that a list of no files makes an empty object', () => {
    const config = effective({ bindings: { $include: [] } });
    expect(config.value).toEqual({ bindings: {} });
    expect(config.isUnknown(['bindings'])).toBe(false);
  });

  it('drops what the gateway ignores', () => {
    const source = {
      agents: { defaults: { contextTokens: 1 }, entries: { a: { contextTokens: 2 } } },
      plugins: { entries: { 'github-copilot': { config: { discovery: { enabled: true } } } } },
    };
    expect(effective(source).value).toEqual({
      agents: { defaults: {}, entries: { a: {} } },
      plugins: { entries: { 'github-copilot': { config: {} } } },
    });
  });

  it('keeps of the dropped discovery what the gateway does not ignore', () => {
    const config = { discovery: { enabled: true, other: 1 } };
    expect(effective({ plugins: { entries: { 'github-copilot': { config } } } }).value).toEqual({
      plugins: { entries: { 'github-copilot': { config: { discovery: { other: 1 } } } } },
    });
  });

  it('reads the ids of plugins in small letters', () => {
    const config = effective({ plugins: { entries: { 'Memory-Core': { enabled: true } } } });
    expect(config.value).toEqual({ plugins: { entries: { 'memory-core': { enabled: true } } } });
    expect(config.sourceOf(['plugins', 'entries', 'memory-core', 'enabled'])).toEqual([
      'plugins',
      'entries',
      'Memory-Core',
      'enabled',
    ]);
  });

  it('takes includes out, and knows what they leave open', () => {
    const config = effective({
      gateway: { $include: './a.json5', port: 1, auth: {} },
      agents: { $include: './b.json5' },
    });
    expect(config.value).toEqual({ gateway: { port: 1, auth: {} }, agents: {} });
    expect(config.isOpen(['gateway', 'auth'])).toBe(true);
    expect(config.isUnknown(['gateway', 'auth'])).toBe(false);
    expect(config.isUnknown(['agents', 'entries'])).toBe(true);
    expect(config.isOpen(['channels'])).toBe(false);
  });

  it('does not touch what has another shape than expected', () => {
    const source = {
      agents: { entries: [], list: 5, defaults: null },
      models: { providers: [] },
      plugins: 5,
    };
    expect(effective(source).value).toEqual(source);
  });
});
