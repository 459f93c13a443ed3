/** What flyctl ends with: the words after `Error: ` and the exit code. */
export class FlyError extends Error {
  override readonly name = 'FlyError';
  readonly exitCode: number;
  /** Printed on standard output after the error, e.g. the usage. */
  readonly help: string;

  constructor(message: string, options: { readonly exitCode?: number; readonly help?: string } = {}) {
    super(message);
    this.exitCode = options.exitCode ?? 1;
    this.help = options.help ?? '';
  }
}
