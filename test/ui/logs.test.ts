import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { resultsFolder } from '../../scripts/lib/project.mjs';
import { launchBrowser } from '../../scripts/vscode-host/browser.ts';
import type { LogStatus } from '../../src/shared/logs.ts';
import { seriousFindings } from './webview/accessibility.ts';
import { LogViewPage } from './webview/log-view.ts';
import { line, lines, sampleRows } from './webview/sample.ts';
import { serveWebview, type Site } from './webview/site.ts';
import type { OpenOptions } from './webview/view-page.ts';
import { themeKinds } from './webview/vscode-stand-in.ts';

let browser: Browser;
let site: Site;
let view: LogViewPage;

beforeAll(async () => {
  site = await serveWebview('webview/logs/main.ts');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await site[Symbol.asyncDispose]();
});

afterEach(async () => {
  expect(view.complaints).toEqual([]);
  await view.close();
});

async function open(options?: OpenOptions): Promise<void> {
  view = await LogViewPage.open(browser, site, options);
}

async function screenshot(name: string): Promise<void> {
  await view.page.screenshot({ path: join(resultsFolder, 'screenshots', `logs-${name}.png`) });
}

const offline: LogStatus = {
  kind: 'reconnecting',
  inMs: 8_000,
  reason: 'Fly.io cannot be reached. Check the internet connection, then try again.',
};
const signedOut: LogStatus = {
  kind: 'ended',
  reason: 'flyctl is not signed in to Fly.io. Sign in, then try again.',
  steps: ['signIn'],
};

describe.each(themeKinds)('in %s', (theme) => {
  const name = theme.replace('vscode-', '');

  it('looks right and is accessible', async () => {
    await open({ theme });
    await view.init();
    await view.append(sampleRows());
    await screenshot(name);
    expect(await seriousFindings(view.page)).toEqual([]);
  });

  it('is accessible while it is filtered, paused and disconnected', async () => {
    await open({ theme, height: 400 });
    await view.init();
    await view.append([...sampleRows(), ...lines(200, 240)]);
    await view.wheel(-400);
    await view.append([line(300, '[gateway] one more')]);
    await view.filter.fill('gateway');
    await view.setStatus(offline);
    await screenshot(`${name}-filtered`);
    expect(await seriousFindings(view.page)).toEqual([]);
  });
});

describe('lines', () => {
  it('have time, level, source and text; of several machines also the machine', async () => {
    await open();
    await view.init();
    await view.append([line(0, 'hello', { level: 'warning', provider: 'runner' })]);
    expect(await view.rows.first().innerText()).toMatch(/^19:51:40\.120\s+warn\s+runner\s+hello$/);
    await view.append([line(1, 'from elsewhere', { machine: '3d8d9014c3e0d8', region: 'nrt' })]);
    expect(await view.rows.last().innerText()).toMatch(/info\s+nrt 3d8d9014c3e0d8\s+app\s+from elsewhere$/);
    await screenshot('two-machines');
  });

  it('have the colours of the terminal, and no escapes', async () => {
    await open();
    await view.init();
    await view.append([line(0, '\u001b[31mred\u001b[0m plain \u001b[38;2;10;200;30mexact\u001b[0m')]);
    const message = view.rows.locator('.message');
    expect(await message.textContent()).toBe('red plain exact');
    const colours = await message.evaluate((node) =>
      [...node.children].map((child) => getComputedStyle(child).getPropertyValue('--fg')),
    );
    expect(colours).toEqual(['#cd3131', 'rgb(10, 200, 30)']);
  });

  it('are text, whatever they say', async () => {
    const text = '<img src=x onerror="document.title=1"><b>bold</b>';
    await open();
    await view.init();
    await view.append([line(0, text)]);
    expect(await view.rows.locator('.message').textContent()).toBe(text);
    expect(await view.rows.locator('img, b').count()).toBe(0);
  });

  it('break at the edge, or go on to the right without wrapping', async () => {
    await open({ width: 900 });
    await view.init();
    const long = line(1, `start ${'word '.repeat(60)}end`);
    await view.append([line(0, 'one\ntwo\nthree'), long, line(2, 'after')]);
    const heights = (): Promise<number[]> =>
      view.rows.evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    const scrollsSideways = (): Promise<boolean> =>
      view.log.evaluate((log) => log.scrollWidth > log.clientWidth);
    const [three = 0, wrapped = 0, single = 0] = await heights();
    expect(three).toBeGreaterThan(2.5 * single);
    expect(wrapped).toBeGreaterThan(2.5 * single);
    expect(await scrollsSideways()).toBe(false);
    await screenshot('wrapped');

    await view.button('Wrap Lines').click();
    await view.drawn();
    expect((await heights())[1]).toBe(single);
    expect(await scrollsSideways()).toBe(true);
    expect(await view.messagesInSight()).toHaveLength(3);
  });

  it('stack their columns where it is narrow', async () => {
    await open({ width: 400 });
    await view.init();
    await view.append(sampleRows());
    await view.setStatus(offline);
    await view.drawn();
    await screenshot('narrow');
    expect(await view.distanceFromEnd()).toBeLessThanOrEqual(1);
    const [time, message] = await view.rows
      .last()
      .evaluate((row) =>
        ['time', '.message'].map((part) => row.querySelector(part)?.getBoundingClientRect().top ?? 0),
      );
    expect(message).toBeGreaterThan(time ?? 0);
    expect(await view.page.evaluate(() => document.body.scrollWidth <= window.innerWidth)).toBe(true);
  });
});

