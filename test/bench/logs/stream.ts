import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { temporaryFolder } from '../../../scripts/processes/folder.ts';
import { Redactor } from '../../../src/core/redact.ts';
import type { Flyctl, FlyctlStream } from '../../../src/fly/flyctl.ts';
import { LogSession } from '../../../src/fly/logs/session.ts';
import { FlyctlRunner } from '../../../src/fly/runner.ts';
import { LogViewPage } from '../../ui/webview/log-view.ts';
import { serveWebview } from '../../ui/webview/site.ts';
import { calm } from '../calm.ts';
import { rounded, type Figures } from '../figures.ts';
import { heapUsed, pageHeapUsed } from './memory.ts';

type StreamFigures = Pick<Figures, 'log_lines_per_s' | 'log_longest_frame_ms' | 'log_heap_mb'>;

const lines = 500_000;
const maxLines = 20_000;

/** A process that stands for flyctl prints a flood, which goes all the way to a log view that follows it in a browser. */
export async function measureStream(browser: Browser): Promise<StreamFigures> {
  await using cleanUp = new AsyncDisposableStack();
  const temporary = temporaryFolder('bench');
  cleanUp.defer(() => temporary.remove());
  const site = cleanUp.use(await serveWebview('webview/logs/main.ts'));
  const flyctl = new TimedFlyctl(writeFlyctl(temporary.path));
  cleanUp.defer(() => flyctl.dispose());
  const view = await LogViewPage.open(browser, site);
  cleanUp.defer(() => view.close());
  const session = new LogSession({ target: { app: 'bench' }, flyctl, redact: flyctl.redact, maxLines });
  cleanUp.defer(() => session.dispose());

  await view.init({ source: session, maxLines });
  await calm();
  const before = heapUsed() + (await pageHeapUsed(view.page));
  const shown = view.page.evaluate(followTo, lines - 1);
  session.connect();
  const longestFrameMs = await shown;
  const ms = performance.now() - flyctl.firstByteAt;
  const growth = heapUsed() + (await pageHeapUsed(view.page)) - before;
  return {
    log_lines_per_s: Math.round(lines / (ms / 1_000)),
    log_longest_frame_ms: rounded(longestFrameMs),
    log_heap_mb: rounded((growth - textBytes(session)) / 1_000_000),
  };
}

/** @returns The path of an executable. */
function writeFlyctl(folder: string): string {
  const path = join(folder, 'flyctl');
  const writer = join(import.meta.dirname, 'writer.ts');
  writeFileSync(path, `#!/bin/sh\nexec '${process.execPath}' '${writer}' ${lines}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** Tells when the first byte of a stream came. */
class TimedFlyctl implements Flyctl {
  readonly #redactor = new Redactor();
  readonly #runner: FlyctlRunner;
  readonly run: Flyctl['run'];
  firstByteAt = Infinity;

  constructor(path: string) {
    this.#runner = new FlyctlRunner({
      locate: async () => path,
      redactor: this.#redactor,
      log: () => undefined,
    });
    this.run = this.#runner.run.bind(this.#runner);
  }

  readonly redact = (text: string): string => this.#redactor.redact(text);

  async stream(...request: Parameters<Flyctl['stream']>): Promise<FlyctlStream> {
    const { stdout, ended } = await this.#runner.stream(...request);
    return { stdout: this.#timed(stdout), ended };
  }

  dispose(): void {
    this.#runner.dispose();
  }

  async *#timed(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.firstByteAt = Math.min(this.firstByteAt, performance.now());
      yield chunk;
    }
  }
}

/** Runs in the page. @returns The longest time between two frames, in milliseconds, until a row is on screen. */
function followTo(position: number): Promise<number> {
  return new Promise((resolve) => {
    let last = performance.now();
    let longest = 0;
    const frame = (): void => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (document.querySelector(`[data-position="${position}"]`)) resolve(longest);
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** The messages that are kept, at two bytes a character. */
function textBytes({ rows }: LogSession): number {
  return [...rows].reduce((sum, row) => sum + (row.kind === 'line' ? 2 * row.message.length : 0), 0);
}
