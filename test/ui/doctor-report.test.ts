import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { resultsFolder } from '../../scripts/lib/project.mjs';
import { launchBrowser } from '../../scripts/vscode-host/browser.ts';
import { seriousFindings } from './webview/accessibility.ts';
import { app, finding, findings, report, state } from './webview/doctor-sample.ts';
import { DoctorViewPage } from './webview/doctor-view.ts';
import { serveWebview, type Site } from './webview/site.ts';
import type { OpenOptions } from './webview/view-page.ts';
import { themeKinds } from './webview/vscode-stand-in.ts';

let browser: Browser;
let site: Site;
let view: DoctorViewPage;

beforeAll(async () => {
  site = await serveWebview('webview/doctor/main.ts');
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
  view = await DoctorViewPage.open(browser, site, options);
}

async function screenshot(name: string): Promise<void> {
  await view.page.screenshot({ path: join(resultsFolder, 'screenshots', `doctor-${name}.png`) });
}

const memory = 'The machine has too little memory';
const lock = 'A stale lock keeps the gateway from starting';
const autoStop = 'Fly.io stops the machine when nobody visits it';
const takenAtMs = report().takenAtMs;

describe.each(themeKinds)('in %s', (theme) => {
  it('looks right and is accessible', async () => {
    await open({ theme, height: 900 });
    await view.show(state());
    await screenshot(theme.replace('vscode-', ''));
    expect(await seriousFindings(view.page)).toEqual([]);
  });
});

describe('a report', () => {
  it('says in words what is wrong, how old that is, and of which machine', async () => {
    await open();
    await view.show(state());
    const head = await view.page.getByRole('banner').innerText();
    expect(head).toContain(app);
    expect(head).toContain('2 errors, 1 warning, 1 note');
    expect(head).toContain('Machine wild-lobster-12');
    expect(head).toContain('Updated 12 s ago');
    expect(await view.announcement.innerText()).toBe('2 errors, 1 warning, 1 note');
    await expect
      .poll(() => view.page.getByRole('banner').innerText(), { timeout: 5_000 })
      .toContain('Updated 13 s ago');
  });

  it('shows of each finding what was seen, where, and what helps', async () => {
    await open();
    await view.show(state());
    expect(await view.titles()).toEqual(findings.map(({ title }) => title));
    const text = await view.finding(memory).innerText();
    for (const part of ['Error', 'Fly.io', 'memory-low', 'fly.toml', 'memory = "512mb"']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Shows the change of fly.toml first.');
    const more = view.finding(memory).getByRole('link', { name: 'Learn more' });
    expect(await more.getAttribute('href')).toBe('https://docs.openclaw.ai/install/fly');
  });

  it('asks the extension for what is pressed', async () => {
    await open();
    await view.show(state());
    await view.button('Copy Report').click();
    await view.button('Export Support Bundle…').click();
    await view.button('Run Again').click();
    await view.button('Give the machine 2048 MB now…').click();
    await view.finding(autoStop).getByRole('button', { name: 'fly.toml, line 19' }).click();
    expect(await view.sent()).toEqual([
      { type: 'ready' },
      { type: 'copy' },
      { type: 'export' },
      { type: 'run' },
      { type: 'fix', takenAtMs, finding: 0, fix: 1 },
      { type: 'reveal', takenAtMs, finding: 2 },
    ]);
  });

  it('folds long evidence', async () => {
    await open();
    await view.show(state());
    const evidence = view.finding(lock).locator('.evidence').nth(1);
    expect((await evidence.locator('pre').innerText()).split('\n')).toHaveLength(8);
    const more = evidence.getByRole('button', { name: 'Show all 24 lines', expanded: false });
    await more.click();
    expect((await evidence.locator('pre').innerText()).split('\n')).toHaveLength(24);
    await evidence.getByRole('button', { name: 'Show less', expanded: true }).click();
    expect((await evidence.locator('pre').innerText()).split('\n')).toHaveLength(8);
  });

  it('without findings is calm', async () => {
    await open();
    const summary = 'Nothing is wrong: 41 rules looked at';
    await view.show(state({ report: report({ findings: [], summary }) }));
    await screenshot('nothing');
    expect(await view.page.getByRole('heading', { name: 'my-openclaw is well.' }).isVisible()).toBe(true);
    expect(await view.page.getByRole('banner').innerText()).toContain(summary);
    expect(await view.filter.isVisible()).toBe(false);
    expect(await seriousFindings(view.page)).toEqual([]);
  });

  it('says what could not be read', async () => {
    await open();
    const why = 'The machine is not started (stopped), so nothing in it was looked at.';
    await view.show(
      state({ report: report({ findings: [], gaps: [{ what: 'Inside of the machine', why }] }) }),
    );
    await screenshot('gaps');
    expect(await view.page.getByRole('region', { name: 'What could not be read' }).innerText()).toContain(
      why,
    );
    expect(await view.page.getByText('is well').count()).toBe(0);
    expect(await seriousFindings(view.page)).toEqual([]);
  });
});

describe('filters', () => {
  it('choose by severity, part and text, and say how many match', async () => {
    await open({ theme: 'vscode-high-contrast' });
    await view.show(state());
    await view.button('Errors (2)').click();
    await screenshot('filtered');
    expect(await seriousFindings(view.page)).toEqual([]);
    expect(await view.titles()).toEqual(findings.slice(2).map(({ title }) => title));
    expect(await view.announcement.innerText()).toBe('2 findings match');
    await view.button('Errors (2)').click();

    await view.page.getByRole('combobox', { name: 'Part of the deployment' }).click();
    await view.page.getByRole('option', { name: 'Fly.io' }).click();
    expect(await view.titles()).toEqual([memory, autoStop]);

    await view.filter.fill('512MB');
    expect(await view.titles()).toEqual([memory]);
    expect(await view.announcement.innerText()).toBe('1 finding matches');
    await view.button('Give the machine 2048 MB now…').click();
    expect(await view.sent()).toContainEqual({ type: 'fix', takenAtMs, finding: 0, fix: 1 });
  });

  it('that let nothing through can be taken away', async () => {
    await open();
    await view.show(state());
    await view.filter.fill('no such words');
    await screenshot('no-match');
    await view.button('Show All Findings').click();
    expect(await view.titles()).toHaveLength(4);
    expect(await view.focused()).toBe(memory);
  });

  it('and the place come back when VS Code throws the page away', async () => {
    await open({ height: 400 });
    await view.show(state());
    await view.button('Notes (1)').click();
    await view.page.getByRole('combobox', { name: 'Part of the deployment' }).click();
    await view.page.getByRole('option', { name: 'Fly.io' }).click();
    await view.page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('scrollend', resolve, { once: true });
          window.scrollTo({ top: 120 });
        }),
    );
    await view.reload();
    await view.show(state({ running: true }));
    expect(await view.titles()).toEqual([memory, autoStop]);
    expect(await view.page.evaluate(() => window.scrollY)).toBe(120);
    await view.page.getByRole('combobox', { name: 'Part of the deployment' }).click();
    await view.page.getByRole('option', { name: 'Fly.io', selected: true }).waitFor({ timeout: 5_000 });
    await view.page.getByRole('button', { name: 'Notes (1)', pressed: false }).waitFor();
  });
});

