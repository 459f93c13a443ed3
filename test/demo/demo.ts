import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/project.mjs';
import { temporaryFolder } from '../../scripts/processes/folder.ts';
import { startServer, type VscodeServer } from '../../scripts/vscode-host/server.ts';
import { workbenchUrl, type WorkbenchOptions } from '../../scripts/vscode-host/workbench.ts';
import { sampleWorkspace, startCloud, type DemoCloud } from './cloud.ts';

export interface DemoOptions {
  /** The real Fly.io, through the flyctl of whoever runs it, in place of the simulated one. */
  readonly real?: boolean;
  /** Of the VS Code server; a free one when left out. */
  readonly port?: number;
  /** User settings, e.g. a colour theme. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A VS Code with the extension in it, and a Fly.io to work on. */
export interface Demo {
  /** Left out when the demo works on the real Fly.io. */
  readonly cloud?: DemoCloud;
  readonly server: VscodeServer;
  /** The folder that is open: a copy of the sample workspace. */
  readonly workspace: string;
  /** The address of the workbench. Anyone who has it may use the server. */
  readonly workbenchUrl: string;
  /** The same as parts, for `openWorkbench`. */
  readonly workbench: WorkbenchOptions;
  stop(): Promise<void>;
}

/** Starts everything; the gateway may still be coming up (`cloud.gatewayReady`). */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const undo: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const folder = temporaryFolder('workspace');
    undo.push(folder.remove);
    const workspace = fillWorkspace(folder.path, options);
    const cloud = options.real ? undefined : await startCloud();
    if (cloud) undo.push(cloud.stop);
    const server = await startServer({
      extension: root,
      ...(options.port === undefined ? {} : { port: options.port }),
      ...(options.settings === undefined ? {} : { settings: options.settings }),
      machineSettings: cloud ? { 'openclawDeployments.flyctlPath': cloud.flysim.flyctl } : {},
    });
    undo.push(server.stop);
    const workbench = { server, folder: workspace };
    return {
      ...(cloud ? { cloud } : {}),
      server,
      workspace,
      workbench,
      workbenchUrl: workbenchUrl(workbench),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** On the real Fly.io nothing has the sample's names, so the folder stays empty. */
function fillWorkspace(parent: string, { real }: DemoOptions): string {
  const workspace = join(parent, 'my-openclaw');
  if (real) mkdirSync(workspace);
  else cpSync(sampleWorkspace, workspace, { recursive: true });
  return workspace;
}
