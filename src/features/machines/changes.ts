import type { Machine } from '../../fly/model.ts';
import type { Operation } from '../common/operations/operation.ts';
import type { Services } from '../common/services.ts';

/** What changes a machine beyond its power, or ends it. Each is loaded when it is first wanted. */
export function changeOperations(services: Services): readonly Operation<Machine>[] {
  const offered = (): boolean => true;
  return [
    {
      command: 'changeMachineSize',
      offered,
      plan: async (machine) => (await import('./resize.ts')).planSize(services, machine),
    },
    {
      command: 'changeMachineMemory',
      offered,
      plan: async (machine) => (await import('./resize.ts')).planMemory(services, machine),
    },
    {
      command: 'changeMachineCommand',
      offered,
      plan: async (machine) => (await import('./change-command.ts')).planCommand(services, machine),
    },
    {
      command: 'cloneMachine',
      offered,
      plan: async (machine) => (await import('./clone.ts')).planClone(services, machine),
    },
    {
      command: 'destroyMachine',
      offered,
      plan: async (machine) => (await import('./destroy.ts')).planDestroy(machine),
    },
  ];
}
