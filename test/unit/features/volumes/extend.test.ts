import { afterEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import type { Plan } from '../../../../src/features/common/operations/operation.ts';
import { planExtend } from '../../../../src/features/volumes/extend.ts';
import type { Flyctl } from '../../../../src/fly/flyctl.ts';
import { DeploymentStore } from '../../../../src/fly/store.ts';
import { app, flyctlPrinting, machine, volume } from './samples.ts';

vi.mock('vscode', async () => ({
  ...(await import('../vscode.ts')),
  InputBoxValidationSeverity: { Info: 1 },
  window: { showInputBox: vi.fn(), showWarningMessage: vi.fn() },
  commands: { executeCommand: vi.fn() },
}));

const restartNeeded = 'You will need to stop and start your machine to increase the size of the FS\n';
const showWarningMessage = vi.mocked<(message: string, ...buttons: string[]) => Thenable<string | undefined>>(
  vscode.window.showWarningMessage,
);

/** A flyctl that extends at once, and says this of it. */
function flyctlSaying(text: string): Flyctl {
  let { sizeGb } = volume;
  return flyctlPrinting(([, command, ...words]) => {
    if (command !== 'extend') return JSON.stringify([{ id: volume.id, state: 'created', size_gb: sizeGb }]);
    sizeGb = Number(words.at(-1));
    return text;
  });
}

async function planned(flyctl: Flyctl): Promise<Plan> {
  vi.mocked(vscode.window.showInputBox).mockResolvedValue('3');
  const plan = await planExtend({ store: new DeploymentStore(flyctl) }, { app, value: volume });
  if (!plan) throw new Error('There is no plan.');
  return plan;
}

async function extend(text: string): Promise<void> {
  const flyctl = flyctlSaying(text);
  const plan = await planned(flyctl);
  for (const verb of plan.verbs) await flyctl.run(verb);
  await plan.follow?.({ signal: new AbortController().signal, report: () => undefined });
}

afterEach(() => void vi.clearAllMocks());

describe('extending a volume', () => {
  it('offers the restart that the machine needs before it sees the new size', async () => {
    showWarningMessage.mockResolvedValue('Restart…');
    await extend(restartNeeded);
    expect(showWarningMessage).toHaveBeenCalledWith(
      `Machine ${machine} of ${app} sees the new size of openclaw_data only after a restart.`,
      'Restart…',
    );
    await vi.waitFor(() =>
      expect(vscode.commands.executeCommand).toHaveBeenCalledWith('openclawDeployments.restartMachine', {
        app,
        machine,
      }),
    );
  });

  it('says nothing of a restart that is not needed', async () => {
    await extend('Your machine got its volume size extended without needing a restart\n');
    expect(showWarningMessage).not.toHaveBeenCalled();
  });

  it('is not planned when no size was written', async () => {
    vi.mocked(vscode.window.showInputBox).mockResolvedValue(undefined);
    const store = new DeploymentStore(flyctlSaying(''));
    expect(await planExtend({ store }, { app, value: volume })).toBeUndefined();
  });

  it('takes only a larger whole number of GB, and says what it costs', async () => {
    await planned(flyctlSaying(''));
    const judge = vi.mocked(vscode.window.showInputBox).mock.lastCall?.[0]?.validateInput;
    for (const text of ['', 'many', '1.5', '-3', '1e3']) {
      expect(judge?.(text)).toBe('A whole number of GB, for example 3.');
    }
    for (const text of ['0', '1']) {
      expect(judge?.(text)).toBe('openclaw_data has 1 GB and cannot be made smaller.');
    }
    expect(judge?.(' 10 ')).toMatchObject({ message: '10 GB cost about $1.50 a month, used or not.' });
  });
});
