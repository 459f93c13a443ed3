import * as vscode from 'vscode';
import { Failure } from '../../core/errors.ts';
import type { Machine } from '../../fly/model.ts';
import { runsOpenClaw } from '../../fly/openclaw.ts';
import { publicHosts } from '../../fly/public-hosts.ts';
import { candidatePorts } from '../../gateway/location.ts';
import { isRunning } from '../common/machine-state.ts';
import type { Services } from '../common/services.ts';
import { openGateway } from './open-gateway.ts';
import { externalUri, type Proxies } from './proxies.ts';

type Store = Pick<Services, 'store'>;

/** The machine whose gateway is meant: of the app's machines the first that is started and runs OpenClaw. @throws Failure */
async function gatewayMachine({ store }: Store, app: string): Promise<Machine> {
  const machines = await store.machines(app, { fresh: true });
  const started = machines.filter(({ state }) => isRunning(state));
  const machine = started.find(runsOpenClaw) ?? started[0];
  if (!machine) throw new Failure('noStartedMachine', { facts: { app } });
  return machine;
}

/** The port that the gateway of the app most likely listens on. @throws Failure */
export async function gatewayPort(services: Store, app: string): Promise<number> {
  const [port = 0] = candidatePorts(await gatewayMachine(services, app));
  return port;
}

/** @throws Failure */
async function hostsOf({ store }: Store, app: string): Promise<readonly string[]> {
  const [addresses, machines] = await Promise.all([store.read(app, 'addresses', {}), store.machines(app)]);
  if (!addresses.some((address) => address.public)) return [];
  // A token may be allowed to see the app but not its certificates.
  const certificates = await store.read(app, 'certificates', {}).catch(() => []);
  return publicHosts({ app, addresses, certificates, machines });
}

/** Opens the Control UI in the browser: of a public app at its address, of a private one through a proxy. @throws Failure */
export async function openControlUi(services: Services, proxies: Proxies, app: string): Promise<void> {
  const url = await controlUiUrl(services, proxies, app);
  if (url) await vscode.env.openExternal(url);
}

/** @throws Failure */
export async function copyControlUiUrl(services: Services, proxies: Proxies, app: string): Promise<void> {
  const url = await controlUiUrl(services, proxies, app);
  if (!url) return;
  await vscode.env.clipboard.writeText(url.toString(true));
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied {0}', url.toString(true)), 5_000);
}

async function controlUiUrl(
  services: Services,
  proxies: Proxies,
  app: string,
): Promise<vscode.Uri | undefined> {
  const hosts = await hostsOf(services, app);
  if (hosts.length > 0) {
    const host = await chooseHost(app, hosts);
    return host === undefined ? undefined : vscode.Uri.from({ scheme: 'https', authority: host, path: '/' });
  }
  const remotePort = await gatewayPort(services, app);
  const proxy = await openGateway(proxies, app, remotePort);
  return proxy && externalUri(proxy);
}

async function chooseHost(app: string, hosts: readonly string[]): Promise<string | undefined> {
  if (hosts.length === 1) return hosts[0];
  return vscode.window.showQuickPick(hosts, { placeHolder: vscode.l10n.t('Address of {0}', app) });
}
