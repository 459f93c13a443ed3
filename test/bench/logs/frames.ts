import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { LogViewPage } from '../../ui/webview/log-view.ts';
import { line } from '../../ui/webview/sample.ts';
import { serveWebview } from '../../ui/webview/site.ts';
import { calm } from '../calm.ts';
import { type Figures, rounded } from '../figures.ts';

const linesPerSecond = 50_000;
const seconds = 5;
/** A session hands out what came in this time together. */
const batchMs = 50;

/** The longest time between two frames of the log view while it follows a flood, through the extension's own feed. */
export async function measureFrames(browser: Browser): Promise<Pick<Figures, 'log_longest_frame_ms'>> {
  await using site = await serveWebview('webview/logs/main.ts');
  const view = await LogViewPage.open(browser, site);
  await view.init();
  await view.appendLines(0, linesPerSecond);
  await calm();
  const frames = view.page.evaluate(longestFrame, seconds * 1_000);
  const batch = linesPerSecond / (1_000 / batchMs);
  const started = performance.now();
  for (let count = 0; count < (seconds * 1_000) / batchMs; count++) {
    const from = linesPerSecond + count * batch;
    view.host.append(Array.from({ length: batch }, (_, index) => floodLine(from + index)));
    await setTimeout(Math.max(0, started + (count + 1) * batchMs - performance.now()));
  }
  const longest = await frames;
  await view.close();
  return { log_longest_frame_ms: rounded(longest) };
}

/** Lines as a gateway writes them, of which some wrap. */
function floodLine(id: number): ReturnType<typeof line> {
  const padding = id % 5 === 0 ? 'and goes on for a while '.repeat(8) : '';
  return line(id, `\u001b[36m[gateway]\u001b[39m line ${id} {"id":${id}} ${padding}`);
}

/** Runs in the page. @param ms For how long. @returns Milliseconds. */
function longestFrame(ms: number): Promise<number> {
  return new Promise((resolve) => {
    const started = performance.now();
    let last = started;
    let longest = 0;
    const frame = (): void => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (now - started < ms) requestAnimationFrame(frame);
      else resolve(longest);
    };
    requestAnimationFrame(frame);
  });
}
