import type { Page } from 'playwright-core';
import recorded from './themes.json' with { type: 'json' };

/** The classes that VS Code gives the body of a webview. */
export const themeKinds = [
  'vscode-dark',
  'vscode-light',
  'vscode-high-contrast',
  'vscode-high-contrast-light',
] as const;

export type ThemeKind = (typeof themeKinds)[number];

/**
 * What VS Code 1.139 sets for its default themes (Dark 2026, Light 2026 and the two high contrast themes), as far as
 * our webviews and the toolkit read it.
 */
const colours: Readonly<Record<ThemeKind, Readonly<Record<string, string>>>> = recorded;

const fonts = {
  '--vscode-font-family': 'system-ui, "Ubuntu", "Droid Sans", sans-serif',
  '--vscode-font-size': '13px',
  '--vscode-font-weight': 'normal',
  '--vscode-editor-font-family': '"Droid Sans Mono", "monospace", monospace',
  '--vscode-editor-font-size': '14px',
  '--vscode-editor-font-weight': 'normal',
};

/** The style that VS Code puts into every webview, and the colour behind it. */
const defaultStyle = `
  html { background: var(--vscode-editor-background);
    scrollbar-color: var(--vscode-scrollbarSlider-background) var(--vscode-editor-background); }
  body { overscroll-behavior-x: none; background-color: transparent; color: var(--vscode-editor-foreground);
    font-family: var(--vscode-font-family); font-weight: var(--vscode-font-weight);
    font-size: var(--vscode-font-size); margin: 0; padding: 0 20px; }
`;

declare global {
  interface Window {
    /** What the page has sent to the extension. */
    posted: unknown[];
    /** The extension, if somebody plays its part. */
    tellHost?: (message: unknown) => Promise<void>;
  }
}

/** Makes the pages that `page` loads from now on believe that they are a webview in VS Code. */
export async function standInForVscode(page: Page, kind: ThemeKind): Promise<void> {
  const variables = { ...colours[kind], ...fonts };
  await page.addInitScript(
    ([kind, variables, defaultStyle]) => {
      window.posted = [];
      const api = {
        postMessage: (message: unknown) => {
          window.posted.push(message);
          void window.tellHost?.(message);
        },
        getState: (): unknown => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
        setState: (state: unknown) => {
          sessionStorage.setItem('state', JSON.stringify(state));
          return state;
        },
      };
      Object.assign(window, { acquireVsCodeApi: () => api });
      const dress = (): void => {
        for (const [name, value] of Object.entries(variables)) {
          document.documentElement.style.setProperty(name, value);
        }
        document.body.className = kind;
        document.body.dataset['vscodeThemeKind'] = kind;
        const style = document.createElement('style');
        style.nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.content ?? '';
        style.textContent = defaultStyle;
        document.head.prepend(style);
      };
      // Before the page's own script, which is deferred, and after the parser has made the body.
      const observer = new MutationObserver(() => {
        if (!document.body) return;
        observer.disconnect();
        dress();
      });
      observer.observe(document, { childList: true, subtree: true });
    },
    [kind, variables, defaultStyle] as const,
  );
}
