import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { environment } from './configurations.ts';

const executable = join(import.meta.dirname, '../../../node_modules/openclaw/dist/index.js');

/** What `openclaw config validate --json` says of a configuration. */
export interface Verdict {
  readonly valid: boolean;
  /** Of an invalid one: `path: message`. */
  readonly issues: readonly string[];
}

/** The pinned OpenClaw with a state folder of its own, which is removed on disposal. One command at a time. */
export class Openclaw implements AsyncDisposable {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async create(): Promise<Openclaw> {
    return new Openclaw(await mkdtemp(join(tmpdir(), 'openclaw-')));
  }

  /** What `openclaw config schema` prints, parsed. Takes 3 s. */
  async schema(): Promise<unknown> {
    return JSON.parse(await this.#run(['config', 'schema']));
  }

  /**
   * What `openclaw config validate` says of the text. Takes 2 s.
   *
   * @param files Lie beside the configuration, by their names.
   */
  async verdict(text: string, files: Readonly<Record<string, string>> = {}): Promise<Verdict> {
    const written = Object.entries({ ...files, 'openclaw.json': text });
    await Promise.all(written.map(([name, content]) => writeFile(join(this.#folder, name), content)));
    const verdict = readVerdict(await this.#run(['config', 'validate', '--json']));
    await Promise.all(written.map(([name]) => rm(join(this.#folder, name))));
    return verdict;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#folder, { recursive: true });
  }

  /** `config validate` ends with 1 for an invalid file and still prints its reply. */
  async #run(args: readonly string[]): Promise<string> {
    const running = execa(process.execPath, [executable, ...args], {
      extendEnv: false,
      reject: false,
      env: {
        ...environment,
        HOME: this.#folder,
        OPENCLAW_STATE_DIR: join(this.#folder, 'state'),
        OPENCLAW_CONFIG_PATH: join(this.#folder, 'openclaw.json'),
      },
    });
    if (running.pid !== undefined) setPriority(running.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    return (await running).stdout;
  }
}

function readVerdict(reply: string): Verdict {
  const parsed: unknown = JSON.parse(reply);
  if (typeof parsed !== 'object' || parsed === null || !('valid' in parsed)) {
    throw new TypeError(`Not a verdict: ${reply}`);
  }
  const issues: readonly unknown[] = 'issues' in parsed && Array.isArray(parsed.issues) ? parsed.issues : [];
  return { valid: parsed.valid === true, issues: issues.map(readIssue) };
}

function readIssue(issue: unknown): string {
  if (typeof issue !== 'object' || issue === null || !('path' in issue) || !('message' in issue)) return '';
  return `${String(issue.path)}: ${String(issue.message)}`;
}
