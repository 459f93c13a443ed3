import * as l10n from '@vscode/l10n';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { root } from '../../../scripts/lib/project.mjs';
import { keyProblems, namesIn, sourceProblems, translationProblems } from '../../../scripts/l10n/problems.ts';
import { shippedTexts, textsOf } from '../../../scripts/l10n/texts.ts';
import { Failure } from '../../../src/core/errors.ts';
import { explain } from '../../../src/core/explain.ts';

describe('textsOf', () => {
  test('has the texts of both functions, each once, sorted', () => {
    const code = `
      const a = () => [l10n.t('Stop'), l10n.t("It's {0}", x), vscode.l10n.t(\`Start\`), l10n.t('Stop')];
      other.t('No');
      t('No');
    `;
    expect(textsOf('a.ts', code)).toEqual({ texts: ["It's {0}", 'Start', 'Stop'], problems: [] });
  });

  test('reports what is not a literal', () => {
    const code = 'const f = () => {\n  l10n.t(text);\n  l10n.t(`of ${x}`);\n};';
    expect(textsOf('a.ts', code).problems).toEqual([
      'a.ts:2: Only a literal can be translated.',
      'a.ts:3: Only a literal can be translated.',
    ]);
  });

  test('reports placeholders without a value and values without a placeholder', () => {
    const code = `function f() {
      l10n.t('{0} of {1}, {0}', a, b); l10n.t('{name}', { name }); l10n.t('{0} {1}', ...all);
      l10n.t('{0} of {1}', a);
      l10n.t('All', a);
    }`;
    expect(textsOf('a.ts', code).problems).toEqual([
      'a.ts:3: Placeholders: 2, values: 1.',
      'a.ts:4: Placeholders: 0, values: 1.',
    ]);
  });

  test('reports texts that the library makes before it has a language', () => {
    const code = `const early = [l10n.t('A')];
      class C { static early = l10n.t('B'); late = l10n.t('C'); }
      const late = { get text() { return l10n.t('D'); } };
      const known = vscode.l10n.t('E');`;
    expect(textsOf('a.ts', code).problems).toEqual([
      'a.ts:1: The text is made before the language is known.',
      'a.ts:2: The text is made before the language is known.',
    ]);
  });
});

describe('translationProblems', () => {
  test('finds nothing wrong with a complete translation', () => {
    const source = { a: 'Stop {0} of {1}', b: '[Log in](command:x) with `fly`' };
    const translation = { a: '{1} の {0} を停止', b: '`fly` で[ログイン](command:x)' };
    expect(translationProblems('ja', source, translation)).toEqual([]);
  });

  test('reports what is missing, empty and unused', () => {
    expect(translationProblems('ja', { a: 'A', b: 'B' }, { b: '', c: 'い' })).toEqual([
      'ja lacks "a".',
      'ja lacks "b".',
      'ja has "c", which nothing uses.',
    ]);
  });

  test.each([
    ['{0} of {1}', '{0}'],
    ['{0}', '{0} {1}'],
    ['[a](command:a)', '[a](command:b)'],
    ['`fly`', 'fly'],
    ['$(check) Fine', '$(x) 正常'],
  ])('reports that %j became %j', (english, translated) => {
    expect(translationProblems('ja', { a: english }, { a: translated })).toEqual([
      `ja: ${JSON.stringify(translated)} has other placeholders, links, code or icons than its English.`,
    ]);
  });
});

test('keyProblems tells what is missing and what nothing uses', () => {
  expect(keyProblems('en', ['a', 'b'], { a: 'A', c: 'C' })).toEqual([
    'en lacks "b".',
    'en has "c", which nothing uses.',
  ]);
});

test('sourceProblems tells which English is not its own key', () => {
  expect(sourceProblems('en', { a: 'a', b: 'c' })).toEqual(['en has another text for "b".']);
});

test('namesIn finds the names of texts anywhere in a manifest', () => {
  const manifest = {
    name: 'x',
    displayName: '%title%',
    commands: [{ title: '%a.b%' }, { title: '%a.b%' }],
    order: 1,
  };
  expect(namesIn(manifest)).toEqual(['title', 'a.b']);
});

describe('Japanese', () => {
  const english = read('l10n/bundle.l10n.json');
  const japanese = read('l10n/bundle.l10n.ja.json');

  test('has every text of the code; `npm run l10n` collects them', () => {
    const { texts, problems } = shippedTexts(root);
    expect([
      ...problems,
      ...keyProblems('bundle.l10n.json', texts, english),
      ...sourceProblems('bundle.l10n.json', english),
      ...translationProblems('bundle.l10n.ja.json', english, japanese),
    ]).toEqual([]);
  });

  test('has every text of the manifest', () => {
    const names = read('package.nls.json');
    expect([
      ...keyProblems('package.nls.json', namesIn(read('package.json')), names),
      ...translationProblems('package.nls.ja.json', names, read('package.nls.ja.json')),
    ]).toEqual([]);
  });

  test('is what a failure is explained in, with its names', () => {
    l10n.config({ contents: japanese });
    onTestFinished(() => l10n.config({ contents: {} }));
    const facts = { app: 'my-openclaw', machine: 'e148' };
    expect(explain(new Failure('noStartedMachine', { facts })).sentence).toBe(
      'my-openclaw の e148 は起動していないため、何も実行できません。最初に起動してください。',
    );
  });
});

/** @param file Relative to the project. */
function read(file: string): Record<string, string> {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}
