import * as vscode from 'vscode';
import { DisposableStore } from '../../core/disposable.ts';
import { toFailure } from '../../core/errors.ts';
import { LogSession } from '../../fly/logs/session.ts';
import { logPlaces } from '../../gateway/log-places.ts';
import type { FromLogView, LogOrigin, LogSubject, ToLogView } from '../../shared/logs.ts';
import { parseFromLogView } from '../../shared/parse-logs.ts';
import { showFailure } from '../common/actions.ts';
import { runCommand } from '../common/commands.ts';
import { loadWebview } from '../common/load-webview.ts';
import { machineLabel } from '../common/machine-state.ts';
import type { Services } from '../common/services.ts';
import { troubleIn } from './chips.ts';
import type { LogDocuments } from './documents.ts';
import { type AskedQuery, LogFeed, type LogSource } from './feed.ts';
import { GatewayLog } from './gateway-log.ts';
import { MachineWatch } from './machine-watch.ts';
import { tidy } from './present.ts';
import { remedyArgument, remedyOf } from './remedies.ts';
import { copyRows, openRows, saveRows } from './taking.ts';
import { openLogsInTerminal } from './terminal.ts';

export interface LogPanelOptions {
  readonly services: Pick<Services, 'extensionUri' | 'flyctl' | 'redact' | 'store' | 'machines' | 'shell'> & {
    readonly locator: Pick<Services['locator'], 'locate'>;
  };
  readonly documents: LogDocuments;
  /** How many lines are kept. */
  readonly maxLines: number;
}

/** A log, and what tells the view about it. */
interface Channel {
  readonly source: LogSource & { readonly pause?: () => void };
  readonly feed: LogFeed;
}

/** What one log tab shows. Closing the tab ends the session and its flyctl. */
export class LogPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #subject: LogSubject;
  readonly #options: LogPanelOptions;
  readonly #fly: Channel;
  readonly #disposables = new DisposableStore();
  /** OpenClaw's own logs, by the machines that they are on. */
  readonly #gateways = new Map<string, Channel>();
  #current: Channel;
  /** What the view asked for last. */
  #asked: AskedQuery | undefined;

  constructor(panel: vscode.WebviewPanel, subject: LogSubject, options: LogPanelOptions) {
    const { services, maxLines } = options;
    const { app, machine } = subject;
    this.#panel = panel;
    this.#subject = subject;
    this.#options = options;
    const target = { app, ...(machine !== undefined && { machine }) };
    const { flyctl, redact, store } = services;
    const session = new LogSession({ target, flyctl, redact, maxLines });
    this.#fly = this.#channel('fly', session);
    this.#current = this.#fly;
    this.#listen();
    loadWebview(panel, services.extensionUri, 'logs');
    session.connect();
    this.#disposables.add(new MachineWatch({ app, store, session }));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #channel(origin: LogOrigin, source: Channel['source']): Channel {
    const feed = new LogFeed({
      source,
      origin,
      subject: this.#subject,
      maxLines: this.#options.maxLines,
      machineName: (id) => this.#machineName(id),
      post: (message) => void this.#panel.webview.postMessage(message),
    });
    this.#disposables.add(source);
    this.#disposables.add(feed);
    return { source, feed };
  }

  #machineName(id: string): string {
    const machines = this.#options.services.store.app(this.#subject.app).machines.data;
    const machine = machines?.find((candidate) => candidate.id === id);
    return machine ? machineLabel(machine) : id;
  }

  #listen(): void {
    const panel = this.#panel;
    this.#disposables.add(
      panel.onDidChangeViewState(() => {
        // VS Code throws the page of a hidden tab away; its script says `ready` when the tab is shown again.
        if (!panel.visible) this.#rest(this.#current);
      }),
    );
    this.#disposables.add(
      panel.webview.onDidReceiveMessage((value: unknown) => {
        const message = parseFromLogView(value);
        if (message) this.#handle(message).catch((error: unknown) => showFailure(toFailure(error)));
      }),
    );
  }

  #rest({ feed, source }: Channel): void {
    feed.stop();
    source.pause?.();
  }

  #show(channel: Channel): void {
    if (channel !== this.#current) this.#rest(this.#current);
    this.#current = channel;
    if (this.#asked) channel.feed.start(this.#asked);
    if (channel !== this.#fly) channel.source.connect();
  }

  async #handle(message: FromLogView): Promise<void> {
    const { feed, source } = this.#current;
    switch (message.type) {
      case 'ready':
        this.#asked = message;
        return this.#show(this.#current);
      case 'query':
        this.#asked = message;
        return feed.ask(message);
      case 'watch':
        return feed.watch(message);
      case 'find':
      case 'locate':
        return feed.look(message);
      case 'reveal':
        return this.#reveal(message.id);
      case 'act':
        return this.#act(message.id);
      case 'origin':
        return this.#switchTo(message.origin);
      case 'clear':
        return source.clear();
      case 'reconnect':
        return source.connect();
      case 'step':
        return runCommand(message.step);
      case 'copy':
      case 'save':
      case 'openInEditor':
      case 'openInTerminal':
        return this.#take(message);
    }
  }

  async #take(
    message: Extract<FromLogView, { type: 'copy' | 'save' | 'openInEditor' | 'openInTerminal' }>,
  ): Promise<void> {
    const { services, documents } = this.#options;
    const subject = this.#subject;
    if (message.type === 'openInTerminal') {
      return openLogsInTerminal(subject, () => services.locator.locate());
    }
    const rows = this.#current.feed.select(message.selection);
    const taking = { redact: services.redact, documents };
    if (message.type === 'copy') return copyRows(rows, message.as, taking);
    return message.type === 'save' ? saveRows(rows, subject, taking) : openRows(rows, subject, taking);
  }

  /** The words without masks go to the page that asked and nowhere else. */
  #reveal(id: number): void {
    const row = this.#current.feed.row(id);
    if (row?.kind !== 'line' || row.raw === undefined) return;
    void this.#panel.webview.postMessage({ type: 'revealed', id, text: tidy(row.raw) } satisfies ToLogView);
  }

  async #act(id: number): Promise<void> {
    const row = this.#current.feed.row(id);
    const trouble = row?.kind === 'line' ? troubleIn(row.message) : undefined;
    const remedy = trouble && remedyOf(trouble.id);
    if (!remedy || row?.kind !== 'line') return;
    const { app, machine = row.instance } = this.#subject;
    await runCommand(remedy.command, remedyArgument(remedy, { app, ...(machine !== '' && { machine }) }));
  }

  async #switchTo(origin: LogOrigin): Promise<void> {
    let channel: Channel | undefined;
    try {
      channel = origin === 'gateway' ? await this.#openGateway() : this.#fly;
    } finally {
      this.#show(channel ?? this.#current);
    }
  }

  /** OpenClaw's own log on the machine, or on the one that the user chooses; nothing when none is chosen. */
  async #openGateway(): Promise<Channel | undefined> {
    const { services, maxLines } = this.#options;
    const machine = await services.machines.choose(this.#subject);
    if (!machine) return undefined;
    const known = this.#gateways.get(machine.id);
    if (known) return known;
    const { redact } = services;
    const shell = services.shell(machine);
    const source = new GatewayLog({
      ...{ machine, shell, redact, maxLines },
      places: (options) => logPlaces(shell, machine, options),
    });
    const channel = this.#channel('gateway', source);
    this.#gateways.set(machine.id, channel);
    return channel;
  }
}
