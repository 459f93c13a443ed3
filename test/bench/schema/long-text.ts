import type { JsonObject } from './corpus/sample.ts';
import { channelBlocks } from './corpus/channel-blocks.ts';

const lines = 2000;

/** A valid configuration of 2,000 lines: every channel, and as many agents as it takes. */
export function longText(): string {
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
