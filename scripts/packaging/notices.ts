import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package whose code or text is passed on, with the words that its licence wants passed on too. */
export interface Notice {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

const packageFolder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/**
 * The folders of the packages that a bundle is made of, sorted.
 * @param inputs The input files of esbuild's metafile, relative to the project.
 */
export function packageFolders(inputs: readonly string[]): string[] {
  const folders = inputs.map((input) => packageFolder.exec(input)?.[1]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

/**
 * Reads the licence of an installed package.
 * @throws Error when the package has no licence file and its licence is none whose words are known.
 */
export function readNotice(folder: string): Notice {
  const manifest: PackageManifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const { name, version, license } = manifest;
  return { name, version, license, text: texts.join('\n\n') || wordsOf(manifest) };
}

interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly author?: string | { readonly name: string };
}

/** Some packages, Microsoft's among them, are published without a licence file. */
function wordsOf({ name, license, author }: PackageManifest): string {
  const holder = typeof author === 'string' ? author : author?.name;
  const text = license === 'MIT' ? mit : license === 'Apache-2.0' ? apache() : undefined;
  if (!text || !holder) throw new Error(`The licence of ${name} (${license}) has no text.`);
  return `Copyright (c) ${holder}\n\n${text}`;
}

/** TypeScript, without which nothing here is built, has the same licence and its words. */
function apache(): string {
  const file = join(import.meta.dirname, '../../node_modules/typescript/LICENSE.txt');
  return readFileSync(file, 'utf8').trim();
}

/** The text of `THIRD-PARTY-NOTICES.txt`. */
export function formatNotices(notices: readonly Notice[]): string {
  const line = '-'.repeat(80);
  const sections = notices.map(
    ({ name, version, license, text }) => `${line}\n${name} ${version} (${license})\n${line}\n\n${text}\n`,
  );
  return `This extension contains work of others, under these licences.\n\n${sections.join('\n')}`;
}

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
