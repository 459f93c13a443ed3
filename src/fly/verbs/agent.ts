import type { Verb } from '../flyctl.ts';
import { changeMs } from './deadlines.ts';

/** Ends flyctl's background agent and starts another; all connections that went through it end. */
export function restartAgent(): Verb<void> {
  return {
    args: ['agent', 'restart'],
    kind: 'write',
    lane: 'agent',
    deadlineMs: changeMs,
    parse: () => undefined,
  };
}