describe('the keyboard', () => {
  it('does everything', async () => {
    await open();
    await view.show(state());
    const { keyboard } = view.page;
    await keyboard.press('Control+F');
    await keyboard.type('lock');
    expect(await view.titles()).toEqual([lock]);
    await keyboard.press('Escape');
    await keyboard.press('Enter');
    expect(await view.focused()).toBe(memory);
    await keyboard.press('ArrowDown');
    expect(await view.focused()).toBe(lock);
    await keyboard.press('End');
    expect(await view.focused()).toBe(findings[3]?.title);
    await keyboard.press('Home');
    await keyboard.press('Tab');
    expect(await view.focused()).toBe('fly.toml, line 31');
    await keyboard.press('Space');
    await keyboard.press('Tab');
    expect(await view.focused()).toBe('Learn more');
    await keyboard.press('Tab');
    expect(await view.focused()).toBe('Set the memory to 2048 MB in fly.toml…');
    await keyboard.press('Enter');
    expect(await view.sent()).toEqual([
      { type: 'ready' },
      { type: 'reveal', takenAtMs, finding: 0 },
      { type: 'fix', takenAtMs, finding: 0, fix: 0 },
    ]);
  });
});

describe('a new run', () => {
  it('keeps the old report, says so, and can be ended', async () => {
    await open();
    await view.show(state());
    await view.show(state({ running: true }));
    await screenshot('renewing');
    expect(await view.titles()).toHaveLength(4);
    expect(await view.page.getByRole('banner').innerText()).toContain('Looking again…');
    expect(await view.announcement.innerText()).toBe('Examining my-openclaw…');
    await view.button('Run Again').click({ force: true });
    await view.button('Cancel').click();
    await view.show(state());
    expect(await view.focused()).toBe('Run Again');
    expect(await view.sent()).toEqual([{ type: 'ready' }, { type: 'cancel' }]);
  });

  it('keeps focus and place, and what is pressed then is about the new report', async () => {
    await open({ height: 400 });
    await view.show(state());
    const fix = view.finding(autoStop).getByRole('button', { name: 'Turn auto stop off in fly.toml…' });
    await fix.focus();
    const topOf = (): Promise<number> => fix.evaluate((node) => node.getBoundingClientRect().top);
    const before = await topOf();
    await view.show(state({ running: true }));
    await view.show(state({ report: report({ takenAtMs: 7, ageMs: 0 }) }));
    expect(await topOf()).toBeCloseTo(before, 0);
    expect(await view.focused()).toBe('Turn auto stop off in fly.toml…');

    await view.show(state({ report: report({ takenAtMs: 8, findings: findings.slice(1) }) }));
    expect(await view.focused()).toBe('Turn auto stop off in fly.toml…');
    await view.page.keyboard.press('Enter');
    expect((await view.sent()).at(-1)).toEqual({ type: 'fix', takenAtMs: 8, finding: 1, fix: 0 });

    await view.show(
      state({
        report: report({
          takenAtMs: 9,
          findings: findings.slice(2, 3).map((one) => ({ ...one, explanation: 'Other words.' })),
        }),
      }),
    );
    expect(await view.focused()).toBe(autoStop);
  });

  it('that fails is told above the old report, with what helps', async () => {
    await open();
    const trouble = {
      sentence: 'Fly.io cannot be reached. Check the internet connection, then try again.',
      steps: ['Try Again', 'Show Log'],
    };
    await view.show(state({ trouble }));
    await screenshot('failed');
    const notice = view.page.getByRole('region', { name: 'The last run failed' });
    expect(await notice.innerText()).toContain(trouble.sentence);
    expect(await view.announcement.innerText()).toBe(trouble.sentence);
    expect(await view.titles()).toHaveLength(4);
    await notice.getByRole('button', { name: 'Show Log' }).click();
    expect(await view.sent()).toContainEqual({ type: 'step', step: 1 });
    expect(await seriousFindings(view.page)).toEqual([]);
  });
});

