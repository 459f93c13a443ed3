import { accountCommands } from './commands/account.ts';
import { appCommands } from './commands/apps.ts';
import { certificateCommands } from './commands/certificates.ts';
import { deployCommands } from './commands/deploy.ts';
import { ipCommands } from './commands/ips.ts';
import { leaseCommands } from './commands/leases.ts';
import { logCommands } from './commands/logs.ts';
import { machineCommands } from './commands/machines.ts';
import { machineCloneCommands } from './commands/machine-clone.ts';
import { machineExecCommands } from './commands/machine-exec.ts';
import { machineLifeCommands } from './commands/machine-life.ts';
import { machineUpdateCommands } from './commands/machine-update.ts';
import { proxyCommands } from './commands/proxy.ts';
import { platformCommands } from './commands/platform.ts';
import { secretCommands } from './commands/secrets.ts';
import { snapshotCommands } from './commands/snapshots.ts';
import { sshCommands } from './commands/ssh.ts';
import { statusCommands } from './commands/status.ts';
import { volumeCommands } from './commands/volumes.ts';
import { wireguardCommands } from './commands/wireguard.ts';
import type { CommandSpec } from './spec.ts';

/** Every command of flyctl that is simulated. */
export const commands: readonly CommandSpec[] = [
  ...accountCommands,
  ...appCommands,
  ...statusCommands,
  ...machineCommands,
  ...machineLifeCommands,
  ...machineCloneCommands,
  ...machineExecCommands,
  ...machineUpdateCommands,
  ...leaseCommands,
  ...platformCommands,
  ...ipCommands,
  ...deployCommands,
  ...certificateCommands,
  ...volumeCommands,
  ...snapshotCommands,
  ...secretCommands,
  ...sshCommands,
  ...logCommands,
  ...proxyCommands,
  ...wireguardCommands,
];
