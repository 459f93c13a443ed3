import * as vscode from 'vscode';
import { DisposableStore } from '../../core/disposable.ts';
import { LogSession } from '../../fly/logs/session.ts';
import type { Flyctl } from '../../fly/flyctl.ts';
import { type FromLogView, type LogSubject, parseFromLogView } from '../../shared/logs.ts';
import { runCommand } from '../common/commands.ts';
import { loadWebview } from '../common/load-webview.ts';
import type { Tab } from '../common/tabs.ts';
import { LogFeed } from './feed.ts';
import { openLogsInTerminal } from './terminal.ts';

export interface LogPanelServices {
  readonly extensionUri: vscode.Uri;
  readonly flyctl: Pick<Flyctl, 'stream'>;
  readonly redact: (text: string) => string;
  /** @throws Failure `notInstalled` */
  flyctlPath(): Promise<string>;
  /** The setting for how many lines are kept. */
  maxLines(): number;
}

/** One log in one editor tab. Closing the tab ends the session and its flyctl. */
export class LogPanel implements Tab {
  readonly #panel: vscode.WebviewPanel;
  readonly #subject: LogSubject;
  readonly #services: LogPanelServices;
  readonly #session: LogSession;
  readonly #feed: LogFeed;
  readonly #disposables = new DisposableStore();

  constructor(panel: vscode.WebviewPanel, subject: LogSubject, services: LogPanelServices) {
    const { app, machine } = subject;
    const maxLines = services.maxLines();
    this.#panel = panel;
    this.#subject = subject;
    this.#services = services;
    this.#session = this.#disposables.add(
      new LogSession({
        target: { app, ...(machine !== undefined && { machine }) },
        flyctl: services.flyctl,
        redact: services.redact,
        maxLines,
      }),
    );
    this.#feed = this.#disposables.add(
      new LogFeed({
        source: this.#session,
        subject,
        maxRows: maxLines,
        post: (message) => void panel.webview.postMessage(message),
      }),
    );
    this.#listen();
    loadWebview(panel, services.extensionUri, 'logs');
    this.#session.connect();
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Ends flyctl. The tab stays, so that VS Code brings it back when the window was only reloaded. */
  dispose(): void {
    this.#disposables.dispose();
  }

  #listen(): void {
    const panel = this.#panel;
    this.#disposables.add(
      panel.onDidChangeViewState(() => {
        // VS Code throws the page of a hidden tab away; its script says `ready` when the tab is shown again.
        if (!panel.visible) this.#feed.stop();
      }),
    );
    this.#disposables.add(
      panel.webview.onDidReceiveMessage((value: unknown) => {
        const message = parseFromLogView(value);
        if (message) this.#handle(message);
      }),
    );
  }

  #handle(message: FromLogView): void {
    switch (message.type) {
      case 'ready':
        return this.#feed.start();
      case 'clear':
        return this.#session.clear();
      case 'reconnect':
        return this.#session.connect();
      case 'openInTerminal':
        return void openLogsInTerminal(this.#subject, () => this.#services.flyctlPath());
      case 'copy':
        return void copy(message.text);
      case 'step':
        return void runCommand(message.step);
    }
  }
}

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Log lines copied.'), 4_000);
}
