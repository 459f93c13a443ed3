import type { Machine } from '../../fly/model.ts';
import { restartMachine, startMachine } from '../../fly/verbs/machines.ts';
import type { Services } from './services.ts';

/** Restarts a machine; one that stopped because its gateway died is started. @throws Failure */
export async function restartOrStart(
  { flyctl, store }: Pick<Services, 'flyctl' | 'store'>,
  { app, id }: Pick<Machine, 'app' | 'id'>,
  signal: AbortSignal,
): Promise<void> {
  const machines = await store.machines(app, { fresh: true, signal });
  const isStopped = machines.some((machine) => machine.id === id && machine.state === 'stopped');
  await flyctl.run((isStopped ? startMachine : restartMachine)(app, id), { signal });
}
