import * as vscode from 'vscode';
import { commandId } from '../common/commands.ts';
import type { Proxies } from './proxies.ts';
import { describe } from './proxy-commands.ts';

/** Says in the status bar which proxies run; a click shows what can be done with them. */
export function showProxyStatus(proxies: Proxies): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('proxies', vscode.StatusBarAlignment.Left);
  item.name = vscode.l10n.t('Fly.io Proxies');
  item.command = commandId('showProxies');
  const update = (): void => {
    const { running } = proxies;
    const [first] = running;
    if (!first) return item.hide();
    const names = running.map(({ app, localPort }) => `${app}:${localPort}`);
    item.text = `$(plug) ${names.length === 1 ? names.join() : vscode.l10n.t('{0} proxies', names.length)}`;
    item.tooltip = running.map(describe).join('\n');
    item.accessibilityInformation = { label: vscode.l10n.t('Proxies: {0}', names.join(', ')) };
    item.show();
  };
  update();
  return vscode.Disposable.from(item, proxies.onDidChange(update));
}
