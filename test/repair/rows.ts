import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  clearAndRestart,
  correctOwners,
  rescueBy,
  restoreLastGood,
  runCommands,
  setMode,
} from './repairs.ts';
import { cure, leaveAlone, refuse, type Treatment } from './treatments.ts';
import type { Trouble } from './trouble.ts';
import { configTroubles } from './troubles/config.ts';
import { healthyDeployments } from './troubles/healthy.ts';
import { lockTroubles } from './troubles/locks.ts';
import { machineTroubles } from './troubles/machine.ts';

/** One line of the table. */
export interface Row {
  readonly number: number;
  readonly trouble: Trouble;
  readonly treat: Treatment;
}

const { staleAfterKill, oldLayout } = lockTroubles;
const { invalid, foreignOwner, missingMode } = configTroubles;
const { portMismatch, loopback, offVolume, heapTooSmall } = machineTroubles;
const { standard, heldLock, twoMachines, hardened } = healthyDeployments;

const error = { severity: 'error' } as const;
const staleLock = { ...error, code: 'lock-stale', fix: 'Clear the gateway lock', repair: clearAndRestart };

/** In the order in which they run: what is prepared for one while another is treated is of another deployment. */
export const rows: readonly Row[] = [
  { number: 12, trouble: standard, treat: leaveAlone },
  { number: 2, trouble: heldLock, treat: refuse },
  {
    number: 1,
    trouble: staleAfterKill,
    treat: cure({ ...staleLock, evidence: /Process \d+ is another one now \(sleep\)/ }),
  },
  {
    number: 11,
    trouble: twoMachines,
    treat: cure({
      ...error,
      code: 'several-gateways',
      evidence: /^started in iad, volume vol_/,
      fix: ({ machine }) => `Stop all but ${machine}`,
      repair: runCommands,
    }),
  },
  {
    number: 3,
    trouble: oldLayout,
    treat: cure({ ...staleLock, evidence: /^\/tmp\/openclaw-\d+\/gateway\.[0-9a-f]{8}\.lock/ }),
  },
  {
    number: 4,
    trouble: invalid,
    treat: cure({
      ...error,
      code: 'log-config-invalid',
      evidence: /Unrecognized key: "prot"/,
      fix: 'Rescue',
      repair: rescueBy(restoreLastGood),
    }),
  },
  {
    number: 5,
    trouble: foreignOwner,
    treat: cure({
      ...error,
      code: 'log-config-not-permitted',
      evidence: /EACCES: permission denied, open '\/data\/openclaw\.json'/,
      fix: 'Rescue',
      repair: rescueBy(correctOwners),
    }),
  },
  {
    number: 6,
    trouble: missingMode,
    treat: cure({
      ...error,
      code: 'log-mode-missing',
      evidence: /existing config is missing gateway\.mode/,
      fix: 'Rescue',
      repair: rescueBy(setMode),
    }),
  },
  {
    number: 10,
    trouble: heapTooSmall,
    treat: cure({
      ...error,
      code: 'heap-limit',
      evidence: /max-old-space-size=60”/,
      fix: 'Set --max-old-space-size to',
      repair: runCommands,
    }),
  },
  {
    number: 7,
    trouble: portMismatch,
    treat: cure({
      ...error,
      code: 'port-mismatch',
      evidence: /internal_port \d+, the gateway uses \d+/,
      fix: 'Let the gateway use port',
      repair: runCommands,
    }),
  },
  {
    number: 8,
    trouble: loopback,
    treat: cure({
      ...error,
      code: 'bind-loopback',
      evidence: /the gateway listens on 127\.0\.0\.1/,
      fix: 'Add --bind lan',
      repair: runCommands,
    }),
  },
  {
    number: 9,
    trouble: offVolume,
    treat: cure({
      ...error,
      code: 'state-dir-off-volume',
      evidence: /state in \S+\/\.openclaw/,
      fix: 'Set OPENCLAW_STATE_DIR to',
      repair: runCommands,
      verify: ({ volume }) => isThere(join(volume, 'state', 'openclaw.sqlite'), 'state on the volume'),
    }),
  },
  { number: 13, trouble: hardened, treat: leaveAlone },
];

async function isThere(path: string, words: string): Promise<string> {
  if (!existsSync(path)) throw new Error(`There is no ${path}.`);
  return words;
}
