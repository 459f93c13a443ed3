import { describe, expect, it } from 'vitest';
import { checkSchema } from '../../../src/gateway/check/schema-check.ts';
import { allowEnvironmentReferences } from '../../../src/gateway/schema/leniency.ts';
import type { SchemaNode } from '../../../src/gateway/schema/schemaNode.ts';
import { brief, contextOf, marked } from './support.ts';

const reference = (source: string) => ({
  type: 'object',
  properties: { source: { const: source }, id: { type: 'string', pattern: '^[A-Z]+$' } },
  required: ['source', 'id'],
  additionalProperties: false,
});

const schema: SchemaNode = {
  type: 'object',
  properties: {
    port: { type: 'integer', minimum: 1, maximum: 65535 },
    mode: { enum: ['local', 'remote'] },
    name: { type: 'string', minLength: 1 },
    token: { $ref: '#/definitions/secret' },
    switch: { anyOf: [{ enum: ['auto', 'off'] }, { type: 'boolean' }] },
    level: allowEnvironmentReferences({ type: 'string', enum: ['debug', 'info'] }),
    size: { oneOf: [{ type: 'integer' }, { type: 'string' }] },
    runtime: {
      anyOf: [
        {
          type: 'object',
          properties: { type: { const: 'embedded' } },
          required: ['type'],
          additionalProperties: false,
        },
        {
          type: 'object',
          properties: { type: { const: 'acp' }, port: { type: 'integer' } },
          required: ['type'],
          additionalProperties: false,
        },
      ],
    },
    agents: {
      type: 'object',
      propertyNames: { anyOf: [{ const: '$include' }, { pattern: '^[a-z]+$' }] },
      additionalProperties: { $ref: '#' },
    },
    list: {
      type: 'array',
      items: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
    },
  },
  additionalProperties: false,
  definitions: {
    secret: { anyOf: [{ type: 'string' }, { oneOf: [reference('env'), reference('file')] }] },
  },
};

function check(text: string, schemaIsOwn = true): readonly string[] {
  const { document, config } = contextOf(text);
  return checkSchema({ document, config, schema, schemaIsOwn }).map(
    (finding) => `${brief(finding)} ${marked(text, finding)}: ${finding.message}`,
  );
}

describe('checkSchema', () => {
  it('finds nothing where nothing is wrong', () => {
    const text =
      '{ port: 1, mode: "local", token: { source: "env", id: "A" }, agents: { main: { switch: true } } }';
    expect(check(text)).toEqual([]);
  });

  it('marks unknown keys, and guesses what they should be', () => {
    expect(check('{ "prot": 1 }')).toEqual([
      'error unknown-key@prot "prot": OpenClaw does not know the key “prot” here, and will not start with it. Did you mean “port”?',
    ]);
    expect(check('{ "agents": { "main": { "zzz": 1 } } }')).toEqual([
      'error unknown-key@agents.main.zzz "zzz": OpenClaw does not know the key “zzz” here, and will not start with it.',
    ]);
  });

  it('only warns of unknown keys by the schema of another version', () => {
    expect(check('{ "prot": 1, "port": "x" }', false)).toEqual([
      'warning unknown-key@prot "prot": The schema in use does not know the key “prot” here; the gateway may have another version. Did you mean “port”?',
      'error invalid-value@port "x": Expected a whole number.',
    ]);
  });

  it.each([
    ['{ "port": "3000" }', 'port "3000": Expected a whole number.'],
    ['{ "port": 0 }', 'port 0: The smallest value is 1.'],
    ['{ "port": Infinity }', 'port Infinity: Expected a whole number.'],
    ['{ "name": "" }', 'name "": This must not be empty.'],
    ['{ "mode": "locl" }', 'mode "locl": Expected "local" or "remote".'],
    ['{ "switch": "on" }', 'switch "on": Expected "auto", "off" or true or false.'],
    ['{ "token": 5 }', 'token 5: Expected a text or an object.'],
    ['{ "size": true }', 'size true: Expected a whole number or a text.'],
    [
      '{ "token": { "source": "file", "id": "a" } }',
      'token.id "a": This is not written as expected: it must match ^[A-Z]+$.',
    ],
  ])('says what %s should be', (text, finding) => {
    expect(check(text)).toEqual([`error invalid-value@${finding}`]);
  });

  it('marks what lacks a key', () => {
    expect(check('{ "token": { "source": "env" } }')).toEqual([
      'error missing-key@token "token": The key “id” is missing here.',
    ]);
    expect(check('{ "list": [{}] }')).toEqual(['error missing-key@list.0 {: The key “id” is missing here.']);
  });

  it('judges by the branch that is nearest', () => {
    expect(check('{ "runtime": { "type": "acp", "prot": 1 } }')).toEqual([
      'error unknown-key@runtime.prot "prot": OpenClaw does not know the key “prot” here, and will not start with it. Did you mean “port”?',
    ]);
  });

  it('judges keys by the pattern of their names', () => {
    expect(check('{ "agents": { "My Agent": {} } }')).toEqual([
      'error invalid-key@agents.My Agent "My Agent": “My Agent” cannot be a key here. This is not written as expected: it must match ^[a-z]+$.',
    ]);
  });

  it('judges the root', () => {
    expect(check('[]')).toEqual(['error invalid-value@ []: Expected an object.']);
  });

  it('leaves open what a variable decides, but not that it is a text', () => {
    expect(check('{ "mode": "${MODE}", "name": "${NAME}", "switch": "${S}", "token": "${T}" }')).toEqual([]);
    expect(check('{ "token": { "source": "env", "id": "${ID}" } }')).toEqual([]);
    expect(check('{ "port": "${PORT}" }')).toEqual([
      'error invalid-value@port "${PORT}": Expected a whole number.',
    ]);
    expect(check('{ "mode": "$${MODE}" }')).toHaveLength(1);
  });

  it('leaves open what an included file may have', () => {
    expect(
      check('{ "token": { "$include": "./token.json5" }, "list": [{ "$include": "./a.json5" }] }'),
    ).toEqual([]);
    expect(check('{ "token": { "$include": "./token.json5", "source": "env" } }')).toEqual([]);
    expect(check('{ "$include": "./a.json5", "prot": 1 }')).toHaveLength(1);
  });

  it('judges whether what a variable completes can be one of the words', () => {
    expect(check('{ "mode": "${START}al", "switch": "a${REST}" }')).toEqual([]);
    expect(check('{ "level": "${LEVEL}" }')).toEqual([]);
    expect(check('{ "level": "de${REST}" }')).toEqual([]);
    expect(check('{ "level": "pre-${LEVEL}" }')).toEqual([
      'error invalid-value@level "pre-${LEVEL}": Expected "debug" or "info".',
    ]);
    expect(check('{ "mode": "pre-${MODE}" }')).toEqual([
      'error invalid-value@mode "pre-${MODE}": Expected "local" or "remote".',
    ]);
  });

  it('stops at so many problems that nobody reads them all', () => {
    const list = `[${Array.from({ length: 100_000 }, () => '5').join()}]`;
    const findings = check(`{ "list": ${list} }`);
    expect(findings.length).toBeGreaterThan(100);
    expect(findings.length).toBeLessThan(1000);
  });
});
