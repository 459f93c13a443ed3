import type { JsonObject } from './corpus/sample.ts';
import { channelBlocks } from './corpus/channel-blocks.ts';
import type { Editor } from '../../unit/schema/validators.ts';
import { median } from '../figures.ts';
import type { Judge } from './compare.ts';

const lines = 2000;

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
  const text = longText();
  const validate = async (): Promise<void> => {
    await editor.validate(text);
    await check.judge(text);
  };
  // Schemas are prepared when they are first used.
  await validate();
  await editor.completions('|');
  return {
    complete_p95_ms: await completionTime(editor, text),
    validate_2000_lines_ms: median(await times(repetitions, validate)),
  };
}

async function completionTime(editor: Editor, text: string): Promise<number> {
  const all = text.split('\n');
  const taken: number[] = [];
  for (let line = 1; line < all.length - 1; line += everyLine) {
    const marked = [...all.slice(0, line), '|', ...all.slice(line)].join('\n');
    taken.push(...(await times(1, () => editor.completions(marked))));
  }
  const sorted = taken.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
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

/** Every channel, and as many agents as it takes. */
function longText(): string {
  const agents: JsonObject[] = [];
  const written = (): string => JSON.stringify({ channels: channelBlocks, ...roster(agents) }, undefined, 2);
  while (written().split('\n').length < lines) agents.push(agent(agents.length));
  return written();
}

function roster(agents: readonly JsonObject[]): JsonObject {
  const entries = Object.fromEntries(agents.map((entry, index) => [`agent-${index}`, entry]));
  return { agents: { ownership: 'explicit', entries } };
}

function agent(index: number): JsonObject {
  return {
    name: `Agent ${index}`,
    workspace: `/data/agents/${index}`,
    model: {
      primary: 'anthropic/claude-opus-4-6',
      fallbacks: ['openai/gpt-5.4', 'google/gemini-3-flash-preview'],
    },
    heartbeat: { every: '30m', target: 'telegram', activeHours: { start: '08:00', end: '20:00' } },
    tools: { profile: 'coding', deny: ['browser'], exec: { mode: 'ask', timeoutSeconds: 60 } },
  };
}
