import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A flyctl that prints what was prepared for a command, an empty list for others, and notes every call. */
export class PreparedFlyctl {
  readonly path: string;
  readonly #folder: string;
  readonly #log: string;

  /** @param folder Where its files are put */
  constructor(folder: string) {
    this.#folder = join(folder, 'prepared');
    this.#log = join(folder, 'calls');
    this.path = join(folder, 'flyctl');
    mkdirSync(this.#folder);
    this.prints('version', { Name: 'flyctl', Version: '0.4.87', Commit: '0' });
    this.prints('auth whoami', { email: 'ada@example.com' });
    this.prints('orgs list', { acme: 'Acme', personal: 'Ada' });
    this.forgetCalls();
    const script = [
      '#!/bin/sh',
      `name=$(echo "$*" | sed 's/ --json//; s/ /_/g')`,
      `if [ -f '${this.#folder}/'"$name" ]; then cat '${this.#folder}/'"$name"; else echo '[]'; fi`,
      `echo "$*" >> '${this.#log}'`,
      '',
    ];
    writeFileSync(this.path, script.join('\n'));
    chmodSync(this.path, 0o755);
  }

  /** @param command Without `--json`, e.g. `machine list -a my-app` */
  prints(command: string, value: unknown): void {
    writeFileSync(join(this.#folder, command.replaceAll(' ', '_')), JSON.stringify(value, undefined, 4));
  }

  forgetCalls(): void {
    writeFileSync(this.#log, '');
  }

  /** The commands of the calls that have ended since they were last forgotten. */
  calls(): readonly string[] {
    return readFileSync(this.#log, 'utf8').split('\n').filter(Boolean);
  }
}
