import { createInterface } from 'node:readline/promises';
import { FlyError } from './failure.ts';

/** flyctl asks only when both ends are a terminal. */
export function isInteractive(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/**
 * Asks for a yes; a no is one too.
 * @throws FlyError when there is nobody to ask
 */
export async function confirm(question: string): Promise<boolean> {
  if (!isInteractive()) throw new FlyError('yes flag must be specified when not running interactively');
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await prompt.question(`? ${question} (y/N) `);
  prompt.close();
  return /^y(es)?$/i.test(answer.trim());
}
