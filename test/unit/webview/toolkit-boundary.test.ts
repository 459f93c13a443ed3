import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('only webview/ui/controls.ts knows the deprecated toolkit', () => {
  const sources = globSync('{src,webview}/**/*.{ts,css}').map((path) => path.replaceAll('\\', '/'));
  const importers = sources.filter((path) => /webview-ui-toolkit|fast-(element|foundation)/.test(read(path)));
  expect(importers).toEqual(['webview/ui/controls.ts']);
  const tagUsers = sources.filter((path) =>
    /(?<!-)vscode-(button|text-field|dropdown|checkbox|progress-ring)/.test(read(path)),
  );
  expect(tagUsers).toEqual([]);
});

function read(path: string): string {
  return readFileSync(path, 'utf8');
}
