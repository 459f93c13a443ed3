import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deduplicate } from '../../../src/gateway/schema/deduplicate.ts';
import { isNode, mapChildren, omit, type SchemaNode } from '../../../src/gateway/schema/schemaNode.ts';

const secret = { type: 'string', pattern: '^[A-Z][A-Z0-9_]{0,127}$', minLength: 1, maxLength: 128 };

describe('deduplicate', () => {
  test('writes a repeated subschema once and what describes it where it is used', () => {
    const schema = {
      properties: {
        token: { title: 'Token', ...secret },
        password: { description: 'The password.', ...secret },
      },
    };
    expect(deduplicate(schema)).toEqual({
      properties: {
        token: { title: 'Token', $ref: '#/definitions/s0' },
        password: { description: 'The password.', $ref: '#/definitions/s0' },
      },
      definitions: { s0: secret },
    });
  });

  test('keeps short ones in place', () => {
    const schema = { properties: { a: { type: 'string' }, b: { type: 'string' } } };
    expect(deduplicate(schema)).toEqual(schema);
  });

  test('makes no definition of what only one definition uses', () => {
    const account = { type: 'object', properties: { token: secret } };
    const { definitions } = deduplicate({ properties: { a: account, b: account } });
    expect(definitions).toEqual({ s0: account });
  });

  test('shares with the definitions that there are, and takes no name of theirs', () => {
    const schema = {
      properties: { a: secret, b: { $ref: '#/definitions/s0' } },
      definitions: { s0: { type: 'object', properties: { token: secret } } },
    };
    expect(deduplicate(schema)).toEqual({
      properties: { a: { $ref: '#/definitions/s1' }, b: { $ref: '#/definitions/s0' } },
      definitions: {
        s0: { type: 'object', properties: { token: { $ref: '#/definitions/s1' } } },
        s1: secret,
      },
    });
  });

  test('means the same as before', () => {
    fc.assert(
      fc.property(schemas, (schema) => {
        expect(expand(deduplicate({ properties: { a: schema, b: schema } }))).toEqual({
          properties: { a: schema, b: schema },
        });
      }),
    );
  });
});

/** Puts every definition back where it is referred to. */
function expand(root: SchemaNode): SchemaNode {
  const definitions = isNode(root['definitions']) ? root['definitions'] : {};
  const putBack = (node: SchemaNode): SchemaNode => {
    const { $ref, ...rest } = node;
    const target = typeof $ref === 'string' ? definitions[$ref.slice('#/definitions/'.length)] : undefined;
    return mapChildren(isNode(target) ? { ...rest, ...target } : node, putBack);
  };
  return putBack(omit(root, 'definitions'));
}

const { node: schemas } = fc.letrec<{ node: SchemaNode; leaf: SchemaNode; branch: SchemaNode }>((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('branch')),
  leaf: fc.record(
    {
      type: fc.constantFrom('string', 'number'),
      title: fc.constantFrom('One', 'Two'),
      pattern: fc.constantFrom('^a{1,40}$'.repeat(3), '^b$'),
    },
    { requiredKeys: ['type'] },
  ),
  branch: fc.record(
    {
      description: fc.constantFrom('First.', 'Second.'),
      properties: fc.dictionary(fc.constantFrom('a', 'title', 'items', 'properties'), tie('node')),
      anyOf: fc.array(tie('node'), { maxLength: 3 }),
      additionalProperties: fc.oneof(fc.boolean(), tie('node')),
    },
    { requiredKeys: [] },
  ),
}));
