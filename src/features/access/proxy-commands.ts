import * as vscode from 'vscode';
import type { Proxy } from '../../fly/proxy.ts';
import type { Services } from '../common/services.ts';
import { gatewayPort } from './control-ui.ts';
import { openGateway } from './open-gateway.ts';
import { addressOf, externalUri, type Proxies } from './proxies.ts';

/** Asks for the ports and starts a proxy. @throws Failure */
export async function startProxy(services: Services, proxies: Proxies, app: string): Promise<void> {
  const port = await gatewayPort(services, app);
  const ports = await askPorts(app, port);
  if (!ports) return;
  const { localPort, remotePort } = ports;
  const proxy =
    remotePort === port
      ? await openGateway(proxies, app, remotePort, localPort)
      : (await proxies.open({ app, remotePort, localPort, isGateway: false }))?.proxy;
  if (proxy) vscode.window.setStatusBarMessage(describe(proxy), 8_000);
}

/** Lets the user choose one of the running proxies and ends it. */
export async function stopProxy(proxies: Proxies): Promise<void> {
  const proxy = await chooseProxy(proxies);
  proxy?.dispose();
}

/** Shows the running proxies, and what can be done with the chosen one. */
export async function showProxies(proxies: Proxies): Promise<void> {
  const proxy = await chooseProxy(proxies);
  if (!proxy) return;
  const deeds = [
    {
      label: vscode.l10n.t('Open in Browser'),
      act: async () => vscode.env.openExternal(await externalUri(proxy)),
    },
    {
      label: vscode.l10n.t('Copy URL'),
      act: async () => vscode.env.clipboard.writeText((await externalUri(proxy)).toString(true)),
    },
    { label: vscode.l10n.t('Stop'), act: async () => proxy.dispose() },
  ];
  const chosen = await vscode.window.showQuickPick(deeds, { placeHolder: describe(proxy) });
  await chosen?.act();
}

async function chooseProxy({ running }: Proxies): Promise<Proxy | undefined> {
  if (running.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No proxy runs in this window.'));
  }
  if (running.length <= 1) return running[0];
  const items = running.map((proxy) => ({ label: proxy.app, description: describe(proxy), proxy }));
  const placeHolder = vscode.l10n.t('Proxy of this window');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.proxy;
}

/** Where a proxy leads. */
export function describe(proxy: Proxy): string {
  return vscode.l10n.t('{0} leads to port {1} of {2}', addressOf(proxy), proxy.remotePort, proxy.app);
}

async function askPorts(app: string, port: number) {
  const written = await vscode.window.showInputBox({
    title: vscode.l10n.t('Proxy to {0}', app),
    prompt: vscode.l10n.t(
      'Port of this computer, a colon, port of the machine. 0 takes any free port of this computer.',
    ),
    value: `${port}:${port}`,
    validateInput: (text) => (readPorts(text) ? undefined : vscode.l10n.t('Type two ports, e.g. 3000:3000.')),
  });
  return written === undefined ? undefined : readPorts(written);
}

function readPorts(text: string): { readonly localPort: number; readonly remotePort: number } | undefined {
  const [, local, remote] = /^(\d{1,5}):(\d{1,5})$/.exec(text.trim()) ?? [];
  const [localPort, remotePort] = [Number(local), Number(remote)];
  return localPort <= 65_535 && remotePort >= 1 && remotePort <= 65_535
    ? { localPort, remotePort }
    : undefined;
}
