import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import { LocalNotes } from '../../../../src/deployment/rescue/local-notes.ts';
import { Rescue } from '../../../../src/deployment/rescue/rescue.ts';
import type { Flyctl, Verb } from '../../../../src/fly/flyctl.ts';
import type { Machine } from '../../../../src/fly/model.ts';
import { toMachine } from '../../../../src/fly/verbs/machines.ts';
import type { RemoteShell } from '../../../../src/remote/shell.ts';
import { splitWords } from '../../../flysim/machine/words.ts';

/** A machine with its gateway's command and a volume. */
export function machineWith(config: Partial<Parameters<typeof toMachine>[0]['config']> = {}): Machine {
  const full = {
    init: { cmd: ['node', 'dist/index.js', 'gateway'] },
    mounts: [{ volume: 'vol_1', path: '/data' }],
    ...config,
  };
  return toMachine({ id: 'm1', name: 'gateway', state: 'started', host_status: 'ok', config: full }, 'claw');
}

export function temporaryNotes(): LocalNotes {
  const folder = mkdtempSync(join(tmpdir(), 'notes-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return new LocalNotes(join(folder, 'rescue'));
}

/** One machine on Fly; updates of it are carried out unless a test wants something else. */
export class FakeFly implements Flyctl {
  machine = machineWith();
  readonly notes = temporaryNotes();
  readonly calls: string[] = [];
  /** What happens instead of an update; `update` carries it out. */
  onUpdate: (update: () => void) => void = (update) => update();
  /** What a script on the machine meets. */
  onScript: () => void = () => undefined;

  rescue(): Rescue {
    const clock = { now: () => 0, delay: () => Promise.resolve() };
    const readMachines = (): Promise<readonly Machine[]> => Promise.resolve([this.machine]);
    return new Rescue(
      { flyctl: this, notes: this.notes, readMachines, shell: () => this.#shell(), clock },
      this.machine,
    );
  }

  async run<T>(verb: Verb<T>): Promise<T> {
    const [group = '', name = ''] = verb.args;
    this.calls.push(`${group} ${name}`);
    if (name === 'update') this.onUpdate(() => this.#update(verb.args));
    if (name === 'start') this.machine = { ...this.machine, state: 'started' };
    return verb.parse({ stdout: new Uint8Array(), stderr: '', exitCode: 0 });
  }

  stream(): Promise<never> {
    return Promise.reject(new Failure('failed'));
  }

  #update(args: readonly string[]): void {
    const cmd = splitWords(args[args.indexOf('--command') + 1] ?? '');
    const [key = '', value = ''] = args[args.indexOf('-m') + 1]?.split('=') ?? [];
    const metadata = { ...this.machine.metadata, [key]: value };
    this.machine = { ...machineWith({ init: { cmd }, metadata }), state: 'started' };
  }

  #shell(): RemoteShell {
    return {
      run: async () => {
        this.calls.push('script');
        this.onScript();
        return { stdout: '', stderr: '', status: 0, transport: 'fake' };
      },
    };
  }
}
