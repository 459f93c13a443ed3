/**
 * Collects the texts of the code: `npm run l10n`. Writes the English ones to `l10n/bundle.l10n.json`, drops translations
 * that nothing uses, and says what is still to be translated.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/project.mjs';
import { keyProblems, namesIn, translationProblems } from './l10n/problems.ts';
import { shippedTexts } from './l10n/texts.ts';

const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

const write = (file, entries) =>
  writeFileSync(join(root, file), `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`);

const { texts, problems } = shippedTexts(root);
const english = Object.fromEntries(texts.map((text) => [text, text]));
write('l10n/bundle.l10n.json', Object.entries(english));
for (const file of globSync('l10n/bundle.l10n.*.json', { cwd: root })) {
  const translation = read(file);
  write(
    file,
    texts.filter((text) => translation[text]).map((text) => [text, translation[text]]),
  );
  problems.push(...translationProblems(file, english, read(file)));
}

const names = read('package.nls.json');
problems.push(...keyProblems('package.nls.json', namesIn(read('package.json')), names));
for (const file of globSync('package.nls.*.json', { cwd: root })) {
  problems.push(...translationProblems(file, names, read(file)));
}
for (const problem of problems) console.error(problem);
console.log(`${texts.length} texts in the code, ${Object.keys(names).length} in the manifest`);
if (problems.length > 0) process.exitCode = 1;
