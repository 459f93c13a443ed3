import type { Workbench } from '../ui/support/workbench.ts';
import type { Deployment } from './deployment.ts';

/** What a user does once the button of a fix is pressed. */
export type Repair = (workbench: Workbench, deployment: Deployment) => Promise<void>;

/** Lets the flyctl commands run that are shown. */
export const runCommands: Repair = (workbench) => workbench.dialog.press('Run');

export const clearAndRestart: Repair = (workbench) => workbench.dialog.press('Clear and Restart');

/** Goes through the rescue of the machine with one repair. */
export function rescueBy(repair: (workbench: Workbench) => Promise<void>): Repair {
  return async (workbench) => {
    await workbench.dialog.press('Start Rescue');
    await repair(workbench);
    await workbench.quickInput.choose('Done: Start the Gateway Again');
  };
}

/** Takes OpenClaw's own copy of the configuration that its gateway last started with. */
export async function restoreLastGood(workbench: Workbench): Promise<void> {
  await workbench.quickInput.choose('Restore a Configuration…');
  await workbench.quickInput.choose('openclaw.json.last-good');
  await workbench.notifications.press(/Restore openclaw\.json\.last-good of/, 'Put in Place');
}

export async function setMode(workbench: Workbench): Promise<void> {
  await workbench.quickInput.choose('Set gateway.mode to local…');
  await workbench.notifications.press(/Set gateway\.mode of/, 'Put in Place');
}

export async function correctOwners(workbench: Workbench): Promise<void> {
  await workbench.quickInput.choose('Correct the Owners of Files…');
  await workbench.dialog.press('Correct the Owners');
}

/**
 * Runs Clear Gateway Lock on the machine of the open folder, and leaves it at the first question.
 * @returns What it said.
 * @throws Error when it did not refuse
 */
export async function refusal(workbench: Workbench): Promise<string> {
  await workbench.runCommand('OpenClaw: Clear Gateway Lock…');
  const buttons = await workbench.dialog.buttons();
  const text = await workbench.dialog.text();
  await workbench.dialog.press('Cancel');
  if (!text.includes('is in use. Nothing was removed.')) throw new Error(`It did not refuse: ${text}`);
  if (!buttons.includes('Clear Anyway…')) throw new Error(`There is no way around it: ${buttons.join(', ')}`);
  return /The gateway that made it runs as process \d+/.exec(text)?.[0] ?? text;
}