describe('filter', () => {
  it('narrows what is there and what comes, marks what matches, and counts', async () => {
    await open();
    await view.init();
    await view.append([line(0, '[Discord] up'), line(1, 'ready'), line(2, 'no discord, no Discord')]);
    await view.filter.fill('discord');
    expect(await view.messagesInSight()).toEqual(['[Discord] up', 'no discord, no Discord']);
    expect(await view.page.locator('mark').allInnerTexts()).toEqual(['Discord', 'discord', 'Discord']);
    await view.append([line(3, 'DISCORD again'), line(4, 'other')]);
    expect(await view.messagesInSight()).toHaveLength(3);
    expect(await view.page.locator('.matches').innerText()).toBe('3 of 5');
    // Screen readers hear it once, not with every line that comes.
    expect(await view.page.locator('.search').getByRole('status').textContent()).toBe('Lines that match: 2');
  });

  it('says when nothing matches, and can be taken away', async () => {
    await open();
    await view.init();
    await view.appendLines(0, 3);
    await view.filter.fill('zebra');
    expect(await view.empty.innerText()).toContain('No line matches “zebra”.');
    await screenshot('no-match');
    await view.empty.getByRole('button', { name: 'Clear Filter' }).click();
    expect(await view.messagesInSight()).toHaveLength(3);
    expect(await view.empty.isVisible()).toBe(false);
  });

  it('is reached with Ctrl+F and emptied with Escape, from anywhere', async () => {
    await open();
    await view.init();
    await view.appendLines(0, 30);
    await view.log.focus();
    await view.page.keyboard.press('Control+F');
    await view.page.keyboard.type('line 2');
    await expect.poll(() => view.messagesInSight()).toHaveLength(11);
    await view.page.keyboard.press('Enter');
    expect(await view.log.evaluate((log) => log === document.activeElement)).toBe(true);
    await view.page.keyboard.press('Escape');
    await expect.poll(() => view.filter.inputValue()).toBe('');
    expect((await view.messagesInSight()).at(-1)).toBe('line 29');
  });

  it('replaces its text when it is reached again', async () => {
    await open();
    await view.init();
    await view.appendLines(0, 30);
    await view.filter.fill('line 1');
    await view.log.focus();
    await view.page.keyboard.press('Control+F');
    await view.page.keyboard.type('line 3');
    expect(await view.filter.inputValue()).toBe('line 3');
  });
});

