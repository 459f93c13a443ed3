import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createRemoteShell } from '../../../src/remote/remote-shell.ts';
import type { RemoteShell } from '../../../src/remote/shell.ts';
import type { Transport } from '../../../src/remote/transport.ts';
import { localTransport } from '../remote/local-transport.ts';

/** A process as `/proc` shows it. */
export interface FakeProcess {
  readonly pid: number;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** In clock ticks since the boot; 1000 when left out. */
  readonly startTicks?: number;
  readonly state?: string;
  readonly name?: string;
  /** 0 when left out, as is `parent`. */
  readonly uid?: number;
  /** The process that started it. */
  readonly parent?: number;
}

/**
 * A folder with the parts of a machine that scripts look at: its own `/proc`, `/etc/passwd` and `/tmp`. What really
 * runs on the computer of the test cannot disturb it.
 */
export class MachineFolder {
  readonly root = mkdtempSync(join(tmpdir(), 'machine-'));

  constructor() {
    this.write('/proc/stat', 'cpu  1 2 3\nbtime 1700000000\nprocesses 5\n');
    this.write('/etc/passwd', '');
    this.addFolder('/tmp');
    this.addProcess({ pid: 1, command: ['/fly/init'] });
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true }));
  }

  path(path: string): string {
    return join(this.root, path);
  }

  write(path: string, content: string | Uint8Array): string {
    const file = this.path(path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  addFolder(path: string): string {
    mkdirSync(this.path(path), { recursive: true });
    return this.path(path);
  }

  addProcess({
    pid,
    command,
    env = {},
    startTicks = 1000,
    state = 'S',
    name = 'node (x) y',
    uid = 0,
    parent = 0,
  }: FakeProcess): void {
    const proc = `/proc/${pid}`;
    this.write(`${proc}/cmdline`, command.map((word) => `${word}\0`).join(''));
    this.write(
      `${proc}/status`,
      `Name:\t${name}\nPPid:\t${parent}\nUid:\t${[uid, uid, uid, uid].join('\t')}\n`,
    );
    this.write(`${proc}/comm`, `${name}\n`);
    this.write(
      `${proc}/environ`,
      Object.entries(env)
        .map(([key, value]) => `${key}=${value}\0`)
        .join(''),
    );
    const fields = Array.from({ length: 49 }, (_, index) => (index === 18 ? startTicks : index));
    this.write(`${proc}/stat`, `${pid} (${name}) ${state} ${fields.join(' ')}\n`);
  }

  /** Runs scripts that see this folder where they ask for absolute paths of the system. */
  shell(...transports: Transport[]): RemoteShell {
    const shell = createRemoteShell(transports.length > 0 ? transports : [localTransport()]);
    return {
      run: (script, options) =>
        shell.run(script.replaceAll(/(?=\/proc\/|\/etc\/passwd|\/tmp\/openclaw-push-)/g, this.root), options),
    };
  }
}
