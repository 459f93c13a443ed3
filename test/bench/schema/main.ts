/**
 * Compares what the editor and `checkConfig` say of configurations with what OpenClaw says of them: `npm run bench:schema`
 * prints every disagreement and the figures, `-- --json` one JSON object of the figures and nothing else on standard output.
 * Ends with 1 when a figure is over its limit. OpenClaw takes 2 s for each configuration that it has not judged before.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Editor } from '../../unit/schema/validators.ts';
import { compare } from './compare.ts';
import { corpus } from './corpus/index.ts';
import { checkJudge, editorJudge } from './judges.ts';
import { describe, describeSurprises, figuresOf, isOver } from './report.ts';
import { measure } from './timing.ts';
import { truthOf } from './truth.ts';

const schemaFile = join(import.meta.dirname, '../../../schemas/openclaw.schema.json');

const schemaText = await readFile(schemaFile, 'utf8');
const schema = JSON.parse(schemaText);
const samples = corpus(schema);
const truth = await truthOf(samples, (left) => {
  if (left % 20 === 0) process.stderr.write(`${left} configurations left to ask OpenClaw about\n`);
});
const check = await checkJudge();
const comparisons = [
  await compare(editorJudge(schema), samples, truth),
  await compare(check, samples, truth),
];
const times = await measure(new Editor(schema), check);
const figures = figuresOf(truth, comparisons, times, Buffer.byteLength(schemaText));
const asJson = process.argv.includes('--json');
process.stderr.write(describeSurprises(samples, truth));
process.stdout.write(`${asJson ? JSON.stringify(figures) : describe(figures, comparisons)}\n`);
process.exitCode = isOver(figures) ? 1 : 0;
