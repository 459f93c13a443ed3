import { setTimeout as delay } from 'node:timers/promises';

/** Asks again until there is an answer; mocha's deadline ends it when there never is. */
export async function eventually<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await delay(50);
  }
}
