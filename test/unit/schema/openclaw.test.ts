import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { normaliseSchema } from '../../../src/gateway/schema/normalise.ts';
import { isNode, type SchemaNode } from '../../../src/gateway/schema/schemaNode.ts';
import { including, invalid, valid } from './configurations.ts';
import { Openclaw } from './openclaw.ts';
import { Guide } from '../../bench/schema/corpus/guide.ts';
import { corpus } from '../../bench/schema/corpus/index.ts';
import { ajvValidator, Editor, expand, type Validator } from './validators.ts';

describe('the schema of the pinned OpenClaw', () => {
  let openclaw: Openclaw;
  let published: unknown;
  let schema: SchemaNode;
  let editor: Editor;
  let validators: readonly Validator[];

  beforeAll(async () => {
    openclaw = await Openclaw.create();
    published = await openclaw.schema();
    schema = normaliseSchema(published);
    editor = new Editor(schema);
    validators = [ajvValidator(schema), editor.validate];
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

  test.each(valid.filter(({ askOpenclaw }) => askOpenclaw))(
    'accepts what OpenClaw accepts: $name',
    async ({ text }) => {
      expect(await openclaw.verdict(text)).toMatchObject({ valid: true });
    },
    30_000,
  );

  test.each(invalid.filter(({ askOpenclaw }) => askOpenclaw))(
    'refuses what OpenClaw refuses: $name',
    async ({ text }) => {
      expect(await openclaw.verdict(text)).toMatchObject({ valid: false });
    },
    30_000,
  );

  test.each([
    ['{ "gateway": { "bind": | } }', ['"auto"', '"lan"', '"loopback"', '"custom"', '"tailnet"']],
    ['{ "agents": { "defaults": { "fastModeDefault": | } } }', ['true', 'false', '"auto"']],
    ['{ "agents": { | } }', ['defaults', 'entries', 'ownership']],
    ['{ "gateway": { "auth": { "token": { | } } } }', ['source', 'provider', 'id']],
  ])('offers in %s what can stand there', async (text, expected) => {
    expect([...(await editor.completions(text)).keys()].toSorted()).toEqual(expected.toSorted());
  });

  test('offers starters for an empty file, which OpenClaw accepts as they are', async () => {
    const starters = [...(await editor.completions('|')).values()];
    expect(starters).toHaveLength(5);
    for (const starter of starters) {
      expect(await errors(expand(starter))).toEqual([]);
      expect(await openclaw.verdict(expand(starter))).toEqual({ valid: true, issues: [] });
    }
  }, 60_000);

  test.each([
    ['{ "channels": { | } }', 'discord', '"token": "${DISCORD_BOT_TOKEN}"'],
    ['{ "channels": { "discord": { | } } }', 'allowFrom', '"id"'],
    ['{ "channels": { "discord": { "token": | } } }', '${NAME}', '"${NAME}"'],
    ['{ "gateway": { "auth": { "token": | } } }', '{ source, provider, id }', '"source": "env"'],
    ['{ "agents": { "entries": { "main": | } } }', 'Agent', '"workspace": "/data/workspace"'],
    ['{ "agents": { "defaults": { | } } }', 'model', '"fallbacks": ['],
    ['{ "bindings": [|] }', 'Binding', '"agentId": "main"'],
    ['{ "plugins": { "entries": { | } } }', 'voice-call', '"provider": "ngrok"'],
  ])('offers in %s the block for %s', async (text, label, expected) => {
    const block = expand((await editor.completions(text)).get(label) ?? '');
    expect(block).toContain(expected);
    expect(await errors(text.replace('|', block))).toEqual([]);
  });

  test('offers for every channel a block that OpenClaw accepts', async () => {
    const channels = await editor.completions('{ "channels": { | } }');
    const blocks = [...channels.values()].map(expand).filter((block) => block.includes(': {\n'));
    const text = `{ "channels": { ${blocks.join()} } }`;
    expect(blocks.length).toBeGreaterThan(10);
    expect(await errors(text)).toEqual([]);
    expect(await openclaw.verdict(text)).toEqual({ valid: true, issues: [] });
  }, 30_000);

  test('marks what is secret', () => {
    const guide = new Guide(schema);
    const isSecret = (path: string): boolean =>
      guide.schemasAt(path.split('.')).some((node) => node['secret'] === true);
    expect(isSecret('channels.discord.accounts.ops.token')).toBe(true);
    expect(isSecret('plugins.entries.imap.config.accounts.work.password')).toBe(true);
    expect(isSecret('hooks.token')).toBe(true);
    expect(isSecret('mcp.servers.docs.headers.authorization')).toBe(true);
    expect(isSecret('channels.discord.applicationId')).toBe(false);
    expect(isSecret('gateway.port')).toBe(false);
  });

  test('is compared with OpenClaw on a corpus that is always the same and covers every section and channel', () => {
    const samples = corpus(schema);
    const names = samples.map(({ name }) => name);
    expect(samples.length).toBeGreaterThan(300);
    expect(new Set(names).size).toBe(names.length);
    expect(corpus(schema)).toEqual(samples);
    const guide = new Guide(schema);
    const written = samples.filter(({ expected }) => expected === 'valid').map(({ text }) => text);
    const isCovered = (key: string): boolean => written.some((text) => text.includes(key));
    expect([...guide.sections, ...guide.keysAt(['channels'])].filter((key) => !isCovered(key))).toEqual([]);
  });

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