describe('following', () => {
  it('keeps the newest line in sight', async () => {
    await open();
    await view.init();
    await view.appendLines(0, 500);
    expect((await view.messagesInSight()).at(-1)).toBe('line 499');
    await view.appendLines(500, 700);
    expect((await view.messagesInSight()).at(-1)).toBe('line 699');
    expect(await view.distanceFromEnd()).toBeLessThanOrEqual(1);
  });

  it('pauses by scrolling up, stays there, and counts what comes', async () => {
    await open();
    await view.init();
    await view.appendLines(0, 500);
    await view.wheel(-2_000);
    const before = await view.messagesInSight();
    await view.appendLines(500, 1_500);
    expect(await view.messagesInSight()).toEqual(before);
    expect(await view.newLines.innerText()).toBe('1,000 new lines');
    expect(await view.status.innerText()).toContain('Live, paused');
    await screenshot('paused');

    await view.newLines.click();
    await view.drawn();
    expect((await view.messagesInSight()).at(-1)).toBe('line 1499');
    expect(await view.newLines.isVisible()).toBe(false);
  });

  it('goes on by scrolling back to the end', async () => {
    await open();
    await view.init();
    await view.appendLines(0, 500);
    await view.wheel(-300);
    await view.append([line(500, 'newer')]);
    await view.wheel(10_000);
    await view.append([line(501, 'newest')]);
    expect((await view.messagesInSight()).at(-1)).toBe('newest');
  });

  it('stops and goes on with the button', async () => {
    await open();
    await view.init();
    await view.appendLines(0, 100);
    await view.button('Pause').click();
    const [before] = await view.messagesInSight();
    await view.appendLines(100, 200);
    expect((await view.messagesInSight())[0]).toBe(before);
    await view.button('Follow New Lines').click();
    await view.drawn();
    expect((await view.messagesInSight()).at(-1)).toBe('line 199');
  });

  it('is steered with the keyboard', async () => {
    await open();
    await view.init();
    await view.appendLines(0, 2_000);
    await view.log.focus();
    await view.page.keyboard.press('Home');
    await expect.poll(async () => (await view.messagesInSight())[0]).toBe('line 0');
    await view.page.keyboard.press('PageDown');
    await expect.poll(async () => (await view.messagesInSight())[0]).not.toBe('line 0');
    await view.page.keyboard.press('End');
    await expect.poll(async () => (await view.messagesInSight()).at(-1)).toBe('line 1999');
    await view.append([line(2_000, 'next')]);
    expect((await view.messagesInSight()).at(-1)).toBe('next');
  });

  it('scrolls up through lines of unknown height without a jump', async () => {
    await open();
    await view.init();
    const words = (id: number): string => `${id} ${'slithy '.repeat((id * 7) % 60)}`;
    await view.append(Array.from({ length: 500 }, (_, id) => line(id, words(id))));
    for (let step = 0; step < 12; step++) {
      const id = Number.parseInt((await view.messagesInSight())[1] ?? '');
      const before = await view.topOfRow(id);
      await view.wheel(-200);
      expect(Math.abs((await view.topOfRow(id)) - before - 200)).toBeLessThanOrEqual(1);
    }
  });

  it('holds the place while lines wrap or are filtered', async () => {
    await open();
    await view.init();
    await view.append(
      Array.from({ length: 1_000 }, (_, id) =>
        line(id, `${id} ${id % 2 ? 'odd' : 'even'} ${'x'.repeat(200)}`),
      ),
    );
    await view.wheel(-3_000);
    const top = Number.parseInt((await view.messagesInSight())[0] ?? '');
    await view.button('Wrap Lines').click();
    await expect.poll(async () => Number.parseInt((await view.messagesInSight())[0] ?? '')).toBe(top);
    await view.filter.fill('even');
    await expect
      .poll(async () => Number.parseInt((await view.messagesInSight())[0] ?? ''))
      .toBe(top + (top % 2));
  });
});

describe('when VS Code throws the page away', () => {
  const replay = async (session: string): Promise<void> => {
    await view.init({ kind: 'live' }, session);
    await view.appendLines(0, 4_000);
    await view.appendLines(4_000, 5_000);
  };

  it('filter, wrapping and place come back with the log', async () => {
    await open();
    await replay('one');
    await view.filter.fill('line');
    await view.button('Wrap Lines').click();
    await view.wheel(-50_000);
    const before = await view.messagesInSight();
    await expect.poll(() => view.page.evaluate(() => sessionStorage.getItem('state'))).toContain('"topRow":');
    await view.reload();
    await replay('one');
    await view.appendLines(5_000, 5_010);
    // The row at the top may have been cut.
    await expect.poll(async () => (await view.messagesInSight()).slice(0, 2)).toContain(before[0]);
    expect(await view.filter.inputValue()).toBe('line');
    expect(await view.button('Wrap Lines').getAttribute('aria-pressed')).toBe('false');
    expect(await view.newLines.innerText()).toBe('10 new lines');
  });

  it('it follows again when it is another session, or when it had followed', async () => {
    await open();
    await replay('one');
    await view.wheel(-50_000);
    await view.reload();
    await replay('two');
    expect((await view.messagesInSight()).at(-1)).toBe('line 4999');
    await view.reload();
    await replay('two');
    expect((await view.messagesInSight()).at(-1)).toBe('line 4999');
  });
});

