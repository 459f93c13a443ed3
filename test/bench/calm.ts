import { cpus } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

const sampleMs = 250;
const calmDeadlineMs = 10_000;
/** The part of the processors' time in which they have nothing to do. */
const calmIdleRatio = 0.8;

/**
 * Waits until the machine has little to do, which it has when a window has started: for 10 s at most, since others may
 * keep it busy.
 */
export async function calm(): Promise<void> {
  const deadline = performance.now() + calmDeadlineMs;
  let before = processorTimes();
  while (performance.now() < deadline) {
    await delay(sampleMs);
    const now = processorTimes();
    if ((now.idle - before.idle) / (now.total - before.total) > calmIdleRatio) return;
    before = now;
  }
}

function processorTimes(): { readonly idle: number; readonly total: number } {
  const times = cpus().map((processor) => processor.times);
  const sum = (values: readonly number[]): number => values.reduce((one, other) => one + other, 0);
  return {
    idle: sum(times.map(({ idle }) => idle)),
    total: sum(times.flatMap((each) => Object.values(each))),
  };
}
