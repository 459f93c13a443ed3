import { setTimeout as sleep } from 'node:timers/promises';
import { Failure, type FailureKind, toFailure } from '../core/errors.ts';
import { explain } from '../core/explain.ts';
import type { Health } from './health.ts';

/** What a machine that is just being restarted answers; waiting helps. */
const passing: ReadonlySet<FailureKind> = new Set([
  'noStartedMachine',
  'notFound',
  'tunnel',
  'unproven',
  'offline',
  'timeout',
  'rateLimited',
  'leaseHeld',
  'failed',
]);

/** Whether a failure is one that a restart explains, so that the same may succeed a little later. */
export function mayPass(failure: Failure): boolean {
  return passing.has(failure.kind);
}

/** Time, so that tests need none. */
export interface Clock {
  /** Milliseconds since any fixed moment. */
  now(): number;
  delay(ms: number, signal: AbortSignal | undefined): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  delay: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}),
};

export interface WaitOptions {
  /** Milliseconds until it gives up; five minutes when left out, since a cold start can take four. */
  readonly deadlineMs?: number;
  /** Milliseconds between the end of one probe and the next; three seconds when left out. */
  readonly intervalMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** Told the first health and every one that differs from the one before. */
  readonly onState?: (health: Health) => void;
  /** Asked after each probe that was not ready: whether it is known that waiting will not help. */
  readonly isHopeless?: (health: Health) => boolean;
  readonly clock?: Clock;
}

/**
 * Waits patiently until a gateway is ready. Failures that a restart explains count as not yet.
 * @returns The health that ended it: ready, or another one that `isHopeless`.
 * @throws Failure `timeout` with the last detail when the deadline passes; `cancelled`; any failure that waiting does
 * not cure.
 */
export async function waitUntilReady(
  probeOnce: () => Promise<Health>,
  options: WaitOptions = {},
): Promise<Health> {
  const { deadlineMs = 300_000, intervalMs = 3_000, signal, onState, clock = systemClock } = options;
  const { isHopeless = () => false } = options;
  const startedAt = clock.now();
  let told: string | undefined;
  for (;;) {
    if (signal?.aborted) throw new Failure('cancelled');
    const health = await probePatiently(probeOnce);
    const key = `${health.state} ${health.detail}`;
    if (key !== told) onState?.(health);
    told = key;
    if (health.state === 'ready' || isHopeless(health)) return health;
    if (clock.now() - startedAt + intervalMs > deadlineMs) {
      throw new Failure('timeout', { detail: health.detail, facts: { afterMs: deadlineMs } });
    }
    await pause(clock, intervalMs, signal);
  }
}

async function probePatiently(probeOnce: () => Promise<Health>): Promise<Health> {
  try {
    return await probeOnce();
  } catch (error) {
    const failure = toFailure(error);
    if (!mayPass(failure)) throw failure;
    return { state: 'down', detail: explain(failure).sentence, failing: [] };
  }
}

/** @throws Failure `cancelled` when it is ended before its time. */
export async function pause(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await clock.delay(ms, signal);
  } catch (error) {
    throw toFailure(error);
  }
}
