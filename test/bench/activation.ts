import type { Browser } from 'playwright-core';
import { median, rounded, type Figures } from './figures.ts';
import type { Activation } from './host/activation.ts';
import { measureInWindows } from './windows.ts';

type ActivationFigures = Pick<Figures, 'activate_ms' | 'activate_spawns' | 'load_ms'>;

/** Activates the extension in several fresh windows of a real VS Code. */
export async function measureActivation(browser: Browser): Promise<ActivationFigures> {
  const activations = await measureInWindows<Activation>(browser, { part: 'activation', windows: 5 });
  return {
    activate_ms: rounded(median(activations.map(({ activateMs }) => activateMs))),
    load_ms: rounded(median(activations.map(({ loadMs }) => loadMs))),
    activate_spawns: Math.max(...activations.map(({ spawns }) => spawns)),
  };
}
