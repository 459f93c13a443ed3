import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/project.mjs';
import { temporaryFolder } from '../../scripts/processes/folder.ts';
import { startServer } from '../../scripts/vscode-host/server.ts';
import { type Flysim, startFlysim } from '../flysim/harness.ts';
import { openPage, type Workbench } from '../ui/support/workbench.ts';
import type { Deployment } from './deployment.ts';
import { Report } from './report.ts';
import { flyToml } from './toml.ts';

/** A user waits longer for a rescue than for a menu. */
const patienceMs = 180_000;

/** What all runs share: one simulated Fly, and one window of a real VS Code with the extension in it. */
export interface Stage {
  readonly flysim: Flysim;
  readonly workbench: Workbench;
  /** Puts the deployment's fly.toml into the open folder and runs the doctor, as a user does. */
  examine(deployment: Deployment): Promise<Report>;
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
    const { workbench } = page;
    workbench.page.setDefaultTimeout(patienceMs);
    const examine = (deployment: Deployment): Promise<Report> =>
      examineIn(workbench, folder.path, deployment);
    return { flysim, workbench, examine, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function examineIn(workbench: Workbench, folder: string, deployment: Deployment): Promise<Report> {
  await workbench.runCommand('View: Close All Editors');
  await workbench.runCommand('Notifications: Clear All Notifications');
  writeFileSync(join(folder, 'fly.toml'), flyToml(deployment));
  await workbench.editor.open('fly.toml');
  await workbench.page.getByText(`app = "${deployment.app}"`).first().waitFor();
  const report = new Report(workbench, deployment.app);
  await workbench.runCommand('OpenClaw: Run Doctor');
  return report;
}
