import * as vscode from 'vscode';
import type { StoreChange } from '../../fly/store.ts';
import { troublesOf, troubleWord } from '../common/app-facts.ts';
import { type CommandName, commandId } from '../common/commands.ts';
import type { Services } from '../common/services.ts';
import { statusLook } from './status-text.ts';

/** Commands that the tooltip offers. */
const offered = ['showLogs', 'openControlUi', 'runDoctor'] as const satisfies readonly CommandName[];

function label(command: (typeof offered)[number]): string {
  switch (command) {
    case 'showLogs':
      return vscode.l10n.t('Show Logs');
    case 'openControlUi':
      return vscode.l10n.t('Open Control UI');
    case 'runDoctor':
      return vscode.l10n.t('Run Doctor');
  }
}

function tooltip(app: string, lines: readonly string[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  text.isTrusted = { enabledCommands: offered.map(commandId) };
  text.appendMarkdown('**').appendText(app).appendMarkdown('**  \n');
  for (const line of lines) text.appendText(line).appendMarkdown('  \n');
  const target = encodeURIComponent(JSON.stringify([{ app }]));
  const links = offered.map((command) => `[${label(command)}](command:${commandId(command)}?${target})`);
  return text.appendMarkdown(`\n${links.join(' · ')}`);
}

/** Whether the status bar may say something else after the change. */
function concerns(change: StoreChange, app: string | undefined): boolean {
  if (change === 'apps') return true;
  return change.app === app && (change.part === 'machines' || change.part === 'addresses');
}

/** The state of the workspace's app in the status bar, by what is held. A click shows the app in the tree. */
export function registerStatus({ store, hardened }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('app', vscode.StatusBarAlignment.Left, 10);
  item.name = vscode.l10n.t('OpenClaw Deployment');
  const render = (): void => {
    const [app] = store.knownApps;
    if (app === undefined) return item.hide();
    const held = store.app(app);
    const troubles = troublesOf(held, { publicAgain: hardened.isPublicAgain(app) }).map(troubleWord);
    const { text, lines, troubled } = statusLook(app, held.machines, troubles);
    item.text = text;
    item.tooltip = tooltip(app, lines);
    item.accessibilityInformation = {
      label: [text.replaceAll(/\$\([^)]*\) ?/g, ''), ...troubles].join(', '),
    };
    item.backgroundColor = troubled ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    item.command = {
      command: commandId('showApp'),
      title: vscode.l10n.t('Show Deployment'),
      arguments: [app],
    };
    item.show();
  };
  render();
  return vscode.Disposable.from(
    item,
    vscode.Disposable.from(store.onDidChange((change) => concerns(change, store.knownApps[0]) && render())),
    vscode.Disposable.from(hardened.onDidChange(render)),
  );
}
