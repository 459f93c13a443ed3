import { describe, expect, test } from 'vitest';
import { allowedPatterns, contentProblems, filesNamedBy } from '../../../scripts/packaging/contents.ts';

describe('allowedPatterns', () => {
  test('are the exceptions from "ignore everything"', () => {
    const vscodeignore = '# comment\n**\n!LICENSE\n  !dist/*.js\r\nmedia/icon.svg\n';
    expect(allowedPatterns(vscodeignore)).toEqual(['LICENSE', 'dist/*.js']);
  });
});

describe('filesNamedBy', () => {
  test('finds the paths of files anywhere in a manifest, each once', () => {
    const manifest = {
      name: 'dist',
      main: './dist/extension.js',
      icon: 'media/icon.png',
      l10n: './l10n',
      contributes: {
        jsonValidation: [{ fileMatch: ['openclaw.json'], url: './schemas/openclaw.schema.json' }],
        viewsContainers: { activitybar: [{ icon: 'media/icon.png', order: 1, none: null }] },
      },
      scripts: { start: 'node scripts/start.mjs' },
    };
    expect(filesNamedBy(manifest)).toEqual([
      'dist/extension.js',
      'media/icon.png',
      'schemas/openclaw.schema.json',
    ]);
  });
});

describe('contentProblems', () => {
  const files = ['package.json', 'README.md', 'dist/extension.js', 'l10n/bundle.json'];
  const patterns = ['dist/extension.js', 'l10n/*.json'];

  test('finds nothing wrong with what is allowed', () => {
    expect(contentProblems(files, patterns, ['dist/extension.js'])).toEqual([]);
  });

  test('reports what is not allowed', () => {
    expect(contentProblems([...files, 'l10n/deep/a.json', '.env'], patterns, [])).toEqual([
      'l10n/deep/a.json is packaged but not allowed.',
      '.env is packaged but not allowed.',
    ]);
  });

  test('reports what is missing', () => {
    expect(contentProblems(files, [...patterns, 'LICENSE'], ['media/icon.png'])).toEqual([
      'LICENSE is allowed but not there.',
      'media/icon.png is named in package.json but not packaged.',
    ]);
  });
});
