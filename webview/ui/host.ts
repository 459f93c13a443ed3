/// <reference types="vscode-webview" />

/** The extension on the other side of a page: `From` is what the page says, `To` what it hears. */
export interface Host<From, To, State> {
  post(message: From): void;
  onMessage(listener: (message: To) => void): void;
  /** What `keep` was given last; empty the first time. */
  readonly kept: Partial<State>;
  /** Survives the page, and a reload of the window. */
  keep(state: State): void;
}

/** Connects the page to the extension. VS Code allows it once. */
export function connectHost<From, To, State>(): Host<From, To, State> {
  const api = acquireVsCodeApi<Partial<State>>();
  return {
    post: (message) => void api.postMessage(message),
    onMessage: (listener) =>
      window.addEventListener('message', ({ data }: MessageEvent<To>) => listener(data)),
    get kept() {
      return api.getState() ?? {};
    },
    keep: (state) => void api.setState({ ...state }),
  };
}
