/// <reference types="vscode-webview" />
import type { FromLogView, LogViewState, ToLogView } from '../../src/shared/logs.ts';

const api = acquireVsCodeApi<Partial<LogViewState>>();

/** The extension on the other side. */
export const host = {
  post(message: FromLogView): void {
    api.postMessage(message);
  },

  onMessage(listener: (message: ToLogView) => void): void {
    window.addEventListener('message', ({ data }: MessageEvent<ToLogView>) => listener(data));
  },

  /** What `keep` was given last; empty the first time. */
  get kept(): Partial<LogViewState> {
    return api.getState() ?? {};
  },

  /** Survives the page, and a reload of the window. */
  keep(state: LogViewState): void {
    api.setState(state);
  },
};

export type Host = typeof host;
