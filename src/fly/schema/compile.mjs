import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import AjvJtd from 'ajv/dist/jtd.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import * as prettier from 'prettier';
import * as schemas from './schemas.ts';

const folder = new URL('../generated/', import.meta.url);
const notice = '// Made from src/fly/schema/schemas.ts by src/fly/schema/compile.mjs. Do not edit.\n';

/**
 * Compiles the schemas into plain code, so that the extension ships no schema compiler.
 * @returns The files of src/fly/generated: name to text.
 */
export async function compileValidators() {
  const names = Object.keys(schemas);
  const ajv = new AjvJtd.default({ code: { source: true, esm: true, optimize: 2 } });
  for (const name of names) ajv.addSchema(schemas[name], name);
  const code = standaloneCode.default(ajv, Object.fromEntries(names.map((name) => [name, name])));
  return {
    'validators.mjs': await format(code.replace('"use strict";', notice), 'babel'),
    'validators.d.mts': await format(`${notice}${declarations(names)}`, 'typescript'),
  };
}

function declarations(names) {
  const validators = names.map(
    (name) => `export const ${name}: Validator<JTDDataType<typeof schemas.${name}>>;`,
  );
  return `
import type { JTDDataType } from 'ajv/dist/jtd.js';
import type * as schemas from '../schema/schemas.ts';
import type { Validator } from '../parse.ts';

${validators.join('\n')}
`;
}

async function format(text, parser) {
  const config = await prettier.resolveConfig(fileURLToPath(import.meta.url));
  return prettier.format(text, { ...config, parser });
}

/** @returns The names of the files in src/fly/generated that are not what the schemas say. */
export async function outdatedValidators() {
  const files = Object.entries(await compileValidators());
  const states = await Promise.all(
    files.map(
      async ([name, text]) => (await readFile(new URL(name, folder), 'utf8').catch(() => '')) !== text,
    ),
  );
  return files.filter((_, index) => states[index]).map(([name]) => name);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [name, text] of Object.entries(await compileValidators())) {
    await writeFile(new URL(name, folder), text);
  }
}
