/**
 * Stands for `flyctl logs --json` of a log that has as many lines as the first argument says: prints them as fast as they
 * are read, and then waits like flyctl for others.
 */
import { floodText } from './flood.ts';

const blockLines = 1_000;
const lines = Number(process.argv[2]);

for (let from = 0; from < lines; from += blockLines) {
  const text = floodText(from, Math.min(lines, from + blockLines));
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}
setInterval(() => undefined, 60_000);
