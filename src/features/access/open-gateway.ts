import * as vscode from 'vscode';
import type { Proxy } from '../../fly/proxy.ts';
import { runCommand } from '../common/commands.ts';
import { addressOf, type OpenedProxy, type Proxies } from './proxies.ts';

/**
 * A proxy to the gateway of an app, on the same port of this computer where that is free: gateways allow the origin
 * `http://localhost` with their own port by themselves, and browsers keep the approved device under the address.
 * @returns `undefined` when it was not opened, or is not wanted because nothing answers through it.
 */
export async function openGateway(
  proxies: Proxies,
  app: string,
  remotePort: number,
  localPort = remotePort,
): Promise<Proxy | undefined> {
  const opened = await proxies.open({ app, remotePort, localPort, isGateway: true });
  if (!opened) return undefined;
  if (opened.proxy.localPort !== remotePort) tellOrigin(opened.proxy);
  return (await isWanted(opened)) ? opened.proxy : undefined;
}

/** To a gateway, who comes through a proxy is no local client, so the exact origin has to be allowed. */
function tellOrigin(proxy: Proxy): void {
  const told = vscode.l10n.t(
    'The proxy to {0} listens on port {1}. If the Control UI says “origin not allowed”, add {2} to gateway.controlUi.allowedOrigins.',
    proxy.app,
    proxy.localPort,
    addressOf(proxy),
  );
  void vscode.window.showInformationMessage(told);
}

/** A gateway that does not answer may still be what the user wants to see. */
async function isWanted({ proxy, answers }: OpenedProxy): Promise<boolean> {
  if (answers) return true;
  const { app, remotePort } = proxy;
  const told = vscode.l10n.t(
    'Nothing answers through the proxy on port {0} of {1}. The gateway may still be starting, or listen on IPv4 only, which Fly’s private network does not reach.',
    remotePort,
    app,
  );
  const doctor = vscode.l10n.t('Run Doctor');
  const goOn = vscode.l10n.t('Go On Anyway');
  const chosen = await vscode.window.showWarningMessage(told, doctor, goOn);
  if (chosen === doctor) await runCommand('runDoctor', { app });
  return chosen === goOn;
}
