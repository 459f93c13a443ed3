import type { Machine } from '../../fly/model.ts';
import { runsOpenClaw } from '../../fly/openclaw.ts';

/** Whether something can be run on the machine. */
export function isStarted({ state }: Machine): boolean {
  return state === 'started';
}

/**
 * The machine of an app that the doctor looks into: the wanted one, else one that runs OpenClaw, else any; among equals one
 * that is started.
 * @param wanted Its id; nothing when the doctor was called on the app.
 */
export function chooseMachine(machines: readonly Machine[], wanted?: string): Machine | undefined {
  const rank = (machine: Machine): number =>
    Number(machine.id === wanted) * 4 + Number(runsOpenClaw(machine)) * 2 + Number(isStarted(machine));
  return machines.toSorted((one, other) => rank(other) - rank(one))[0];
}
