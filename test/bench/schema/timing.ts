import type { Editor } from '../../unit/schema/validators.ts';
import { median, percentile95 } from '../figures.ts';
import type { Judge } from './compare.ts';
import { longText } from './long-text.ts';

/** Every so many lines, completion is asked for. */
const everyLine = 25;

const repetitions = 9;

export interface Times {
  /** From the request to the list, document parsed each time: what 95 of 100 requests stay below. */
  readonly complete_p95_ms: number;
  /** What every change costs: the JSON service and `checkConfig`, document parsed each time. The middle one of several. */
  readonly validate_2000_lines_ms: number;
}

/** Measures VS Code's JSON language service with the bundled schema, and the check, on a configuration of 2,000 lines. */
export async function measure(editor: Editor, check: Judge): Promise<Times> {
  const validate_2000_lines_ms = await validationTime(editor, check);
  await editor.completions('|');
  return { complete_p95_ms: await completionTime(editor, longText()), validate_2000_lines_ms };
}

/** What every change of a configuration of 2,000 lines costs, in milliseconds; see `Times`. */
export async function validationTime(editor: Editor, check: Judge): Promise<number> {
  const text = longText();
  const validate = async (): Promise<void> => {
    await editor.validate(text);
    await check.judge(text);
  };
  // Schemas are prepared when they are first used.
  await validate();
  return median(await times(repetitions, validate));
}

async function completionTime(editor: Editor, text: string): Promise<number> {
  const all = text.split('\n');
  const taken: number[] = [];
  for (let line = 1; line < all.length - 1; line += everyLine) {
    const marked = [...all.slice(0, line), '|', ...all.slice(line)].join('\n');
    taken.push(...(await times(1, () => editor.completions(marked))));
  }
  return percentile95(taken);
}

async function times(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return taken;
}
