import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseTree, type ParseError } from 'jsonc-parser';
import { effectiveConfig } from '../../../src/gateway/check/effective.ts';
import { parseDocument } from '../../../src/gateway/check/document.ts';
import type { Finding } from '../../../src/gateway/check/finding.ts';
import { rules } from '../../../src/gateway/check/rules/table.ts';
import type { SchemaNode } from '../../../src/gateway/schema/schemaNode.ts';
import { Editor } from '../../unit/schema/validators.ts';
import type { Judge } from './compare.ts';

const bundle = join(import.meta.dirname, '../../../dist/check.mjs');

/**
 * What a user sees in VS Code: the bundled schema in its JSON language service (the library that VS Code ships, with the
 * settings of its JSON extension for `jsonc`), and the rules. Of syntax, that service reads less than OpenClaw; texts that
 * need JSON5 are therefore left to the rules' own reader and not judged here.
 */
export function editorJudge(schema: SchemaNode): Judge {
  const editor = new Editor(schema);
  return {
    name: 'VS Code + rules',
    async judge(text) {
      if (!isJsonc(text)) return undefined;
      return [...(await editor.validate(text)), ...errorsOf(ruleFindings(text, schema))];
    },
  };
}

/** What guards a push, and the command line: `checkConfig` of `dist/check.mjs`. */
export async function checkJudge(): Promise<Judge> {
  const { checkConfig }: { checkConfig(text: string): Promise<readonly Finding[]> } = await import(
    pathToFileURL(bundle).href
  );
  return { name: 'checkConfig', judge: async (text) => errorsOf(await checkConfig(text)) };
}

function ruleFindings(text: string, schema: SchemaNode): readonly Finding[] {
  const parsed = parseDocument(text);
  if ('finding' in parsed) return [parsed.finding];
  const { document } = parsed;
  const config = effectiveConfig(document.value, { keyedAgents: true });
  return rules.flatMap((rule) => rule({ document, config, schema, deployment: undefined }));
}

function errorsOf(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => `${path || '<root>'}: ${message}`);
}

/** Whether the text is empty of JSON5, or nothing that anybody reads. */
function isJsonc(text: string): boolean {
  const errors: ParseError[] = [];
  parseTree(text, errors, { allowTrailingComma: true });
  return errors.length === 0 || 'finding' in parseDocument(text);
}
