import type { OwnerLease } from './lease.ts';
import type { StartGuards } from './start-guards.ts';
import { type Clock, pause, systemClock } from './wait-until-ready.ts';

interface LeaseWaitOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told the milliseconds that are left, once a second. */
  readonly onRemaining?: (ms: number) => void;
  readonly clock?: Clock;
}

const secondMs = 1_000;

/**
 * Waits until the lease that blocks a gateway has ended, then looks again.
 * @param read Finds nothing when the machine has stopped meanwhile, as one does whose gateway the lease refused too often.
 * @returns What was found then; `renewed` when the lease goes on, because the gateway whose it is runs.
 * @throws Failure `cancelled`; any failure of `read`.
 */
export async function waitForLease(
  { lease, leftMs }: NonNullable<StartGuards['blocking']>,
  read: () => Promise<StartGuards | undefined>,
  { signal, onRemaining, clock = systemClock }: LeaseWaitOptions = {},
): Promise<{ readonly guards: StartGuards | undefined; readonly renewed?: OwnerLease }> {
  // OpenClaw compares with its clock in milliseconds, and the machine told us its own in seconds.
  const endsAt = clock.now() + leftMs + secondMs;
  for (let left = endsAt - clock.now(); left > 0; left = endsAt - clock.now()) {
    onRemaining?.(left);
    await pause(clock, Math.min(left, secondMs), signal);
  }
  const guards = await read();
  const now = guards?.blocking?.lease;
  return { guards, ...(now && now.expiresAtMs > lease.expiresAtMs && { renewed: now }) };
}
