/**
 * Acts on the window around the tests. Only the launcher of `scripts/vscode-host` offers this; in desktop VS Code every
 * function here does nothing and says so by returning false.
 */
const url = process.env['OPENCLAW_TEST_DRIVER'];

async function ask(action: string, parameters: Readonly<Record<string, string>>): Promise<boolean> {
  if (url === undefined) return false;
  const response = await fetch(`${url}/${action}`, { method: 'POST', body: JSON.stringify(parameters) });
  if (!response.ok) throw new Error(`${action}: ${await response.text()}`);
  return true;
}

/** @param name The file's name under `test-results/screenshots`, without its ending. */
export const screenshot = (name: string): Promise<boolean> => ask('screenshot', { name });

/** Prints a line on the standard output of the run; returns false where that has to be done by `console.log`. */
export const print = (text: string): Promise<boolean> => ask('print', { text });
