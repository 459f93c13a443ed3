import * as vscode from 'vscode';
import { Failure } from '../../core/errors.ts';
import { explain } from '../../core/explain.ts';
import { typedCommand } from '../../fly/command.ts';
import { freePort, openProxy, type Proxy } from '../../fly/proxy.ts';
import { type ProxyTarget, runProxy } from '../../fly/verbs/proxy.ts';
import { answersHttp } from '../../gateway/answers.ts';
import type { Services } from '../common/services.ts';

/** A tunnel that was just built takes a moment; a gateway that starts is not waited for. */
const answerMs = 10_000;

export interface WantedProxy extends ProxyTarget {
  /** Whether the port is that of the gateway, which is then asked whether it answers. */
  readonly isGateway: boolean;
}

export interface OpenedProxy {
  readonly proxy: Proxy;
  /** False when the gateway was asked and did not answer. */
  readonly answers: boolean;
}

/** The proxies of this window, one for each port of an app. They end with it. */
export class Proxies implements vscode.Disposable {
  readonly #services: Pick<Services, 'flyctl' | 'actions' | 'log'>;
  readonly #running = new Map<string, Proxy>();
  readonly #opening = new Map<string, Promise<OpenedProxy | undefined>>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(services: Pick<Services, 'flyctl' | 'actions' | 'log'>) {
    this.#services = services;
  }

  /** Those that run, the oldest first. */
  get running(): readonly Proxy[] {
    return [...this.#running.values()];
  }

  /** The one that runs or a new one; `undefined` when the user cancelled, or was told why it cannot be opened. */
  async open(target: WantedProxy): Promise<OpenedProxy | undefined> {
    const key = keyOf(target);
    let opening = this.#opening.get(key);
    if (!opening) {
      opening = this.#open(target).finally(() => this.#opening.delete(key));
      this.#opening.set(key, opening);
    }
    return opening;
  }

  dispose(): void {
    for (const proxy of this.#running.values()) proxy.dispose();
    this.#changed.dispose();
  }

  async #open({ app, remotePort, localPort, isGateway }: WantedProxy): Promise<OpenedProxy | undefined> {
    const running = this.#running.get(keyOf({ app, remotePort }));
    const target = running ?? { app, remotePort, localPort: await freePort(localPort) };
    const title = vscode.l10n.t('Opening port {0} of {1} on this computer', remotePort, app);
    const commands = running ? [] : [typedCommand(runProxy(target).args)];
    const result = await this.#services.actions.run({ title, commands }, async ({ signal, report }) => {
      const proxy = running ?? (await this.#start(target, signal));
      if (!isGateway) return { proxy, answers: true };
      report(vscode.l10n.t('asking whether the gateway answers'));
      return { proxy, answers: await answersHttp(`http://127.0.0.1:${proxy.localPort}`, answerMs, signal) };
    });
    return result.status === 'ok' ? result.value : undefined;
  }

  async #start(target: ProxyTarget, signal: AbortSignal): Promise<Proxy> {
    const proxy = await openProxy(this.#services.flyctl, target, signal);
    this.#keep(proxy);
    return proxy;
  }

  #keep(proxy: Proxy): void {
    const key = keyOf(proxy);
    this.#running.set(key, proxy);
    this.#changed.fire();
    void proxy.ended.then((failure) => {
      this.#running.delete(key);
      this.#changed.fire();
      if (failure) void this.#tellEnd(proxy, failure);
    });
  }

  async #tellEnd(proxy: Proxy, failure: Failure): Promise<void> {
    const { app, remotePort, localPort } = proxy;
    this.#services.log.warn(`The proxy to port ${remotePort} of ${app} ended: ${failure.message}`);
    const restart = vscode.l10n.t('Restart Proxy');
    const told = vscode.l10n.t('The proxy to {0} has ended. {1}', app, explain(failure).sentence);
    const chosen = await vscode.window.showWarningMessage(told, restart);
    if (chosen === restart) await this.open({ app, remotePort, localPort, isGateway: false });
  }
}

/** Where the proxy is reached from this computer. */
export function addressOf({ localPort }: Proxy): string {
  return `http://localhost:${localPort}`;
}

/** The address that a browser on the user's side reaches, also from a remote window. */
export function externalUri(proxy: Proxy): Thenable<vscode.Uri> {
  return vscode.env.asExternalUri(vscode.Uri.parse(`${addressOf(proxy)}/`));
}

function keyOf({ app, remotePort }: Pick<ProxyTarget, 'app' | 'remotePort'>): string {
  return `${app}:${remotePort}`;
}
