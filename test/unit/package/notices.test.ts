import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatNotices, packageFolders, readNotice } from '../../../scripts/packaging/notices.ts';

describe('packageFolders', () => {
  test('are the innermost packages of the files, sorted, each once', () => {
    expect(
      packageFolders([
        'src/extension.ts',
        'node_modules/execa/lib/a.js',
        'node_modules/execa/lib/b.js',
        'node_modules/@vscode/l10n/dist/main.js',
        'node_modules/execa/node_modules/figures/index.js',
      ]),
    ).toEqual(['node_modules/@vscode/l10n', 'node_modules/execa', 'node_modules/execa/node_modules/figures']);
  });
});

describe('readNotice', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'notices-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (file: string, content: object | string): void =>
    writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));

  test('has every licence file, whatever its spelling', () => {
    write('package.json', { name: 'a', version: '1.0.0', license: 'CC-BY-4.0' });
    write('LICENSE', 'First.\n');
    write('licence-code.txt', 'Second.\n');
    write('index.js', 'no');
    expect(readNotice(folder)).toEqual({
      name: 'a',
      version: '1.0.0',
      license: 'CC-BY-4.0',
      text: 'First.\n\nSecond.',
    });
  });

  test.each(['Microsoft', { name: 'Microsoft' }])(
    'writes out the MIT licence of a package without a file: %j',
    (author) => {
      write('package.json', { name: 'a', version: '1.0.0', license: 'MIT', author });
      expect(readNotice(folder).text).toMatch(/^Copyright \(c\) Microsoft\n\nPermission is hereby granted/);
    },
  );

  test('has the words of the Apache licence of a package without a file', () => {
    write('package.json', { name: 'a', version: '1.0.0', license: 'Apache-2.0', author: 'B' });
    expect(readNotice(folder).text).toMatch(/^Copyright \(c\) B\n\nApache License\s+Version 2\.0/);
  });

  test('refuses a package whose licence has no text', () => {
    write('package.json', { name: 'a', version: '1.0.0', license: 'BSD-3-Clause', author: 'B' });
    expect(() => readNotice(folder)).toThrow('The licence of a (BSD-3-Clause) has no text.');
  });
});

test('formatNotices names each package above its licence', () => {
  const text = formatNotices([
    { name: 'a', version: '1.0.0', license: 'MIT', text: 'Words of a.' },
    { name: 'b', version: '2.0.0', license: 'ISC', text: 'Words of b.' },
  ]);
  expect(text).toMatch(/a 1\.0\.0 \(MIT\)\n-+\n\nWords of a\.\n\n-+\nb 2\.0\.0 \(ISC\)\n-+\n\nWords of b\./);
});
