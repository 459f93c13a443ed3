import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { environment } from './configurations.ts';

const executable = join(import.meta.dirname, '../../../node_modules/openclaw/dist/index.js');

/** The pinned OpenClaw with a state folder of its own, which is removed on disposal. */
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

  /** Whether `openclaw config validate` accepts the text. Takes 2 s. */
  async accepts(text: string): Promise<boolean> {
    await writeFile(this.#configuration, text);
    const reply: unknown = JSON.parse(await this.#run(['config', 'validate', '--json']));
    return typeof reply === 'object' && reply !== null && 'valid' in reply && reply.valid === true;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#folder, { recursive: true });
  }

  get #configuration(): string {
    return join(this.#folder, 'openclaw.json');
  }

  /** `config validate` ends with 1 for an invalid file and still prints its reply. */
  async #run(args: readonly string[]): Promise<string> {
    const { stdout } = await execa(process.execPath, [executable, ...args], {
      extendEnv: false,
      reject: false,
      env: {
        ...environment,
        HOME: this.#folder,
        OPENCLAW_STATE_DIR: join(this.#folder, 'state'),
        OPENCLAW_CONFIG_PATH: this.#configuration,
      },
    });
    return stdout;
  }
}
