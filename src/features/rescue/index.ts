import * as vscode from 'vscode';
import { onCommand } from '../common/on-command.ts';
import type { Services } from '../common/services.ts';
import { RescueOffers } from './offers.ts';

/** Rescue Gateway, and the offer to end a rescue that was left in the middle. */
export function registerRescue(services: Services): vscode.Disposable {
  const offers = new RescueOffers(services);
  return vscode.Disposable.from(
    offers,
    onCommand('rescue', async (argument) => {
      const machine = await services.machines.choose(argument);
      if (machine) await offers.attend(machine);
    }),
  );
}