describe('the connection', () => {
  it('is told in words, with what can be done', async () => {
    await open();
    await view.init({ kind: 'connecting' });
    expect(await view.empty.innerText()).toBe('Connecting to my-openclaw…');
    await view.setStatus({ kind: 'live' });
    expect(await view.empty.innerText()).toBe('Connected. Waiting for output…');
    await screenshot('waiting');
    await view.appendLines(0, 3);
    expect(await view.empty.isVisible()).toBe(false);
    expect(await view.status.innerText()).toMatch(/^Live\s+3 lines$/);

    await view.setStatus(offline);
    expect(await view.status.innerText()).toContain('Fly.io cannot be reached.');
    expect(await view.status.innerText()).toContain('Reconnecting in 8 s…');
    await expect.poll(() => view.status.innerText(), { timeout: 5_000 }).toContain('Reconnecting in 7 s…');
    await view.button('Reconnect Now').click();

    await view.setStatus(signedOut);
    expect(await view.status.innerText()).toContain('flyctl is not signed in to Fly.io.');
    await screenshot('ended');
    await view.button('Sign In').click();
    await view.button('Reconnect').click();
    expect(await view.sent()).toEqual([
      { type: 'ready' },
      { type: 'reconnect' },
      { type: 'step', step: 'signIn' },
      { type: 'reconnect' },
    ]);
  });

  it('that never came about is told in the middle, once', async () => {
    await open();
    await view.init(signedOut);
    await screenshot('signed-out');
    expect(await view.status.innerText()).toMatch(/^Not connected\s+0 lines$/);
    await view.empty.getByRole('button', { name: 'Sign In' }).click();
    expect(await view.sent()).toContainEqual({ type: 'step', step: 'signIn' });
    expect(await seriousFindings(view.page)).toEqual([]);
  });

  it('leaves a mark where lines may be missing', async () => {
    await open();
    await view.init();
    await view.append(sampleRows());
    expect(await view.page.locator('.gap').innerText()).toBe(
      'Connection lost. Lines between 19:51:52 and 19:54:06 may be missing.',
    );
  });
});

describe('buttons', () => {
  it('copy what is shown, clear, and open a terminal', async () => {
    await open();
    await view.init();
    await view.append([line(0, 'keep \u001b[31mme\u001b[0m'), line(1, 'not this')]);
    await view.filter.fill('keep');
    await view.button('Copy Lines').click();
    await view.button('Open in Terminal').click();
    await view.button('Clear Lines').click();
    expect(await view.sent()).toEqual([
      { type: 'ready' },
      { type: 'copy', text: '2026-11-21T19:51:40.120Z info    iad 91857550b64e83 app  keep me' },
      { type: 'openInTerminal' },
      { type: 'clear' },
    ]);
    expect(await view.rows.count()).toBe(0);
    await view.append([line(2, 'keep going')]);
    expect(await view.messagesInSight()).toEqual(['keep going']);
  });

  it('a selection over several rows is copied as lines', async () => {
    await open();
    await view.init();
    await view.appendLines(0, 5);
    const copied = await view.page.evaluate(() => {
      const rows = document.querySelectorAll('.row[data-index]');
      const [first, last] = [rows[1], rows[2]];
      if (!first || !last) return '';
      document.getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
      const event = new ClipboardEvent('copy', {
        clipboardData: new DataTransfer(),
        cancelable: true,
        bubbles: true,
      });
      document.dispatchEvent(event);
      return event.clipboardData?.getData('text/plain');
    });
    expect(copied?.split('\n')).toEqual([
      '2026-11-21T19:51:41.120Z info    iad 91857550b64e83 app  line 1',
      '2026-11-21T19:51:42.120Z info    iad 91857550b64e83 app  line 2',
    ]);
  });
});

describe('100,000 lines', () => {
  it('are drawn a screenful at a time, and searched at once', async () => {
    await open();
    await view.post({
      type: 'init',
      subject: { app: 'a', title: 'a' },
      session: 's',
      maxRows: 100_000,
      status: { kind: 'live' },
    });
    for (let from = 0; from < 100_000; from += 4_000) await view.appendLines(from, from + 4_000);
    expect((await view.messagesInSight()).at(-1)).toBe('line 99999');
    expect(await view.rows.count()).toBeLessThan(80);
    expect(await view.status.innerText()).toContain('Last 100,000 lines');

    await view.log.evaluate(async (log) => {
      for (let step = 0; step <= 60; step++) {
        log.scrollTop = (log.scrollHeight * step) / 60;
        await new Promise(requestAnimationFrame);
      }
    });
    expect(await view.rows.count()).toBeLessThan(80);

    await view.filter.fill('line 9999');
    await expect.poll(() => view.page.locator('.matches').innerText()).toBe('11 of 100,000');
    expect(await view.messagesInSight()).toHaveLength(11);
  });

  it('drop the oldest beyond the limit without moving what is read', async () => {
    await open();
    await view.post({
      type: 'init',
      subject: { app: 'a', title: 'a' },
      session: 's',
      maxRows: 1_000,
      status: { kind: 'live' },
    });
    await view.appendLines(0, 1_000);
    await view.wheel(-400);
    const before = await view.messagesInSight();
    for (let from = 1_000; from < 2_600; from += 200) await view.appendLines(from, from + 200);
    expect(await view.messagesInSight()).toEqual(before);
    await view.button('Follow New Lines').click();
    await view.drawn();
    expect((await view.messagesInSight()).at(-1)).toBe('line 2599');
    expect(await view.status.innerText()).toContain('Last 1,000 lines');
  });
});