describe('the first run', () => {
  it('says what happens, and in the end why there is no report', async () => {
    await open();
    await view.show({ app, running: true });
    await screenshot('first-run');
    await view.page.getByRole('heading', { name: 'Examining my-openclaw…' }).waitFor();
    await view.button('Cancel').click();
    expect(await view.sent()).toContainEqual({ type: 'cancel' });
    expect(await seriousFindings(view.page)).toEqual([]);

    const trouble = {
      sentence: 'flyctl is not signed in to Fly.io. Sign in, then try again.',
      steps: ['Sign In', 'Try Again'],
    };
    await view.show({ app, running: false, trouble });
    await screenshot('first-run-failed');
    await view.page.getByRole('heading', { name: trouble.sentence }).waitFor();
    await view.button('Sign In').click();
    expect(await view.sent()).toContainEqual({ type: 'step', step: 0 });
  });
});

describe('a hostile report', () => {
  const markup = '<img src=x onerror="document.title=1"><script>document.title=1</script>';

  it('is shown as text, and stays within the page', async () => {
    await open({ width: 300, height: 700 });
    const hostile = finding({
      title: `Title ${markup}`,
      explanation: `${'w'.repeat(500)} ${markup}`,
      evidence: [{ source: 'x'.repeat(300), text: `${markup}${'y'.repeat(5_000)}` }],
      place: 'z'.repeat(300),
      fixes: [{ title: `Fix ${'long '.repeat(40)}`, note: '', leaves: false }],
    });
    await view.show(state({ app: 'a'.repeat(60), report: report({ findings: [hostile, ...findings] }) }));
    await screenshot('narrow-hostile');
    expect(await view.findings.first().locator('pre').innerText()).toContain(markup);
    expect(await view.page.locator('img').count()).toBe(0);
    expect(await view.page.title()).toBe('Webview');
    const overflow = await view.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

  it('of 300 findings is there as a whole, and can be searched', async () => {
    await open();
    const many = Array.from({ length: 300 }, (_, index) => finding({ title: `Finding ${index}` }));
    await view.show(state({ report: report({ findings: many }) }));
    expect(await view.titles()).toHaveLength(300);
    await view.filter.fill('finding 299');
    expect(await view.titles()).toEqual(['Finding 299']);
  });

  it('is narrow where there is little room', async () => {
    await open({ width: 300, height: 900 });
    await view.show(state());
    await screenshot('narrow');
    expect(await seriousFindings(view.page)).toEqual([]);
  });
});
