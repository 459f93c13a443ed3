import { Failure } from '../../core/errors.ts';
import type { Verb } from '../../fly/flyctl.ts';
import type { Volume } from '../../fly/model.ts';
import { delay } from '../common/abort.ts';
import type { Services } from '../common/services.ts';

/** How long Fly may take until a change of a volume shows. Large ones take their time. */
const settleMs = 10 * 60_000;
const pollMs = 1_000;

/** States in which a volume cannot be used yet (https://fly.io/docs/volumes/volume-states). */
const unfinished: ReadonlySet<string> = new Set([
  'creating',
  'extending',
  'restoring',
  'enabling_remote_export',
  'recovering',
]);

/** Whether a machine can use the volume. One that is still `hydrating` can be mounted. */
export function isReady({ state }: Volume): boolean {
  return !unfinished.has(state);
}

/** Reads the volumes of the app until they are as expected. @throws Failure `timeout` after ten minutes */
export async function waitForVolumes(
  { store }: Pick<Services, 'store'>,
  app: string,
  expected: (volumes: readonly Volume[]) => boolean,
  signal: AbortSignal,
): Promise<void> {
  await waitUntil(app, signal, async () => expected(await store.read(app, 'volumes', { signal })));
}

/** Asks again and again until it holds. @throws Failure `timeout` after ten minutes */
export async function waitUntil(
  app: string,
  signal: AbortSignal,
  holds: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + settleMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Failure('timeout', { facts: { app, afterMs: settleMs } });
    await delay(pollMs, signal);
  }
}

/** The same verb, which also tells what it read. */
export function telling<T>(verb: Verb<T>, tell: (value: T) => void): Verb<T> {
  return {
    ...verb,
    parse: (output) => {
      const value = verb.parse(output);
      tell(value);
      return value;
    },
  };
}
