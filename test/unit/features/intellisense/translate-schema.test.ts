import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../../scripts/lib/project.mjs';
import { textsOf } from '../../../../scripts/l10n/texts.ts';
import { translateSchema } from '../../../../src/features/intellisense/translate-schema.ts';

const texts = { Agent: 'エージェント', 'A secret.': 'シークレットです。', none: 'なし' };

test('what is said in a schema is translated by paragraphs, and nothing else', () => {
  const schema = {
    properties: {
      label: { enum: ['none'], default: 'none', description: 'How it signs in.\n\nA secret.' },
      description: { const: 'Agent', deprecationMessage: 'A secret.' },
    },
    defaultSnippets: [{ label: 'Agent', description: 'Its own.', body: { kind: 'Agent' } }],
  };
  expect(JSON.parse(translateSchema(JSON.stringify(schema), texts))).toEqual({
    properties: {
      label: { enum: ['none'], default: 'none', description: 'How it signs in.\n\nシークレットです。' },
      description: { const: 'Agent', deprecationMessage: 'シークレットです。' },
    },
    defaultSnippets: [{ label: 'エージェント', description: 'Its own.', body: { kind: 'Agent' } }],
  });
});

test('the texts of schemas have no placeholders, by which they could not be found', () => {
  const files = globSync('src/gateway/schema/*.ts', { cwd: root });
  const all = files.flatMap((file) => textsOf(file, readFileSync(join(root, file), 'utf8')).texts);
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter((text) => /\{\d+\}/.test(text))).toEqual([]);
});
