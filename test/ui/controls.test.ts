import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { resultsFolder } from '../../scripts/lib/project.mjs';
import { launchBrowser } from '../../scripts/vscode-host/browser.ts';
import { seriousFindings } from './webview/accessibility.ts';
import { serveWebview, type Site } from './webview/site.ts';
import { standInForVscode, type ThemeKind, themeKinds } from './webview/vscode-stand-in.ts';

let browser: Browser;
let site: Site;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  site = await serveWebview('test/ui/webview/controls-page.ts');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await site[Symbol.asyncDispose]();
});

afterEach(async () => {
  await page.close();
  expect(complaints.splice(0)).toEqual([]);
});

async function open(theme: ThemeKind = 'vscode-dark'): Promise<void> {
  page = await browser.newPage({ viewport: { width: 640, height: 260 } });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await standInForVscode(page, theme);
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Primary' }).waitFor();
}

/** The computed style of an element, inside a control also. */
function colourOf(
  selector: string,
  property: 'color' | 'backgroundColor' = 'backgroundColor',
): Promise<string> {
  return page.locator(selector).evaluate((node, property) => getComputedStyle(node)[property], property);
}

describe('controls', () => {
  it.each(themeKinds)('have the colours of %s and are accessible', async (theme) => {
    await open(theme);
    await page.screenshot({
      path: join(resultsFolder, 'screenshots', `controls-${theme.replace('vscode-', '')}.png`),
    });
    const background = await page.evaluate(() =>
      getComputedStyle(document.body).getPropertyValue('--vscode-button-background'),
    );
    const expected = await page.evaluate((colour) => {
      const probe = document.createElement('i');
      probe.style.color = colour;
      document.body.append(probe);
      const computed = getComputedStyle(probe).color;
      probe.remove();
      return computed;
    }, background);
    expect(await colourOf('vscode-button[appearance="primary"]')).toBe(expected);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('take on another theme when VS Code changes it', async () => {
    await open('vscode-dark');
    await page.evaluate(() => {
      document.documentElement.style.setProperty('--vscode-button-background', 'rgb(1, 2, 3)');
      document.body.className = 'vscode-light';
    });
    await expect.poll(() => colourOf('vscode-button[appearance="primary"]')).toBe('rgb(1, 2, 3)');
  });

  it('have names that a screen reader can say', async () => {
    await open();
    await page.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Clear', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Wrap', exact: true, pressed: true }).waitFor();
    await page.getByRole('checkbox', { name: 'Agree', checked: true }).waitFor();
    await page.getByRole('combobox', { name: 'Region' }).waitFor();
    await page.getByRole('img', { name: 'Loading' }).waitFor();
  });

  it('report what the user does in plain values', async () => {
    await open();
    await page.getByRole('button', { name: 'Secondary' }).click();
    await page.getByRole('textbox').pressSequentially('Al');
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('checkbox').click();
    await page.getByRole('combobox').click();
    await page.getByRole('option', { name: 'Tokyo', selected: true }).waitFor({ timeout: 5_000 });
    await page.getByRole('option', { name: 'Ashburn' }).click();
    await expect
      .poll(() => page.locator('output').innerText())
      .toBe('secondary;name=A;name=Al;clear;agree=false;region=iad;');
  });
});
