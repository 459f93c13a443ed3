import { afterEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import type { Plan } from '../../../../src/features/common/operations/operation.ts';
import { planDestroy } from '../../../../src/features/volumes/destroy.ts';
import { DeploymentStore } from '../../../../src/fly/store.ts';
import { app, flyctlPrinting, free, machine, volume } from './samples.ts';

vi.mock('vscode', async () => ({
  ...(await import('../vscode.ts')),
  window: { showWarningMessage: vi.fn() },
}));

/** What is planned for a volume when Fly has these machines and snapshots for it. */
async function planned(
  attached: string | null,
  snapshots: readonly object[] = [],
): Promise<Plan | undefined> {
  const flyctl = flyctlPrinting(([, command]) =>
    JSON.stringify(command === 'snapshots' ? snapshots : [{ id: volume.id, attached_machine_id: attached }]),
  );
  return planDestroy({ flyctl, store: new DeploymentStore(flyctl) }, { app, value: free });
}

afterEach(() => void vi.clearAllMocks());

describe('destroying a volume', () => {
  it('needs its name, and says what is left of it', async () => {
    const plan = await planned(null, [
      { id: 'vs_1', created_at: '2026-11-20T07:00:00Z' },
      { id: 'vs_2', created_at: '2026-11-21T07:00:00Z' },
      { id: '', status: 'waiting' },
    ]);
    expect(plan?.confirm).toMatchObject({
      question: 'Destroy volume openclaw_data (vol_1) of my-openclaw?',
      consequence: expect.stringMatching(
        /^All its data is lost\. Snapshots that stay until their time is over: 2\. The last one is vs_2 of /,
      ),
      typed: 'openclaw_data',
    });
    expect(plan?.verbs.map(({ args }) => args.join(' '))).toEqual([
      'volumes destroy vol_1 -a my-openclaw -y',
    ]);
  });

  it('says so when nothing is left of it', async () => {
    expect((await planned(null))?.confirm?.consequence).toMatch(/has no snapshot/);
  });

  it('is not planned when a machine has got it in the meantime', async () => {
    expect(await planned(machine)).toBeUndefined();
    expect(vscode.window.showWarningMessage).toHaveBeenCalledWith(
      expect.stringContaining(`openclaw_data belongs to machine ${machine} of my-openclaw`),
    );
  });
});
