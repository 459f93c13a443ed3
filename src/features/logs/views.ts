import * as vscode from 'vscode';
import { type LogSubject, parseSubject } from '../../shared/logs.ts';
import { Tabs } from '../common/tabs.ts';
import { LogPanel, type LogPanelServices } from './panel.ts';

/** The open log tabs: one for each app and machine. */
export type LogViews = Tabs<LogSubject, LogPanel>;

export function createLogViews(services: LogPanelServices): LogViews {
  return new Tabs({
    viewType: 'openclawDeployments.logs',
    parse: parseSubject,
    keyOf: ({ app, machine = '' }) => `${app}/${machine}`,
    titleOf: ({ title }) => vscode.l10n.t('Logs: {0}', title),
    open: (panel, subject) => new LogPanel(panel, subject, services),
  });
}
