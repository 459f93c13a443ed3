/**
 * The check of an `openclaw.json` without VS Code: `node dist/check.mjs FILE`, or `checkConfig` for other programs.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkWith } from './gateway/check/check.ts';
import type { Finding } from './gateway/check/finding.ts';
import { isNode, type SchemaNode } from './gateway/schema/schemaNode.ts';

export type { Finding } from './gateway/check/finding.ts';

/** What the process ends with. */
const exitCodes = { fine: 0, errors: 1, usage: 2 };

let bundledSchema: SchemaNode | undefined;

/**
 * Judges a configuration by the schema that comes with this program, made of the OpenClaw that it was built with, and by
 * everything that needs no deployment.
 *
 * @param text The content of an `openclaw.json`.
 * @returns What is wrong or worth knowing, in the order of the text. An `error` is what the gateway refuses.
 * @throws Error when the schema is missing or cannot be read.
 */
export async function checkConfig(text: string): Promise<readonly Finding[]> {
  return checkWith({ text, schema: (bundledSchema ??= readSchema()), schemaIsOwn: true });
}

/** The source and the built program are both beside the folder of schemas. */
function readSchema(): SchemaNode {
  const file = new URL('../schemas/openclaw.schema.json', import.meta.url);
  const schema: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isNode(schema)) throw new Error(`${fileURLToPath(file)} is not a schema.`);
  return schema;
}

async function main(): Promise<number> {
  const options = { json: { type: 'boolean' } } as const;
  let file: string | undefined;
  let json: boolean | undefined;
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options });
    [file, json] = [positionals.length === 1 ? positionals[0] : undefined, values.json];
  } catch {
    file = undefined;
  }
  if (file === undefined) return fail('Usage: node check.mjs FILE [--json]');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
  const findings = await checkConfig(text);
  const lines = json
    ? [JSON.stringify(findings, undefined, 2)]
    : findings.map((finding) => lineOf(file, finding));
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return findings.some(({ severity }) => severity === 'error') ? exitCodes.errors : exitCodes.fine;
}

function lineOf(file: string, { range, severity, code, message }: Finding): string {
  const { line, character } = range.start;
  return `${file}:${line + 1}:${character + 1} ${severity} ${code} ${message}`;
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return exitCodes.usage;
}

function isProgram(): boolean {
  const [, program] = process.argv;
  return (
    program !== undefined && existsSync(program) && realpathSync(program) === fileURLToPath(import.meta.url)
  );
}

if (isProgram()) process.exitCode = await main();
