import * as vscode from 'vscode';
import type { Services } from '../common/services.ts';
import { copyControlUiUrl, openControlUi } from './control-ui.ts';
import { Proxies } from './proxies.ts';
import { showProxies, startProxy, stopProxy } from './proxy-commands.ts';
import { showProxyStatus } from './proxy-status.ts';

/** What the commands do, with the proxies of the window, which end when it is disposed. */
export interface Access extends vscode.Disposable {
  openControlUi(app: string): Promise<void>;
  copyControlUiUrl(app: string): Promise<void>;
  startProxy(app: string): Promise<void>;
  stopProxy(): Promise<void>;
  showProxies(): Promise<void>;
}

export function createAccess(services: Services): Access {
  const proxies = new Proxies(services);
  const status = showProxyStatus(proxies);
  return {
    openControlUi: (app) => openControlUi(services, proxies, app),
    copyControlUiUrl: (app) => copyControlUiUrl(services, proxies, app),
    startProxy: (app) => startProxy(services, proxies, app),
    stopProxy: () => stopProxy(proxies),
    showProxies: () => showProxies(proxies),
    dispose: () => {
      status.dispose();
      proxies.dispose();
    },
  };
}
