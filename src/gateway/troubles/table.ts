import { stripVTControlCharacters } from 'node:util';
import { accessTroubles } from './access.ts';
import { configTroubles } from './config.ts';
import { lockTroubles } from './locks.ts';
import { machineTroubles } from './machine.ts';
import { platformTroubles } from './platform.ts';
import { runningTroubles } from './running.ts';
import type { Trouble } from './trouble.ts';

/** All that is known of the lines of logs. The first that matches tells: what is special comes before what is general. */
export const troubles: readonly Trouble[] = [
  ...configTroubles,
  ...machineTroubles,
  ...lockTroubles,
  ...accessTroubles,
  ...runningTroubles,
  ...platformTroubles,
];

/**
 * The source of one pattern for all that a gateway says, for the log files on the machine: the argument PATTERN of
 * `gateway_log`.
 */
export const gatewayTroublePattern = troubles
  .filter(({ speaker }) => speaker === 'gateway')
  .map(({ pattern }) => pattern.source)
  .join('|');

/** The time and the part of OpenClaw, which lines have on the console and not in its log files. */
const prefix = /^(?:\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d) |\d\d:\d\d:\d\d )?(?:\[[a-z][\w/-]*\] )?/;

/** What a line says, without colours, its time and the part of OpenClaw that says it. */
export function wordsOf(line: string): string {
  return stripVTControlCharacters(line).replace(prefix, '').trim();
}

/** What a line of a log, of the gateway or of the platform, means; nothing when it is not known. */
export function matchTrouble(line: string): Trouble | undefined {
  const words = wordsOf(line);
  return troubles.find(({ pattern }) => pattern.test(words));
}
