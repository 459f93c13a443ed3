import * as vscode from 'vscode';
import type { LogSubject } from '../../shared/logs.ts';
import { parseSubject } from '../../shared/parse-logs.ts';
import { type Tab, Tabs } from '../common/tabs.ts';

/** Fills a tab; what it returns is disposed with it. */
export type FillTab = (panel: vscode.WebviewPanel, subject: LogSubject) => vscode.Disposable;

/** The open log tabs: one for each app and machine. */
export type LogViews = Tabs<LogSubject, Tab>;

/** @param load Brings what fills tabs, when one is opened or brought back by VS Code. */
export function createLogViews(load: () => Promise<FillTab>): LogViews {
  return new Tabs({
    viewType: 'openclawDeployments.logs',
    parse: parseSubject,
    keyOf: ({ app, machine = '' }) => `${app}/${machine}`,
    titleOf: ({ title }) => vscode.l10n.t('Logs: {0}', title),
    open: (panel, subject) => new LogTab(panel, subject, load),
  });
}

/** A tab whose content is on its way. It stays when that is disposed, so that VS Code brings it back after a reload. */
class LogTab implements Tab {
  readonly #panel: vscode.WebviewPanel;
  #content: vscode.Disposable | undefined;
  #isDisposed = false;

  constructor(panel: vscode.WebviewPanel, subject: LogSubject, load: () => Promise<FillTab>) {
    this.#panel = panel;
    void load().then((fill) => {
      if (!this.#isDisposed) this.#content = fill(panel, subject);
    });
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#content?.dispose();
  }
}
