import type { Connection } from './session-transport.ts';
import type { Random } from './random.ts';
import type { Subject } from './subject.ts';

/** What one push meets. */
export interface Circumstances {
  /** What becomes of the connection of the push, for subjects that are reached without flyctl. */
  readonly connection?: Connection;
  /** What becomes of the connection with which the machine is asked afterwards. */
  readonly nextConnection?: Connection;
  /** Shell commands that take the place of a tool on the machine. */
  readonly tool?: ToolFault;
  /** Another writer of the file, so many milliseconds after the push began. */
  readonly writer?: { readonly ms: number; readonly how: 'rename' | 'in place' | 'rewrite' };
  /** The user cancels, so many milliseconds after the push began. */
  readonly cancelMs?: number;
  readonly deadlineMs?: number;
  /** What the machine's OpenClaw is to make of the new file. */
  readonly verdict?: 'passed' | 'rejected' | 'crash' | 'noise';
  /** Whether it is possible that nobody can ask the machine what became of the push. */
  readonly unreachable?: boolean;
  /** Happens before, during and after the push. */
  readonly before?: () => Promise<void>;
  readonly during?: () => Promise<void>;
  readonly after?: () => Promise<void>;
}

/** A tool of the machine that does something else when it is called for the n-th time, counted from 1. */
export interface ToolFault {
  readonly tool: string;
  readonly call: number;
  /** A shell command, after which the tool runs as ever unless it exits. */
  readonly action: string;
  /** What another writer puts into the file with it. */
  readonly foreign?: string;
}

/** One thing that can go wrong. */
export interface Fault {
  readonly name: string;
  /** How often it happens, compared with the others. */
  readonly weight: number;
  meet(random: Random, subject: Subject): Circumstances;
}

/** A fault by its weight. */
export function pickFault(faults: readonly Fault[], random: Random): Fault {
  return random.pick(faults.flatMap((fault) => Array.from({ length: fault.weight }, () => fault)));
}

/** A moment of a push, which takes from 40 ms to a second, depending on what else the computer does: in milliseconds. */
export function moment(random: Random): number {
  return random.below(random.pick([30, 100, 300]));
}
