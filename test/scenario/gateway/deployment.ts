import { Redactor } from '../../../src/core/redact.ts';
import type { Machine } from '../../../src/fly/model.ts';
import { FlyctlRunner } from '../../../src/fly/runner.ts';
import { machineExecTransport, sshConsoleTransport } from '../../../src/fly/transports.ts';
import { listMachines } from '../../../src/fly/verbs/machines.ts';
import { createRemoteShell } from '../../../src/remote/remote-shell.ts';
import type { GatewayHints } from '../../../src/gateway/location.ts';
import type { RemoteShell } from '../../../src/remote/shell.ts';
import { type Flysim, type MachineSpec, startFlysim } from '../../flysim/harness.ts';

/** One app with one started machine on a simulated Fly, and the extension's own way to it. */
export interface Deployment extends AsyncDisposable {
  readonly flysim: Flysim;
  readonly flyctl: FlyctlRunner;
  readonly app: string;
  /** As `flyctl machine list` tells it. */
  readonly machine: Machine;
  readonly shell: RemoteShell;
  /** What the machine's configuration tells, with the state directory under the path that the machine really sees. */
  readonly hints: GatewayHints;
  /** The host's folder of the machine's volume. */
  readonly volume: string;
}

export async function deploy(spec: MachineSpec): Promise<Deployment> {
  const flysim = await startFlysim();
  const app = 'claw';
  await flysim.createApp(app, { secrets: { OPENCLAW_GATEWAY_TOKEN: 'only-for-this-test' } });
  const id = await flysim.createMachine(app, spec);
  await flysim.waitForState(app, id, 'started');
  const redactor = new Redactor();
  const flyctl = new FlyctlRunner({ locate: async () => flysim.flyctl, redactor, log: () => undefined });
  const [machine] = await flyctl.run(listMachines(app));
  const volume = machine?.mounts[0]?.volume;
  if (!machine || volume === undefined) throw new Error('The machine has no volume.');
  const shell = createRemoteShell([
    machineExecTransport(flyctl, app, id),
    sshConsoleTransport(flyctl, app, id),
  ]);
  const seen = await shell.run('printenv OPENCLAW_STATE_DIR', { effect: 'read', deadlineMs: 20_000 });
  return {
    flysim,
    flyctl,
    app,
    machine,
    volume: flysim.volumeFolder(volume),
    shell,
    hints: { ...machine, env: { ...machine.env, OPENCLAW_STATE_DIR: seen.stdout.trim() } },
    [Symbol.asyncDispose]: async () => {
      flyctl.dispose();
      await flysim.stop();
    },
  };
}

/** Keeps what comes back, and counts. */
export function listening(
  shell: RemoteShell,
): RemoteShell & { readonly replies: string[]; readonly ways: string[] } {
  const replies: string[] = [];
  const ways: string[] = [];
  return {
    replies,
    ways,
    run: async (script, options) => {
      const result = await shell.run(script, options);
      replies.push(result.stdout);
      ways.push(result.transport);
      return result;
    },
  };
}

/** As the machine sees it, which may be a user of its own. */
export async function ownerOf({ shell, hints }: Deployment): Promise<number> {
  const args = [hints.env['OPENCLAW_STATE_DIR'] ?? ''];
  const { stdout } = await shell.run('stat -c %u "$1"', { args, effect: 'read', deadlineMs: 20_000 });
  return Number(stdout);
}
