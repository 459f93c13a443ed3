import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { MachineFolder } from './machine-folder.ts';

const tools = [
  ...['base64', 'basename', 'cat', 'chmod', 'chown', 'cp', 'cut', 'dirname', 'find', 'grep', 'head', 'ln'],
  ...['mkdir', 'mv', 'node', 'openssl', 'perl', 'readlink', 'rm', 'sed', 'sh', 'sha256sum', 'sort', 'stat'],
  ...['sync', 'tee', 'tr', 'uname', 'wc'],
];

function find(tool: string): string {
  return execFileSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim();
}

/** A PATH with everything that scripts use, but for the missing tools. */
export function pathWithout(machine: MachineFolder, missing: readonly string[]): string {
  const folder = machine.addFolder('/bin');
  for (const tool of tools.filter((name) => !missing.includes(name)))
    symlinkSync(find(tool), join(folder, tool));
  return folder;
}

/** A PATH with a tool of our own; `$REAL` in its script is the real one. */
export function pathWith(machine: MachineFolder, tool: string, script: string): string {
  const file = machine.write(`/bin/${tool}`, `#!/bin/sh\nREAL=${find(tool)}\n${script}\n`);
  chmodSync(file, 0o755);
  return `${machine.path('/bin')}:${process.env['PATH']}`;
}
