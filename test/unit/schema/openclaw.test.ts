import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { normaliseSchema } from '../../../src/gateway/schema/normalise.ts';
import { isNode, type SchemaNode } from '../../../src/gateway/schema/schemaNode.ts';
import { including, invalid, valid } from './configurations.ts';
import { Openclaw } from './openclaw.ts';
import { ajvValidator, vscodeValidator, type Validator } from './validators.ts';

describe('the schema of the pinned OpenClaw', () => {
  let openclaw: Openclaw;
  let published: unknown;
  let schema: SchemaNode;
  let validators: readonly Validator[];

  beforeAll(async () => {
    openclaw = await Openclaw.create();
    published = await openclaw.schema();
    schema = normaliseSchema(published);
    const vscode = await vscodeValidator(schema);
    validators = [ajvValidator(schema), ...(vscode ? [vscode] : [])];
  }, 60_000);

  afterAll(() => openclaw[Symbol.asyncDispose]());

  const errors = async (text: string): Promise<string[]> =>
    (await Promise.all(validators.map((validate) => validate(text)))).flat();

  test.each([...valid, ...including])('accepts $name', async ({ text }) => {
    expect(await errors(text)).toEqual([]);
  });

  test.each(invalid)('reports $name', async ({ text }) => {
    for (const validate of validators) expect(await validate(text)).not.toEqual([]);
  });

  test.each([valid[3], valid[4], valid[11], valid[13]])(
    'accepts what OpenClaw accepts: $name',
    async (configuration) => {
      expect(await openclaw.accepts(configuration?.text ?? '')).toBe(true);
    },
    30_000,
  );

  test.each([invalid[1], invalid[11]])(
    'refuses what OpenClaw refuses: $name',
    async (configuration) => {
      expect(await openclaw.accepts(configuration?.text ?? '')).toBe(false);
    },
    30_000,
  );

  test('has no reference that leads nowhere', () => {
    const definitions = isNode(schema['definitions']) ? schema['definitions'] : {};
    const targets = new Set(Object.keys(definitions).map((name) => `#/definitions/${name}`));
    const references = JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/g);
    expect([...references].filter(([, reference = '']) => !targets.has(reference))).toEqual([]);
  });

  test('stays small enough for the editor, and the same', () => {
    const text = JSON.stringify(schema);
    expect(text.length).toBeLessThan(520_000);
    expect(JSON.stringify(normaliseSchema(published))).toBe(text);
  });

  test('keeps the documentation of keys', () => {
    expect(JSON.stringify(schema)).toContain('Network bind profile');
  });
});
