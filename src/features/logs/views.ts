import * as vscode from 'vscode';
import { type LogSubject, parseSubject } from '../../shared/logs.ts';
import { LogPanel, type LogPanelServices } from './panel.ts';

const viewType = 'openclawDeployments.logs';

/** The open log tabs: one for each app and machine. They come back when the window is reloaded. */
export class LogViews implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #services: LogPanelServices;
  readonly #panels = new Map<string, LogPanel>();
  readonly #registration: vscode.Disposable;

  constructor(services: LogPanelServices) {
    this.#services = services;
    this.#registration = vscode.window.registerWebviewPanelSerializer(viewType, this);
  }

  /** Shows the log in a new tab, or brings the tab to the front that shows it already. */
  show(target: { readonly app: string; readonly machine?: string; readonly title?: string }): void {
    const { app, machine, title = machine ?? app } = target;
    const subject = { app, title, ...(machine !== undefined && { machine }) };
    const open = this.#panels.get(keyOf(subject));
    if (open) return open.reveal();
    this.#adopt(vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active), subject);
  }

  /** VS Code brings back a tab of the window's last life. Restricted Mode runs nothing, so it has none. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const subject = parseSubject(state);
    if (!subject || !vscode.workspace.isTrusted || this.#panels.has(keyOf(subject))) panel.dispose();
    else this.#adopt(panel, subject);
    return Promise.resolve();
  }

  /** Ends the sessions. */
  dispose(): void {
    this.#registration.dispose();
    for (const panel of this.#panels.values()) panel.dispose();
  }

  #adopt(webviewPanel: vscode.WebviewPanel, subject: LogSubject): void {
    const key = keyOf(subject);
    const panel = new LogPanel(webviewPanel, subject, this.#services);
    this.#panels.set(key, panel);
    panel.onDidDispose(() => this.#panels.delete(key));
  }
}

function keyOf({ app, machine = '' }: LogSubject): string {
  return `${app}/${machine}`;
}
