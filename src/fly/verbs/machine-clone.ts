import type { Verb } from '../flyctl.ts';
import { restartMs } from './deadlines.ts';

/** How the copy differs; what is left out is as with the machine that is copied. */
export interface CloneOptions {
  readonly region?: string;
  /** Fly makes one up when left out. */
  readonly name?: string;
}

/**
 * Makes another machine with the same configuration and starts it. Where volumes are mounted, it gets new ones that are
 * empty (flyctl, internal/command/machine/clone.go). Ends when Fly has accepted it.
 */
export function cloneMachine(app: string, machine: string, { region, name }: CloneOptions = {}): Verb<void> {
  const flags = [...(region ? ['--region', region] : []), ...(name ? ['--name', name] : [])];
  return {
    args: ['machine', 'clone', '-a', app, ...flags, '--detach', machine],
    kind: 'write',
    app,
    machine,
    deadlineMs: restartMs,
    parse: () => undefined,
  };
}
