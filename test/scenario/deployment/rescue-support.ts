import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalNotes } from '../../../src/deployment/rescue/local-notes.ts';
import { Rescue } from '../../../src/deployment/rescue/rescue.ts';
import type { Machine } from '../../../src/fly/model.ts';
import { listMachines } from '../../../src/fly/verbs/machines.ts';
import { ConfigHistory } from '../../../src/gateway/config-history.ts';
import { createRemoteShell } from '../../../src/remote/remote-shell.ts';
import { machineExecTransport, sshConsoleTransport } from '../../../src/fly/transports.ts';
import type { Deployment } from '../gateway/deployment.ts';

/** A computer from which machines are rescued: its folder is all that outlives a window. */
export class Computer implements Disposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'computer-'));
  readonly #deployment: Deployment;

  constructor(deployment: Deployment) {
    this.#deployment = deployment;
  }

  get notes(): LocalNotes {
    return new LocalNotes(join(this.#folder, 'rescue'));
  }

  get history(): ConfigHistory {
    return new ConfigHistory(join(this.#folder, 'history'));
  }

  /** What a window of VS Code would make anew. */
  rescue(): Rescue {
    const { flyctl, app, machine, hints } = this.#deployment;
    // A machine without a file system of its own sees its volume under another path than Fly's configuration says.
    const seen = (each: Machine): Machine => ({ ...each, env: hints.env });
    return new Rescue(
      {
        flyctl,
        notes: this.notes,
        readMachines: async (_app, signal) => (await flyctl.run(listMachines(app), { signal })).map(seen),
        shell: ({ id }) =>
          createRemoteShell([machineExecTransport(flyctl, app, id), sshConsoleTransport(flyctl, app, id)]),
      },
      machine,
    );
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
