import { randomBytes } from 'node:crypto';

export interface WebviewPage {
  /** The name of the page, before it says more itself. */
  readonly title: string;
  /** `webview.cspSource` */
  readonly cspSource: string;
  /** Addresses of the bundle, as the webview sees them. */
  readonly script: string;
  readonly style: string;
  /** A language tag, e.g. `en`. */
  readonly language: string;
  /** The texts of that language, if it is not English. */
  readonly texts: Readonly<Record<string, string>> | undefined;
}

/**
 * The page of a webview: nothing but our own script and style may load. FAST, under the toolkit, takes the nonce for its
 * style elements from the meta element `csp-nonce`.
 */
export function webviewPage(page: WebviewPage): string {
  const nonce = randomBytes(18).toString('base64');
  const policy = [
    `default-src 'none'`,
    `style-src ${page.cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(page.language)}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta property="csp-nonce" content="${nonce}">
  <link rel="stylesheet" href="${escapeHtml(page.style)}">
  <title>${escapeHtml(page.title)}</title>
</head>
<body data-texts="${escapeHtml(JSON.stringify(page.texts ?? {}))}">
  <script nonce="${nonce}" type="module" src="${escapeHtml(page.script)}"></script>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
