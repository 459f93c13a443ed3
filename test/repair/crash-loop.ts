import { type Deployment, readLog, settled, start } from './deployment.ts';

/** As on Fly a machine gives up in the end; ten attempts would only take longer. */
export const maxRetries = 1;

/**
 * Starts a gateway that dies, as often as the machine tries.
 * @param words That its log must have
 * @throws Error when it has died of something else.
 */
export async function crashLoop(deployment: Deployment, words: string): Promise<Deployment> {
  await start(deployment);
  await settled(deployment, 'stopped');
  const log = await readLog(deployment);
  for (const expected of [words, `machine has reached its max restart count of ${String(maxRetries)}`]) {
    if (!log.includes(expected)) throw new Error(`The log does not say “${expected}”:\n${log}`);
  }
  return deployment;
}
