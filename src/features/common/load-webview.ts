import * as vscode from 'vscode';
import { webviewPage } from './webview-page.ts';

/** Loads one of our own pages, which may use nothing but its files, and gives it the texts of the user's language. */
export function loadWebview(panel: vscode.WebviewPanel, extensionUri: vscode.Uri, name: string): void {
  const { webview, title } = panel;
  const root = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  const address = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(root, file)).toString();
  webview.options = { enableScripts: true, localResourceRoots: [root] };
  webview.html = webviewPage({
    title,
    cspSource: webview.cspSource,
    script: address(`${name}.js`),
    style: address(`${name}.css`),
    language: vscode.env.language,
    texts: vscode.l10n.bundle,
  });
}
