import { setTimeout as delay } from 'node:timers/promises';

/** A question that is not answered by then is asked again. */
const attemptMs = 3_000;
const pauseMs = 300;

/**
 * Whether something answers HTTP at the address, asked until it does or time is up. Whatever it answers counts: gateways
 * before 2026.3.1 have no `/healthz`, and one that still starts answers 503.
 * @param origin E.g. `http://127.0.0.1:3000`.
 * @throws The reason of the signal when it is aborted.
 */
export async function answersHttp(origin: string, deadlineMs: number, signal: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + deadlineMs;
  do {
    const attempt = AbortSignal.any([signal, AbortSignal.timeout(attemptMs)]);
    try {
      const reply = await fetch(`${origin}/healthz`, { signal: attempt, redirect: 'manual' });
      await reply.body?.cancel();
      return true;
    } catch {
      signal.throwIfAborted();
    }
    await delay(pauseMs, undefined, { signal });
  } while (Date.now() < deadline);
  return false;
}
