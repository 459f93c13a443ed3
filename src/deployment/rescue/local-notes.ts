import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Machine } from '../../fly/model.ts';
import { parseNote, type RescueNote } from './note.ts';

type Patient = Pick<Machine, 'app' | 'id'>;

/** A rescue that was begun on this computer. */
export interface LocalNote {
  readonly app: string;
  readonly machine: string;
  readonly note: RescueNote;
  /** The process whose rescue it is; when it has ended, nobody is at it. */
  readonly pid: number;
}

/** Notes of rescues that are under way, on the user's computer and for nobody else to read: one file for each machine. */
export class LocalNotes {
  readonly #folder: string;

  /** @param folder Outside of the workspace; made when it is first needed. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** All that are there; files that are none are passed over. */
  async list(): Promise<readonly LocalNote[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const notes = await Promise.all(names.map((name) => readNote(join(this.#folder, name))));
    return notes.filter((note) => note !== undefined);
  }

  async get(machine: Patient): Promise<LocalNote | undefined> {
    return readNote(this.#file(machine));
  }

  /** The rescue is this process's from now on. @throws NodeJS.ErrnoException when it cannot be written. */
  async write(machine: Patient, note: RescueNote): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const file = this.#file(machine);
    const unfinished = `${file}.${process.pid}`;
    const local: LocalNote = { app: machine.app, machine: machine.id, note, pid: process.pid };
    await writeFile(unfinished, JSON.stringify(local), { mode: 0o600, flush: true });
    await rename(unfinished, file);
  }

  async remove(machine: Patient): Promise<void> {
    await rm(this.#file(machine), { force: true });
  }

  #file({ app, id }: Patient): string {
    const name = createHash('sha256')
      .update(JSON.stringify([app, id]))
      .digest('hex');
    return join(this.#folder, `${name}.json`);
  }
}

/** Whether another process of this computer, such as another window, is at the rescue. */
export function isAttended({ pid }: LocalNote): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function readNote(file: string): Promise<LocalNote | undefined> {
  if (!file.endsWith('.json')) return undefined;
  try {
    const { app, machine, note, pid } = JSON.parse(await readFile(file, 'utf8'));
    const parsed = parseNote(JSON.stringify(note));
    const isWhole = typeof app === 'string' && typeof machine === 'string' && typeof pid === 'number';
    return parsed && isWhole ? { app, machine, note: parsed, pid } : undefined;
  } catch {
    return undefined;
  }
}
