import { describe, expect, it } from 'vitest';
import { type WebviewPage, webviewPage } from '../../../../src/features/common/webview-page.ts';

const page: WebviewPage = {
  title: 'Logs: my-openclaw',
  cspSource: 'https://*.vscode-cdn.net',
  script: 'https://file.vscode-cdn.net/logs.js',
  style: 'https://file.vscode-cdn.net/logs.css',
  language: 'ja',
  texts: { Live: 'ライブ' },
};

function policyOf(html: string): string {
  return /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
}

describe('webviewPage', () => {
  it('lets nothing load but our own script and style', () => {
    const html = webviewPage(page);
    const nonce = /property="csp-nonce" content="([^"]+)"/.exec(html)?.[1];
    expect(policyOf(html).split('; ')).toEqual([
      "default-src 'none'",
      `style-src https://*.vscode-cdn.net 'nonce-${nonce}'`,
      `script-src 'nonce-${nonce}'`,
    ]);
    expect(html).toContain(`<script nonce="${nonce}" type="module" src="${page.script}">`);
  });

  it('has a new nonce each time', () => {
    expect(policyOf(webviewPage(page))).not.toBe(policyOf(webviewPage(page)));
  });

  it('cannot be broken out of by a text', () => {
    const html = webviewPage({ ...page, texts: { a: '"><script>alert(1)</script>' } });
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&quot;&gt;&lt;script&gt;');
  });
});
