import { describe, expect, test } from 'vitest';
import { resolveReferences } from '../../../src/gateway/schema/references.ts';

describe('resolveReferences', () => {
  test('reads a reference of an embedded schema from the schema that owns the definition', () => {
    const plugin = (type: string): object => ({
      $defs: { route: { type } },
      properties: { routes: { items: { $ref: '#/$defs/route' } } },
    });
    expect(resolveReferences({ properties: { imap: plugin('string'), webhooks: plugin('object') } })).toEqual(
      {
        properties: {
          imap: { properties: { routes: { items: { $ref: '#/definitions/route' } } } },
          webhooks: { properties: { routes: { items: { $ref: '#/definitions/route2' } } } },
        },
        definitions: { route: { type: 'string' }, route2: { type: 'object' } },
      },
    );
  });

  test('follows references inside definitions, also to themselves', () => {
    const tree = {
      properties: { children: { items: { $ref: '#/$defs/tree' } }, tag: { $ref: '#/$defs/tag' } },
    };
    expect(
      resolveReferences({
        $defs: { tree, tag: { type: 'string' } },
        properties: { a: { $ref: '#/$defs/tree' } },
      }),
    ).toEqual({
      properties: { a: { $ref: '#/definitions/tree' } },
      definitions: {
        tree: {
          properties: {
            children: { items: { $ref: '#/definitions/tree' } },
            tag: { $ref: '#/definitions/tag' },
          },
        },
        tag: { type: 'string' },
      },
    });
  });

  test('moves the target of any other pointer, escapes and indexes included', () => {
    expect(
      resolveReferences({
        properties: {
          'a/b': { anyOf: [{ type: 'null' }, { type: 'string' }] },
          c: { $ref: '#/properties/a~1b/anyOf/1' },
        },
      }),
    ).toMatchObject({
      properties: { c: { $ref: '#/definitions/1' } },
      definitions: { 1: { type: 'string' } },
    });
  });

  test('does not mistake a property called definitions or $ref for the keyword', () => {
    const schema = { properties: { definitions: { type: 'object' }, $ref: { type: 'string' } } };
    expect(resolveReferences(schema)).toEqual(schema);
  });

  test.each(['#/$defs/gone', 'https://example.com/schema.json'])('lets %s permit everything', ($ref) => {
    expect(resolveReferences({ properties: { a: { title: 'A', $ref } } })).toEqual({
      properties: { a: { title: 'A' } },
    });
  });

  test('keeps a reference to the root', () => {
    const schema = { properties: { child: { $ref: '#' } } };
    expect(resolveReferences(schema)).toEqual(schema);
  });
});
