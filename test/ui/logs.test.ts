import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { resultsFolder } from '../../scripts/lib/project.mjs';
import { launchBrowser } from '../../scripts/vscode-host/browser.ts';
import type { LogStatus } from '../../src/shared/logs.ts';
import { seriousFindings } from './webview/accessibility.ts';
import { LogViewPage } from './webview/log-view.ts';
import { event, line, lines, sampleRows } from './webview/sample.ts';
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
    await view.search('gateway');
    await view.setStatus(offline);
    await screenshot(`${name}-filtered`);
    expect(await seriousFindings(view.page)).toEqual([]);
  });

  it('is accessible with a menu, an explanation and a wrong expression', async () => {
    await open({ theme });
    await view.init({ subject: { app: 'a', machine: '91857550b64e83', title: 'a' } });
    await view.append(sampleRows());
    await view.button('Use Regular Expression').click();
    await view.search('(');
    await view.rows.locator('.meaning').last().hover();
    await view.page.locator('.hover-card').waitFor();
    await screenshot(`${name}-explained`);
    await view.button('More Actions').click();
    await screenshot(`${name}-menu`);
    expect(await seriousFindings(view.page)).toEqual([]);
  });
});

describe('lines', () => {
  it('have time, level, source and text; of several machines also the machine', async () => {
    await open();
    await view.init();
    await view.append([line(0, 'hello', { level: 'warn', provider: 'runner' })]);
    expect(await view.rows.first().innerText()).toMatch(/^19:51:40\.120\s+warn\s+runner\s+hello$/);
    await view.append([line(1, 'from elsewhere', { instance: '3d8d9014c3e0d8', region: 'nrt' })]);
    expect(await view.rows.last().innerText()).toMatch(/info\s+nrt\s+3d8d9014c3e0d8\s+app\s+from elsewhere$/);
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
    await view.button('Unfold Message').click();
    await view.drawn();
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
    await view.search('discord');
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
    await view.search('zebra');
    expect(await view.empty.innerText()).toContain('No line matches “zebra”.');
    await screenshot('no-match');
    await view.empty.getByRole('button', { name: 'Show All Lines' }).click();
    await view.drawn();
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
    await view.search('line 1');
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

  it('counts lines as new, and nothing else', async () => {
    await open();
    await view.init();
    await view.appendLines(0, 500);
    await view.wheel(-2_000);
    await view.append([line(500, 'a'), event(501, {}), line(502, 'b'), event(503, {})]);
    expect(await view.newLines.innerText()).toBe('2 new lines');
    await view.search('b');
    expect(await view.newLines.innerText()).toBe('1 new line');
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
    await view.drawn();
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
    await view.search('even');
    await expect
      .poll(async () => Number.parseInt((await view.messagesInSight())[0] ?? ''))
      .toBe(top + (top % 2));
  });
});

describe('when VS Code throws the page away', () => {
  const openLog = async (): Promise<void> => {
    await view.init();
    await view.appendLines(0, 5_000);
  };

  it('query, look and place come back with the log', async () => {
    await open();
    await openLog();
    await view.search('line');
    await view.button('Wrap Lines').click();
    await view.choose('More Actions', 'Times in UTC');
    await view.page.keyboard.press('Escape');
    await view.button('Debug: 0').click();
    await view.wheel(-50_000);
    const before = await view.messagesInSight();
    await expect
      .poll(() => view.page.evaluate(() => sessionStorage.getItem('state')))
      .toMatch(/"topRow":\d{3}/);
    view.host.append(lines(5_000, 5_010));
    await view.reload();
    // The row at the top may have been cut.
    expect((await view.messagesInSight()).slice(0, 2)).toContain(before[0]);
    expect(await view.filter.inputValue()).toBe('line');
    expect(await view.pressed('Wrap Lines')).toBe('false');
    expect(await view.pressed('Debug: 0')).toBe('false');
    expect(await view.newLines.innerText()).toBe('10 new lines');
    await view.append([line(5_010, 'line 5010')]);
    expect(await view.newLines.innerText()).toBe('11 new lines');
  });

  it('it follows again when it is another session, or when it had followed', async () => {
    await open();
    await openLog();
    await view.wheel(-50_000);
    await openLog();
    expect((await view.messagesInSight()).at(-1)).toBe('line 4999');
    await view.reload();
    expect((await view.messagesInSight()).at(-1)).toBe('line 4999');
  });
});

describe('the connection', () => {
  it('is told in words, with what can be done', async () => {
    await open();
    await view.init({ status: { kind: 'connecting' } });
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
    expect(await view.asked()).toEqual([
      { type: 'reconnect' },
      { type: 'step', step: 'signIn' },
      { type: 'reconnect' },
    ]);
  });

  it('that never came about is told in the middle, once', async () => {
    await open();
    await view.init({ status: signedOut });
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
      'Connection lost for 2 min 10 s. Lines between 19:51:56 and 19:54:06 may be missing.',
    );
  });
});

describe('kinds of lines', () => {
  const rows = [
    line(0, 'one'),
    line(1, 'two', { level: 'error' }),
    line(2, 'three', { provider: 'proxy' }),
    line(3, 'four', { instance: '3d8d9014c3e0d8', region: 'nrt' }),
  ];

  it('are counted, and switched off and on', async () => {
    await open();
    await view.init();
    await view.append(rows);
    await view.button('Errors: 1').click();
    await view.drawn();
    expect(await view.messagesInSight()).toEqual(['one', 'three', 'four']);
    expect(await view.pressed('Errors: 1')).toBe('false');
    await view.choose('Sources', 'proxy');
    expect(await view.messagesInSight()).toEqual(['one', 'four']);
    // The menu stays open for the next one.
    await view.menu.getByRole('menuitemcheckbox', { name: 'app' }).click();
    await view.drawn();
    expect(await view.empty.innerText()).toContain('All lines are hidden.');
    await view.page.keyboard.press('Escape');
    await view.drawn();
    expect(await view.button('Sources: 0 of 2').getAttribute('aria-expanded')).toBe('false');
    await view.choose('Sources: 0 of 2', 'Show All');
    await view.choose('Regions', 'nrt');
    expect(await view.messagesInSight()).toEqual(['one', 'three']);
  });

  it('have columns and switches only when there are several', async () => {
    await open();
    await view.init();
    await view.append(rows.slice(0, 2));
    expect(await view.button('Machines').isVisible()).toBe(false);
    expect(await view.rows.locator('.region').first().isVisible()).toBe(false);
    await view.append(rows.slice(2));
    expect(await view.button('Machines').isVisible()).toBe(true);
    expect(await view.rows.locator('.machine').first().isVisible()).toBe(true);
  });
});

describe('a search', () => {
  it('minds the case, takes expressions, and says what is wrong with one', async () => {
    await open();
    await view.init();
    await view.append([line(0, 'Ready'), line(1, 'ready 42'), line(2, 'other')]);
    await view.search('ready');
    await view.button('Match Case').click();
    await view.drawn();
    expect(await view.messagesInSight()).toEqual(['ready 42']);
    await view.button('Use Regular Expression').click();
    await view.search('y \\d+|ther');
    expect(await view.page.locator('mark').allInnerTexts()).toEqual(['y 42', 'ther']);
    await view.search('y (');
    expect(await view.page.getByRole('alert').innerText()).toContain('Unterminated group');
    expect(await view.messagesInSight()).toHaveLength(3);
    expect(await view.filter.getAttribute('aria-invalid')).toBe('true');
  });

  it('can hide what matches', async () => {
    await open();
    await view.init();
    await view.append([line(0, 'noise'), line(1, 'signal')]);
    await view.search('noise');
    await view.choose('Show Only Lines That Match', 'Hide Lines That Match');
    expect(await view.messagesInSight()).toEqual(['signal']);
    expect(await view.page.locator('mark').count()).toBe(0);
  });

  it('goes from match to match, round the log', async () => {
    await open();
    await view.init();
    await view.appendLines(0, 3_000);
    await view.choose('Show Only Lines That Match', 'Show All Lines and Mark Matches');
    await view.search('line 5');
    const current = (): Promise<string> =>
      view.rows.locator('.message').and(view.page.locator('.cursor *')).innerText();
    await view.page.keyboard.press('F3');
    await view.drawn();
    expect(await current()).toBe('line 5');
    await view.filter.press('Enter');
    await view.drawn();
    expect(await current()).toBe('line 50');
    expect(await view.messagesInSight()).toContain('line 51');
    await view.page.keyboard.press('Shift+F3');
    await view.page.keyboard.press('Shift+F3');
    await view.drawn();
    expect(await current()).toBe('line 599');
  });
});

describe('messages', () => {
  it('of several lines, and JSON, fold', async () => {
    await open();
    await view.init();
    await view.append([line(0, 'first\nsecond\nthird'), line(1, '[a] run {"id":1,"tags":["x"]}')]);
    expect(await view.messagesInSight()).toEqual(['first2 more lines', '[a] run {"id":1,"tags":["x"]}']);
    await view.log.focus();
    await view.page.keyboard.press('Home');
    await view.page.keyboard.press('Enter');
    await view.drawn();
    expect((await view.messagesInSight())[0]).toBe('first\nsecond\nthird');
    await view.page.keyboard.press('ArrowDown');
    await view.page.keyboard.press('Enter');
    await view.drawn();
    expect((await view.messagesInSight())[1]).toBe('[a] run\n{\n  "id": 1,\n  "tags": [\n    "x"\n  ]\n}');
    await view.choose('More Actions', 'Fold Long Messages');
    await view.page.keyboard.press('Escape');
    await view.append([line(2, 'more\nlines')]);
    expect((await view.messagesInSight()).at(-1)).toBe('more\nlines');
  });

  it('unfold where the search is hidden', async () => {
    await open();
    await view.init();
    await view.append([line(0, 'first\nsecond')]);
    await view.search('second');
    expect(await view.page.locator('mark').innerText()).toBe('second');
  });

  it('show a secret when they are asked to, until they are out of sight', async () => {
    await open();
    await view.init();
    await view.append([line(0, 'token ***', { raw: 'token made-up' }), ...lines(1, 500)]);
    await view.log.focus();
    await view.page.keyboard.press('Home');
    await view.drawn();
    await view.button('Reveal Secret').click();
    await view.drawn();
    expect((await view.messagesInSight())[0]).toContain('token made-up');
    await view.button('Hide Secret').click();
    await view.drawn();
    expect((await view.messagesInSight())[0]).toContain('token ***');
    await view.button('Reveal Secret').click();
    await view.drawn();
    await view.page.keyboard.press('End');
    await view.drawn();
    await view.page.keyboard.press('Home');
    await view.drawn();
    expect((await view.messagesInSight())[0]).toContain('token ***');
  });

  it('say what they mean, and offer what can be done', async () => {
    await open();
    await view.init();
    await view.append(sampleRows());
    const chip = view.rows.locator('.chip', { hasText: 'ran out of memory' });
    await view.rows.filter({ hasText: 'Killed process' }).locator('time').click();
    await view.page.keyboard.press('Tab');
    expect(await chip.getByRole('note').evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await view.page.locator('.hover-card').innerText()).toContain('did not end in order');
    await view.page.keyboard.press('Escape');
    expect(await view.page.locator('.hover-card').count()).toBe(0);
    await view.page.keyboard.press('Tab');
    await view.page.keyboard.press('Enter');
    expect(await view.asked()).toEqual([{ type: 'act', id: 15 }]);
  });

  it('have the events of the machine among them, and times of the zone that is chosen', async () => {
    await open({ timezone: 'Asia/Tokyo' });
    await view.init();
    await view.append([line(0, 'a'), event(1, { type: 'exit', exitCode: 1 })]);
    expect(await view.page.locator('.event').innerText()).toMatch(
      /^04:51:41\.120\s+The machine’s process ended with code 1$/,
    );
    await view.choose('More Actions', 'Times in UTC');
    expect(await view.rows.first().innerText()).toContain('19:51:40.120');
    await view.page.keyboard.press('Escape');
    await view.rows.first().locator('time').hover();
    expect(await view.rows.first().locator('time').getAttribute('title')).toMatch(/2026.*\n/s);
  });
});

describe('rows', () => {
  it('are reached, selected and copied with the keyboard', async () => {
    await open();
    await view.init();
    await view.appendLines(0, 300);
    await view.log.focus();
    const { keyboard } = view.page;
    await keyboard.press('Home');
    await keyboard.press('ArrowDown');
    await keyboard.press('Shift+ArrowDown');
    await keyboard.press('Shift+ArrowDown');
    await keyboard.press('Control+C');
    await view.drawn();
    expect(await view.page.evaluate(() => document.activeElement?.textContent)).toContain('line 3');
    await keyboard.press('Escape');
    await keyboard.press('Shift+F10');
    expect(await view.menu.getByRole('menuitem').first().innerText()).toBe('Copy Line');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    expect(await view.page.evaluate(() => document.activeElement?.textContent)).toContain('line 3');
    await keyboard.press('Control+A');
    await keyboard.press('Control+C');
    await view.drawn();
    expect(await view.asked()).toEqual([
      { type: 'copy', selection: { from: 1, to: 4 }, as: 'text' },
      { type: 'copy', selection: { from: 3, to: 4 }, as: 'json' },
      { type: 'copy', selection: { from: 0, to: 300 }, as: 'text' },
    ]);
  });

  it('that text is selected in are copied as lines', async () => {
    await open();
    await view.init();
    await view.appendLines(0, 5);
    await view.page.evaluate(() => {
      const rows = document.querySelectorAll('.row[data-position]');
      const [first, last] = [rows[1], rows[2]];
      if (first && last) document.getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
      document.execCommand('copy');
    });
    expect(await view.asked()).toEqual([{ type: 'copy', selection: { from: 1, to: 3 }, as: 'text' }]);
  });

  it('are taken, cleared and opened with the menu', async () => {
    await open();
    await view.init({ subject: { app: 'a', machine: 'm', title: 'a' } });
    await view.appendLines(0, 3);
    await view.choose('More Actions', 'Copy Shown Lines');
    await view.choose('More Actions', 'Save All Lines…');
    await view.choose('More Actions', 'Open in Editor');
    await view.choose('More Actions', 'Open in Terminal');
    await view.choose('Fly Log', 'Gateway Log');
    await view.choose('More Actions', 'Clear Lines');
    expect(await view.asked()).toEqual([
      { type: 'copy', selection: 'shown', as: 'text' },
      { type: 'save', selection: 'all' },
      { type: 'openInEditor', selection: 'shown' },
      { type: 'openInTerminal' },
      { type: 'origin', origin: 'gateway' },
      { type: 'clear' },
    ]);
    expect(await view.rows.count()).toBe(0);
    await view.append([line(3, 'keep going')]);
    expect(await view.messagesInSight()).toEqual(['keep going']);
  });

  it('that come late stand in their place, and nothing else moves', async () => {
    await open();
    await view.init();
    await view.appendLines(0, 500);
    await view.wheel(-2_000);
    const before = await view.messagesInSight();
    view.host.insert(line(3.5, 'late'));
    await view.drawn();
    expect(await view.messagesInSight()).toEqual(before);
    await view.log.focus();
    await view.page.keyboard.press('Home');
    await view.drawn();
    expect((await view.messagesInSight()).slice(3, 5)).toEqual(['line 3', 'late']);
  });

  it('are read aloud only when that is switched on', async () => {
    await open();
    await view.init();
    const spoken = view.page.locator('[aria-live="polite"]');
    await view.appendLines(0, 2);
    await view.choose('More Actions', 'Announce New Lines');
    await view.page.keyboard.press('Escape');
    expect(await spoken.textContent()).toBe('');
    await view.append([line(2, 'hello')]);
    await expect.poll(() => spoken.textContent(), { timeout: 5_000 }).toBe('hello');
  });
});

describe('100,000 lines', () => {
  it('are drawn and held a few screens at a time, and searched at once', async () => {
    await open();
    await view.init({ maxLines: 100_000 });
    await view.appendLines(0, 100_000);
    expect((await view.messagesInSight()).at(-1)).toBe('line 99999');
    expect(await view.status.innerText()).toContain('Last 100,000 lines');
    await view.log.evaluate(async (log) => {
      for (let step = 0; step <= 60; step++) {
        log.scrollTop = (log.scrollHeight * step) / 60;
        await new Promise(requestAnimationFrame);
      }
    });
    await view.log.evaluate((log) => (log.scrollTop = log.scrollHeight / 2));
    await view.drawn();
    expect((await view.messagesInSight())[1]).toMatch(/^line (49|50)\d{3}$/);
    expect(await view.rows.count()).toBeLessThan(80);
    const given = await view.sent();
    const widest = given.map((message) => (message.type === 'watch' ? message.to - message.from : 0));
    expect(Math.max(...widest)).toBeLessThan(500);

    await view.search('line 9999');
    await view.page.keyboard.press('Enter');
    await view.page.keyboard.press('End');
    await view.drawn();
    expect(await view.page.locator('.matches').innerText()).toBe('11 of 100,000');
    expect(await view.messagesInSight()).toHaveLength(11);
  });

  it('drop the oldest beyond the limit without moving what is read', async () => {
    await open();
    await view.init({ maxLines: 1_000 });
    await view.appendLines(0, 1_000);
    await view.wheel(-400);
    const before = await view.messagesInSight();
    for (let from = 1_000; from < 1_900; from += 100) await view.appendLines(from, from + 100);
    expect(await view.messagesInSight()).toEqual(before);
    await view.button('Follow New Lines').click();
    await view.drawn();
    expect((await view.messagesInSight()).at(-1)).toBe('line 1899');
    expect(await view.status.innerText()).toMatch(/^Live\s+Last 1,000 lines$/);
  });

  it('that were being read are dropped in the end, which is said, and the oldest are shown', async () => {
    await open();
    await view.init({ maxLines: 1_000 });
    await view.appendLines(0, 1_000);
    await view.wheel(-400);
    const top = Number((await view.messagesInSight())[0]?.slice('line '.length));
    for (let from = 1_000; from < 3_000; from += 500) await view.appendLines(from, from + 500);
    expect((await view.messagesInSight())[0]).toBe('line 2000');
    const told = /^([\d,]+) lines above were dropped$/.exec(await view.page.locator('.dropped').innerText());
    // The row at the top may have been cut.
    expect(Math.abs(Number(told?.[1]?.replace(',', '')) - (2_000 - top))).toBeLessThanOrEqual(1);
    expect(await view.newLines.innerText()).toBe('2,000 new lines');
    await screenshot('dropped');
    await view.wheel(300);
    expect(await view.page.locator('.dropped').innerText()).toBe('');
  });
});
