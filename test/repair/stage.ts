import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/project.mjs';
import { temporaryFolder } from '../../scripts/processes/folder.ts';
import { startServer } from '../../scripts/vscode-host/server.ts';
import { type Flysim, startFlysim } from '../flysim/harness.ts';
import { openPage, type Workbench } from '../ui/support/workbench.ts';
import type { Deployment } from './deployment.ts';
import { flyToml } from './toml.ts';

/** What all runs share: one simulated Fly, and one window of a real VS Code with the extension in it. */
export interface Stage {
  readonly flysim: Flysim;
  readonly workbench: Workbench;
  /** Makes the folder that is open that of the deployment. */
  open(deployment: Deployment): void;
  close(): Promise<void>;
}

/** Starts everything. */
export async function setStage(): Promise<Stage> {
  const undo: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const folder = temporaryFolder('repair');
    undo.push(folder.remove);
    const flysim = await startFlysim();
    undo.push(flysim.stop);
    const server = await startServer({
      extension: root,
      machineSettings: { 'openclawDeployments.flyctlPath': flysim.flyctl },
    });
    undo.push(server.stop);
    const page = await openPage({ server, folder: folder.path });
    undo.push(page.close);
    const open = (deployment: Deployment): void =>
      writeFileSync(join(folder.path, 'fly.toml'), flyToml(deployment));
    return { flysim, workbench: page.workbench, open, close };
  } catch (error) {
    await close();
    throw error;
  }
}
