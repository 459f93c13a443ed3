import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { withSignals } from './run.mjs';
import { root } from './project.mjs';

/** What the packages need: openclaw asks for 24.16, and TypeScript files run as they are. */
const wanted = [24, 16];

const binFolder = join(root, 'node_modules', '.bin');

function isNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > wanted[0] || (major === wanted[0] && minor >= wanted[1]);
}

/** The Node that the project runs on: the one among its packages, or this one where it is new enough. */
export function projectNode() {
  const own = join(binFolder, 'node');
  if (existsSync(own)) return own;
  if (isNewEnough()) return process.execPath;
  throw new Error(
    `Node ${wanted.join('.')} or newer is needed, this is ${process.versions.node}. ` +
      `The packages bring their own Node on Linux x64 only: install a newer Node and try again.`,
  );
}

/** The environment in which `node` and the packages' commands are the project's own. */
export function projectEnvironment() {
  return { ...process.env, PATH: `${binFolder}${delimiter}${process.env.PATH ?? ''}` };
}

/**
 * Continues a script on the project's Node.
 * @returns true when this process runs on it already; otherwise the script was run again on it, to its end, and
 * this process only has to leave.
 */
export async function continueOnProjectNode(script) {
  if (isNewEnough()) {
    process.env.PATH = projectEnvironment().PATH;
    return true;
  }
  const env = { ...projectEnvironment(), OPENCLAW_SET_UP: 'done' };
  const child = spawn(projectNode(), [script, ...process.argv.slice(2)], { stdio: 'inherit', env });
  process.exitCode = await withSignals(child, () => {
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve(code ?? 1));
    });
  });
  return false;
}
