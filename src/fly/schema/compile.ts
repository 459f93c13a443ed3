import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Ajv from 'ajv/dist/jtd.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import * as prettier from 'prettier';
import * as schemas from './schemas.ts';

const folder = new URL('../generated/', import.meta.url);
const notice = '// Made from src/fly/schema/schemas.ts by src/fly/schema/compile.ts. Do not edit.\n';

/**
 * Compiles the schemas into plain code, so that the extension ships no schema compiler.
 * @returns The files of src/fly/generated: name and text.
 */
async function compileValidators(): Promise<readonly (readonly [name: string, text: string])[]> {
  const all = Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1));
  const names = all.map(([name]) => name);
  const ajv = new Ajv({ code: { source: true, esm: true, optimize: 2 } });
  for (const [name, schema] of all) ajv.addSchema(schema, name);
  const code = standaloneCode(ajv, Object.fromEntries(names.map((name) => [name, name])));
  return [
    ['validators.mjs', await format(brief(code).replace('"use strict";', notice), 'babel')],
    ['validators.d.mts', await format(notice + declarations(names), 'typescript')],
  ];
}

/** Without the parts of complaints that nobody reads: a third of the code. */
function brief(code: string): string {
  return code.replace(/schemaPath:"[^"]*",keyword:"[^"]*",params:\{[^{}]*\},/g, '');
}

function declarations(names: readonly string[]): string {
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

async function format(text: string, parser: string): Promise<string> {
  const config = await prettier.resolveConfig(fileURLToPath(import.meta.url));
  return prettier.format(text, { ...config, parser });
}

/** Finds the files of src/fly/generated that are not what the schemas say. */
export async function outdatedValidators(): Promise<readonly string[]> {
  const outdated: string[] = [];
  for (const [name, text] of await compileValidators()) {
    const written = await readFile(new URL(name, folder), 'utf8').catch(() => '');
    if (written !== text) outdated.push(name);
  }
  return outdated;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [name, text] of await compileValidators()) await writeFile(new URL(name, folder), text);
}
