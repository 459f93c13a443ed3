import * as vscode from 'vscode';
import type { Disposable } from '../../core/disposable.ts';

/** The "OpenClaw Deployments" log channel. It is created by the first line, and every line passes the redactor. */
export class ExtensionLog implements Disposable {
  readonly #redact: (text: string) => string;
  #channel: vscode.LogOutputChannel | undefined;

  constructor(redact: (text: string) => string) {
    this.#redact = redact;
  }

  debug(text: string): void {
    this.#open().debug(this.#redact(text));
  }

  info(text: string): void {
    this.#open().info(this.#redact(text));
  }

  warn(text: string): void {
    this.#open().warn(this.#redact(text));
  }

  error(text: string): void {
    this.#open().error(this.#redact(text));
  }

  show(): void {
    this.#open().show(true);
  }

  dispose(): void {
    this.#channel?.dispose();
  }

  #open(): vscode.LogOutputChannel {
    this.#channel ??= vscode.window.createOutputChannel('OpenClaw Deployments', { log: true });
    return this.#channel;
  }
}
