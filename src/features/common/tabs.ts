import * as vscode from 'vscode';

/** The content of a tab. */
export interface Tab extends vscode.Disposable {
  /** Brings it to the front. */
  reveal(): void;
}

export interface TabsOptions<S, T extends Tab> {
  /** As in `activationEvents` and in the state that VS Code keeps. */
  readonly viewType: string;
  /** Reads what a tab is about out of the state that its page kept; `undefined` when there is none. */
  parse(state: unknown): S | undefined;
  /** The same for subjects that share a tab. */
  keyOf(subject: S): string;
  titleOf(subject: S): string;
  open(panel: vscode.WebviewPanel, subject: S): T;
}

/** Webviews in the editor area: one tab for each subject. They come back when the window is reloaded. */
export class Tabs<S, T extends Tab> implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #options: TabsOptions<S, T>;
  readonly #open = new Map<string, T>();
  readonly #registration: vscode.Disposable;

  constructor(options: TabsOptions<S, T>) {
    this.#options = options;
    this.#registration = vscode.window.registerWebviewPanelSerializer(options.viewType, this);
  }

  /** The tab of the subject, if it is open. */
  get(subject: S): T | undefined {
    return this.#open.get(this.#options.keyOf(subject));
  }

  /** Opens a new tab, or brings the one to the front that is about the subject already. */
  show(subject: S): void {
    const open = this.get(subject);
    if (open) return open.reveal();
    const { viewType, titleOf } = this.#options;
    this.#adopt(
      vscode.window.createWebviewPanel(viewType, titleOf(subject), vscode.ViewColumn.Active),
      subject,
    );
  }

  /** VS Code brings back a tab of the window's last life. Restricted Mode runs nothing, so it has none. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const subject = this.#options.parse(state);
    if (subject === undefined || !vscode.workspace.isTrusted || this.get(subject)) panel.dispose();
    else this.#adopt(panel, subject);
    return Promise.resolve();
  }

  /** Ends what the tabs do. They stay, so that VS Code brings them back when the window was only reloaded. */
  dispose(): void {
    this.#registration.dispose();
    for (const tab of this.#open.values()) tab.dispose();
  }

  #adopt(panel: vscode.WebviewPanel, subject: S): void {
    const { keyOf, titleOf, open } = this.#options;
    panel.title = titleOf(subject);
    const tab = open(panel, subject);
    this.#open.set(keyOf(subject), tab);
    panel.onDidDispose(() => {
      this.#open.delete(keyOf(subject));
      tab.dispose();
    });
  }
}
