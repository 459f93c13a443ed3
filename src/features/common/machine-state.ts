/**
 * States in which a machine stays until somebody acts. All others are on their way (`starting`, `stopping`,
 * `replacing` …).
 */
const settled: ReadonlySet<string> = new Set([
  'created',
  'started',
  'stopped',
  'suspended',
  'failed',
  'destroyed',
]);

/** Whether the machine stays in this state until somebody acts. */
export function isSettled(state: string): boolean {
  return settled.has(state);
}

/** Whether something can be run on the machine. */
export function isRunning(state: string): boolean {
  return state === 'started';
}

/** What the machine is called on screen. */
export function machineLabel(machine: { readonly name: string; readonly id: string }): string {
  return machine.name || machine.id;
}
