import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSON5 from 'json5';
import { isObject, type Sample } from './sample.ts';

const folder = join(import.meta.dirname, '../../../../node_modules/openclaw/docs');

const block = /^([ \t]*)```json5?c?[^\n]*\n([\s\S]*?)```/gm;

/** What a block can only hold when it lies beside the right files. */
const needsFiles = /\$include|\bsource['"]?:\s*['"]exec['"]/;

/**
 * Whole configurations that the documentation of the pinned OpenClaw shows, which is what people copy: every so many of
 * those that have only sections of the root. Every other one is rewritten as JSON, for readers that know no JSON5.
 *
 * @param sections The names that the root knows.
 */
export function documentationSamples(sections: ReadonlySet<string>, every: number): Sample[] {
  const texts = new Map<string, string>();
  for (const file of globSync('**/*.md', { cwd: folder }).toSorted()) {
    for (const text of configurationsIn(readFileSync(join(folder, file), 'utf8'), sections)) {
      if (!texts.has(text)) texts.set(text, file);
    }
  }
  return [...texts]
    .filter((_, index) => index % every === 0)
    .map(([text, file], index) => ({
      name: `documentation: ${file.replaceAll('\\', '/')} (${index})`,
      text: index % 2 === 0 ? text : JSON.stringify(JSON5.parse(text), undefined, 2),
      expected: undefined,
    }));
}

function configurationsIn(markdown: string, sections: ReadonlySet<string>): string[] {
  return [...markdown.matchAll(block)]
    .map(([, indent = '', text = '']) => text.replaceAll(`\n${indent}`, '\n').replace(indent, ''))
    .filter((text) => !needsFiles.test(text) && isConfiguration(text, sections));
}

function isConfiguration(text: string, sections: ReadonlySet<string>): boolean {
  const value = tryParse(text);
  return (
    isObject(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => sections.has(key))
  );
}

function tryParse(text: string): unknown {
  try {
    return JSON5.parse(text);
  } catch {
    return undefined;
  }
}
