import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { hashOf } from '../../../src/gateway/config.ts';
import {
  pushConfig as pushAndValidate,
  type PushOptions,
  type PushResult,
} from '../../../src/gateway/config-push.ts';
import type { GatewayLocation } from '../../../src/gateway/location.ts';
import type { RemoteShell } from '../../../src/remote/shell.ts';
import { changingTransport, type LocalOptions } from '../remote/local-transport.ts';
import { MachineFolder } from './machine-folder.ts';

export const before = Buffer.from('{ old: true }\n');
export const after = Buffer.from('{ new: "Grüße" }');

/** Without the machine's own OpenClaw, which has tests of its own. */
export function pushConfig(
  shell: RemoteShell,
  place: Pick<GatewayLocation, 'configPath' | 'stateDir'>,
  bytes: Uint8Array,
  options: PushOptions,
): Promise<PushResult> {
  return pushAndValidate(shell, place, bytes, { ...options, validation: 'off' });
}

/** A machine whose configuration holds `before`, and what tests ask of it. */
export function machineWithConfig(path = '/data/openclaw.json') {
  const machine = new MachineFolder();
  const configPath = machine.write(path, before);
  const place = { configPath, stateDir: dirname(configPath) };
  return {
    machine,
    configPath,
    place,
    live: (): Buffer => readFileSync(configPath),
    /** The names in the folder of the configuration. */
    files: (): string[] => readdirSync(dirname(configPath)),
    /** Pushes `after` in the place of `before`; the first calls meet these faults. */
    push: (...faults: LocalOptions[]): Promise<PushResult> =>
      pushConfig(machine.shell(changingTransport(...faults, {})), place, after, {
        expectedSha256: hashOf(before),
      }),
  };
}
