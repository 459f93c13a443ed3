import * as vscode from 'vscode';
import type { FromLogView, ToLogView } from '../../src/shared/logs.ts';
import { eventually } from './eventually.ts';

/** A tab whose page is played by a test. */
export class LogPage implements vscode.WebviewPanel {
  readonly #fromPage = new vscode.EventEmitter<FromLogView>();
  readonly #viewState = new vscode.EventEmitter<vscode.WebviewPanelOnDidChangeViewStateEvent>();
  readonly #disposed = new vscode.EventEmitter<void>();
  readonly #received: ToLogView[] = [];
  readonly viewType = 'test';
  readonly options = {};
  readonly viewColumn = vscode.ViewColumn.One;
  readonly active = true;
  readonly onDidChangeViewState = this.#viewState.event;
  readonly onDidDispose = this.#disposed.event;
  title = '';
  visible = true;
  readonly webview: vscode.Webview = {
    options: {},
    html: '',
    cspSource: '',
    onDidReceiveMessage: this.#fromPage.event,
    asWebviewUri: (uri) => uri,
    postMessage: async (message: ToLogView) => {
      this.#received.push(message);
      return true;
    },
  };

  /** The page says something. */
  say(message: FromLogView): void {
    this.#fromPage.fire(message);
  }

  /** The newest message of a type that the page was sent, as soon as there is one that holds. */
  async hears<T extends ToLogView['type']>(
    type: T,
    holds: (message: ToLogView & { readonly type: T }) => boolean = () => true,
  ): Promise<ToLogView & { readonly type: T }> {
    return eventually(() =>
      this.#received.findLast((message): message is ToLogView & { readonly type: T } => {
        return message.type === type && isType(message, type) && holds(message);
      }),
    );
  }

  /** From now on, the page hears only what is new. */
  forget(): void {
    this.#received.length = 0;
  }

  /** How many messages the page was sent. */
  get heard(): number {
    return this.#received.length;
  }

  hide(): void {
    this.visible = false;
    this.#viewState.fire({ webviewPanel: this });
  }

  reveal(): void {
    this.visible = true;
  }

  dispose(): void {
    this.#disposed.fire();
  }
}

function isType<T extends ToLogView['type']>(
  message: ToLogView,
  type: T,
): message is ToLogView & { readonly type: T } {
  return message.type === type;
}
