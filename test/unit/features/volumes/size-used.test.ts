import { afterEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { tellSizeUsed } from '../../../../src/features/volumes/size-used.ts';
import { app, volume } from './samples.ts';

vi.mock('vscode', async () => ({
  ...(await import('../vscode.ts')),
  window: { showInformationMessage: vi.fn(), showWarningMessage: vi.fn() },
  commands: { executeCommand: vi.fn() },
}));

const GiB = 1024 ** 3;
const use = { mountPoint: '/data', totalBytes: GiB, usedBytes: 0.4 * GiB, freeBytes: 0.6 * GiB };
const { showInformationMessage, showWarningMessage } = vscode.window;

afterEach(() => void vi.clearAllMocks());

describe('the size used of a volume', () => {
  it('is told', async () => {
    await tellSizeUsed(app, volume, use);
    expect(showInformationMessage).toHaveBeenCalledWith('openclaw_data of my-openclaw: 0.4 of 1 GB used.');
    expect(showWarningMessage).not.toHaveBeenCalled();
  });

  it('comes with an offer of more when little is left', async () => {
    vi.mocked<(message: string, ...buttons: string[]) => Thenable<string | undefined>>(
      showWarningMessage,
    ).mockResolvedValue('Extend…');
    await tellSizeUsed(app, volume, { ...use, usedBytes: 0.96 * GiB, freeBytes: 0.04 * GiB });
    expect(showWarningMessage).toHaveBeenCalledWith(
      expect.stringMatching(/^openclaw_data of my-openclaw: 1 of 1 GB used\. It is nearly full/),
      'Extend…',
    );
    const node = { kind: 'volume', app, volume };
    expect(vscode.commands.executeCommand).toHaveBeenCalledWith('openclawDeployments.extendVolume', node);
  });
});
