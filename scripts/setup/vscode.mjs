import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../lib/npm.mjs';
import { prepareFolder } from '../lib/prepare-folder.mjs';
import { codeServerFolder, codeServerPackage, vscodeFolderIn } from '../lib/project.mjs';

/** Native modules without which VS Code's server does not start, and which npm carries as source only. */
const shims = ['spdlog', 'native-watchdog'];

const shimFile = (name) => join(import.meta.dirname, '..', 'vscode-shims', `${name}.mjs`);

const moduleFile = (name, installation) =>
  join(vscodeFolderIn(installation), 'node_modules', '@vscode', name, 'index.js');

const isSame = (one, other) => readFileSync(one).equals(readFileSync(other));

/** Whether VS Code is there, with the stand-ins as they are now. */
export function vscodeIsInstalled() {
  return (
    existsSync(codeServerFolder) &&
    shims.every((name) => isSame(shimFile(name), moduleFile(name, codeServerFolder)))
  );
}

/** Installs VS Code's server from npm, next to the project's own packages. */
export async function installVscode() {
  if (!existsSync(codeServerFolder)) await prepareFolder(codeServerFolder, installInto);
  putShims(codeServerFolder);
}

/** `code-server`'s own install script builds more native modules than VS Code needs; its other steps are done here. */
async function installInto(folder) {
  const vscode = vscodeFolderIn(folder);
  const options = ['--ignore-scripts', '--omit=dev'];
  await npm(['install', codeServerPackage, '--no-package-lock', ...options], folder);
  await npm(['install', ...options], vscode);
  await npm(['install', ...options], join(vscode, 'extensions'));
  putShims(folder);
}

function putShims(installation) {
  for (const name of shims) copyFileSync(shimFile(name), moduleFile(name, installation));
}
