import * as vscode from 'vscode';
import { Failure } from '../../core/errors.ts';
import { explain } from '../../core/explain.ts';
import { typedCommand } from '../../fly/command.ts';
import { freePort, openProxy, type Proxy } from '../../fly/proxy.ts';
import { type ProxyTarget, runProxy } from '../../fly/verbs/proxy.ts';
import { answersHttp } from '../../gateway/answers.ts';
import type { Services } from '../common/services.ts';

/** A tunnel that was just built takes a moment; a gateway that starts is not waited for. */
const answerMs = 5_000;

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
  readonly #starting = new Map<string, Promise<Proxy>>();
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
  async open(wanted: WantedProxy): Promise<OpenedProxy | undefined> {
    const { app, remotePort, isGateway } = wanted;
    const running = this.#running.get(keyOf(wanted));
    const target = running ?? { app, remotePort, localPort: await freePort(wanted.localPort) };
    const title = vscode.l10n.t('Opening port {0} of {1} on this computer', remotePort, app);
    const commands = running ? [] : [typedCommand(runProxy(target).args)];
    const result = await this.#services.actions.run({ title, commands }, async ({ signal, report }) => {
      const proxy = running ?? (await this.#start({ ...target, isGateway }, signal));
      if (!isGateway) return { proxy, answers: true };
      report(vscode.l10n.t('asking whether the gateway answers'));
      return { proxy, answers: await answersHttp(`http://127.0.0.1:${proxy.localPort}`, answerMs, signal) };
    });
    return result.status === 'ok' ? result.value : undefined;
  }

  dispose(): void {
    for (const proxy of this.#running.values()) proxy.dispose();
    this.#changed.dispose();
  }

  /** Whoever wants the same meanwhile gets the same. */
  #start(wanted: WantedProxy, signal: AbortSignal): Promise<Proxy> {
    const key = keyOf(wanted);
    let starting = this.#starting.get(key);
    if (!starting) {
      starting = openProxy(this.#services.flyctl, wanted, signal)
        .then((proxy) => this.#keep(wanted, proxy))
        .finally(() => this.#starting.delete(key));
      this.#starting.set(key, starting);
    }
    return starting;
  }

  #keep(wanted: WantedProxy, proxy: Proxy): Proxy {
    const key = keyOf(proxy);
    this.#running.set(key, proxy);
    this.#changed.fire();
    void proxy.ended.then((failure) => {
      this.#running.delete(key);
      this.#changed.fire();
      if (failure) void this.#tellEnd({ ...wanted, localPort: proxy.localPort }, failure);
    });
    return proxy;
  }

  async #tellEnd(wanted: WantedProxy, failure: Failure): Promise<void> {
    const { app, remotePort } = wanted;
    this.#services.log.warn(`The proxy to port ${remotePort} of ${app} ended: ${failure.message}`);
    const restart = vscode.l10n.t('Restart Proxy');
    const told = vscode.l10n.t('The proxy to {0} has ended. {1}', app, explain(failure).sentence);
    if ((await vscode.window.showWarningMessage(told, restart)) === restart) await this.open(wanted);
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
