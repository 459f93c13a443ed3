import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * An executable that does what its last argument says: `print TEXT`, `fail TEXT` (exit 1), `env`, `cwd`, `stdin`,
 * `wait NAME` (until `release(NAME)`), `version`. It records its start and its end.
 */
const script = `#!/bin/sh
here=$(dirname "$0")
for last; do :; done
echo "start $$ $last" >> "$here/events"
case "$*" in 'version --json') printf '{"Name":"flyctl","Version":"0.4.87","Commit":"ad0172f"}\\n'; exit 0;; esac
case "$last" in
  print*) printf '%s\\n' "\${last#print }" ;;
  fail*) printf 'Error: %s\\n' "\${last#fail }" >&2; exit 1 ;;
  env) env ;;
  cwd) pwd ;;
  stdin) cat ;;
  wait*) echo waiting; while [ ! -e "$here/\${last#wait }" ]; do sleep 0.02; done ;;
esac
echo "end $$ $last" >> "$here/events"
`;

/** Stands in for flyctl where only the way it is run matters. */
export class FakeFlyctl implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'fake-flyctl-'));
  readonly path = join(this.folder, 'flyctl');

  constructor() {
    writeFileSync(this.path, script);
    chmodSync(this.path, 0o755);
  }

  /** What started, in order: the last arguments. */
  get started(): readonly string[] {
    return this.#starts.map(({ what }) => what);
  }

  /** The process ids of all that started. */
  get pids(): readonly number[] {
    return this.#starts.map(({ pid }) => pid);
  }

  /** How many ran at the same time, at most. */
  get peak(): number {
    let running = 0;
    let most = 0;
    for (const { kind } of this.#events()) {
      running += kind === 'start' ? 1 : -1;
      most = Math.max(most, running);
    }
    return most;
  }

  /** Lets those go on that wait for the name. */
  release(name: string): void {
    writeFileSync(join(this.folder, name), '');
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  get #starts(): readonly { readonly pid: number; readonly what: string }[] {
    return this.#events().filter(({ kind }) => kind === 'start');
  }

  #events(): readonly { readonly kind: string; readonly pid: number; readonly what: string }[] {
    const file = join(this.folder, 'events');
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    return lines.map((line) => {
      const [kind = '', pid = '', ...what] = line.split(' ');
      return { kind, pid: Number(pid), what: what.join(' ') };
    });
  }
}
