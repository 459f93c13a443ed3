import { stripVTControlCharacters } from 'node:util';
import * as vscode from 'vscode';
import type { Machine } from '../../fly/model.ts';
import type { ShellResult } from '../../remote/shell.ts';
import { machineLabel } from '../common/machine-state.ts';
import type { ReadOnlyDocuments } from '../common/read-only-documents.ts';
import type { Services } from '../common/services.ts';

const deadlineMs = 5 * 60_000;
const maxOutputBytes = 4 * 1024 * 1024;

/** Asks for a command, runs it on the machine, and shows what it printed. */
export class CommandRunner {
  readonly #services: Services;
  readonly #documents: ReadOnlyDocuments;
  /** What was run last, to be run again or changed. */
  #last = '';

  constructor(services: Services, documents: ReadOnlyDocuments) {
    this.#services = services;
    this.#documents = documents;
  }

  async run(machine: Machine): Promise<void> {
    const label = machineLabel(machine);
    const command = await vscode.window.showInputBox({
      title: vscode.l10n.t('Run on {0} of {1}', label, machine.app),
      prompt: vscode.l10n.t('A shell on the machine runs it, as root, for five minutes at most.'),
      placeHolder: 'df -h /data',
      value: this.#last,
      ignoreFocusOut: true,
    });
    if (command === undefined || command.trim() === '') return;
    this.#last = command;
    const { actions, redact } = this.#services;
    const title = vscode.l10n.t('Running a command on {0} of {1}', label, machine.app);
    const startedAt = Date.now();
    // It cannot be known whether running it twice does harm.
    const run = await actions.run({ title }, ({ signal }) =>
      this.#services.shell(machine).run(command, { deadlineMs, maxOutputBytes, signal, effect: 'write' }),
    );
    if (run.status !== 'ok') return;
    const text = outputText(command, run.value, Date.now() - startedAt);
    await this.#documents.show(vscode.l10n.t('Output of {0}.txt', label), redact(text));
  }
}

function outputText(command: string, { stdout, stderr, status }: ShellResult, tookMs: number): string {
  const errors = stderr.trim() === '' ? [] : ['', vscode.l10n.t('Standard error:'), stderr.trimEnd()];
  return stripVTControlCharacters(
    [
      `$ ${command}`,
      stdout.trimEnd(),
      ...errors,
      '',
      vscode.l10n.t('Ended with status {0} after {1} s.', status, (tookMs / 1_000).toFixed(1)),
      '',
    ].join('\n'),
  );
}
