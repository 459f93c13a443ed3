import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { RemoteShell } from '../../../../src/remote/shell.ts';
import type { Circumstances, ToolFault } from './fault.ts';
import type { Random } from './random.ts';
import type { Connection } from './session-transport.ts';

const isRoot = process.getuid?.() === 0;

/** A file as it is, with what a push has to keep of it. */
export interface Snapshot {
  readonly bytes: Buffer;
  readonly uid: number;
  readonly gid: number;
  /** Permission bits. */
  readonly mode: number;
}

/** Makes a way to the machine of which the first connections are as given and all others undisturbed. */
export type Connect = (connections: readonly Connection[]) => RemoteShell;

/** One machine whose configuration is pushed again and again, seen from outside. */
export class Subject {
  /** The configuration and the state directory as the machine sees them. */
  readonly place: { readonly configPath: string; readonly stateDir: string };
  readonly shell: RemoteShell;
  /** The words of a command that would start the machine's OpenClaw. */
  readonly command: readonly string[];
  readonly #volume: string;
  readonly #connect: Connect;
  #tools = 0;

  /**
   * @param volume The host's folder of the volume
   * @param stateDir The path of the volume on the machine
   */
  constructor(volume: string, stateDir: string, connect: Connect) {
    this.#volume = volume;
    this.#connect = connect;
    this.shell = connect([]);
    this.place = { configPath: `${stateDir}/openclaw.json`, stateDir };
    this.command = ['node', `${stateDir}/.openclaw/openclaw.mjs`, 'gateway'];
    this.#install();
    writeFileSync(this.#path('openclaw.json'), '{ first: true }\n', { mode: 0o600 });
    const { uid, gid } = statSync(volume);
    if (isRoot) chownSync(this.#path('openclaw.json'), uid, gid);
  }

  /** The live file. */
  look(): Snapshot | undefined {
    return this.#snapshot('openclaw.json');
  }

  /** What the last push replaced. */
  kept(): Snapshot | undefined {
    return this.#snapshot('openclaw.json.before-push');
  }

  /** The names of what pushes that were broken off have left behind. */
  leftovers(): string[] {
    return readdirSync(this.#volume).filter((name) => /\.(?:push|swap)-/.test(name));
  }

  /** Whether these bytes are in the configuration or in any file beside it. */
  holds(bytes: Buffer): boolean {
    const names = readdirSync(this.#volume).filter((name) => name.startsWith('openclaw.json'));
    return names.some((name) => this.#snapshot(name)?.bytes.equals(bytes));
  }

  /** Owner and mode that the next file must have: see `model` in the push script. */
  expectedFacts(old: Snapshot): Omit<Snapshot, 'bytes'> {
    const { uid, gid } = statSync(this.#volume);
    const onlyRoot = old.uid === 0 && old.gid === 0 && (old.mode & 0o004) === 0;
    return onlyRoot ? { uid, gid, mode: old.mode } : { uid: old.uid, gid: old.gid, mode: old.mode };
  }

  /** Gives the live file another owner or mode. */
  disown(random: Random): void {
    const file = this.#path('openclaw.json');
    if (isRoot)
      chownSync(
        file,
        ...random.pick<[number, number]>([
          [0, 0],
          [1000, 1000],
          [4321, 4322],
        ]),
      );
    chmodSync(file, random.pick([0o600, 0o640, 0o644, 0o660]));
  }

  /** Another writer of the file, from outside; `rewrite` is a gateway that writes what it has read. */
  write(how: 'rename' | 'in place' | 'rewrite', text: string): Buffer {
    const file = this.#path('openclaw.json');
    const bytes =
      how === 'rewrite' ? Buffer.concat([readFileSync(file), Buffer.from(text)]) : Buffer.from(text);
    if (how === 'in place') {
      writeFileSync(file, bytes);
    } else {
      writeFileSync(`${file}.other`, bytes, { mode: 0o600 });
      renameSync(`${file}.other`, file);
    }
    return bytes;
  }

  /** A shell for one push, on a machine where one tool is not what it was, and where files may not be exchanged. */
  shellWith(circumstances: Circumstances, exchanges: boolean): RemoteShell {
    const { tool, deadlineMs, connection = {}, nextConnection = {} } = circumstances;
    this.#tools += 1;
    if (tool) this.#replaceTool(tool);
    if (!exchanges) this.#writeTool('perl', 'exit 1');
    const prefix = `PATH='${this.place.stateDir}/${this.#toolFolder}':$PATH\n`;
    const shell = this.#connect([connection, nextConnection]);
    return {
      run: (script, options) =>
        shell.run(options.stdin ? prefix + script : script, {
          ...options,
          ...(deadlineMs !== undefined && { deadlineMs }),
        }),
    };
  }

  /** Whether the tool that the last push met did what it was made to. */
  hasFired({ tool }: ToolFault): boolean {
    return existsSync(join(this.#path(this.#toolFolder), `${tool}.fired`));
  }

  get #toolFolder(): string {
    return `.tools-${this.#tools}`;
  }

  #replaceTool({ tool, call, action, foreign = '' }: ToolFault): void {
    const file = this.place.configPath;
    const lines = [
      `TARGET='${file}' FOREIGN='${foreign}' n=0`,
      'read -r n < "$0.count" 2>/dev/null',
      'n=$((n + 1))',
      'echo $n > "$0.count"',
      `if [ $n -eq ${call} ]; then : > "$0.fired"; ${action}; fi`,
      `exec ${pathOf(tool)} "$@"`,
    ];
    this.#writeTool(tool, lines.join('\n'));
  }

  #writeTool(tool: string, script: string): void {
    mkdirSync(this.#path(this.#toolFolder), { recursive: true });
    const file = join(this.#path(this.#toolFolder), tool);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }

  /** An OpenClaw that does what the file it validates tells it to. */
  #install(): void {
    const folder = this.#path('.openclaw');
    mkdirSync(folder, { recursive: true });
    const manifest = { name: 'openclaw', version: '2026.9.6', type: 'module', bin: 'openclaw.mjs' };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
    const program = `
import { readFileSync } from 'node:fs';
const verdict = /verdict: (\\w+)/.exec(readFileSync(process.env.OPENCLAW_CONFIG_PATH, 'utf8'))?.[1];
if (verdict === 'crash') process.kill(process.pid, 'SIGKILL');
else if (verdict === 'noise') console.log('{ nothing');
else if (verdict !== 'rejected') console.log('{"valid":true,"warnings":[]}');
else {
  console.log('{"valid":false,"issues":[{"path":"verdict","message":"is no good"}]}');
  process.exitCode = 1;
}`;
    writeFileSync(join(folder, 'openclaw.mjs'), program);
  }

  #snapshot(name: string): Snapshot | undefined {
    const file = this.#path(name);
    if (!existsSync(file)) return undefined;
    const { uid, gid, mode } = statSync(file);
    return { bytes: readFileSync(file), uid, gid, mode: mode & 0o777 };
  }

  #path(name: string): string {
    return join(this.#volume, name);
  }
}

const paths = new Map<string, string>();

/** Where the host, and so the machine, has a tool. */
function pathOf(tool: string): string {
  const known =
    paths.get(tool) ?? execFileSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim();
  paths.set(tool, known);
  return known;
}
