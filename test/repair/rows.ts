import type { Deployment } from './deployment.ts';
import type { Trouble } from './trouble.ts';
import { configTroubles } from './troubles/config.ts';
import { healthyDeployments } from './troubles/healthy.ts';
import { lockTroubles } from './troubles/locks.ts';
import { machineTroubles } from './troubles/machine.ts';
import type { Stage } from './stage.ts';

/** What the doctor must find. */
export interface Expected {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** What its evidence must have. */
  readonly evidence: string | RegExp;
  /** What the button of the fix says. */
  readonly fix: string | RegExp;
}

/** One line of the table. */
export interface Row {
  readonly number: number;
  readonly trouble: Trouble;
  /** Left out where nothing is wrong: then no finding may be an error. */
  readonly expected?: Expected;
  /** Goes through with the fix once its button was pressed, to its end. */
  confirm?(stage: Stage, deployment: Deployment): Promise<void>;
}

const { staleAfterKill, oldLayout } = lockTroubles;
const { invalid, foreignOwner, missingMode } = configTroubles;
const { portMismatch, loopback, offVolume, heapTooSmall } = machineTroubles;
const { standard, heldLock, twoMachines, hardened } = healthyDeployments;

/** In the order in which they run. */
export const rows: readonly Row[] = [
  { number: 12, trouble: standard },
  { number: 2, trouble: heldLock },
  { number: 11, trouble: twoMachines },
  { number: 1, trouble: staleAfterKill },
  { number: 3, trouble: oldLayout },
  { number: 4, trouble: invalid },
  { number: 5, trouble: foreignOwner },
  { number: 6, trouble: missingMode },
  { number: 7, trouble: portMismatch },
  { number: 8, trouble: loopback },
  { number: 9, trouble: offVolume },
  { number: 10, trouble: heapTooSmall },
  { number: 13, trouble: hardened },
];
