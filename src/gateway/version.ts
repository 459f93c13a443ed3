import { posix } from 'node:path';
import { sh } from '../remote/sh.ts';
import type { RemoteShell } from '../remote/shell.ts';
import type { GatewayHints } from './location.ts';
import { gateways } from './script-parts.ts';

/**
 * `package_folder FOLDER…`: the folder of the installed package, or nothing. Looked for in the folders given, then where
 * a gateway runs, where the official image has it, and where the `openclaw` of the PATH is.
 */
export const packageFolder = sh`
${gateways}
entry_folder() {
  file=$(readlink -f "$(words "$1" | grep -E '^/.*(\.m?js|/(openclaw|clawdbot|moltbot))$' | head -n 1)")
  file=\${file%/*}
  printf '%s\n' "\${file%/dist}"
}
package_folder() {
  for pid in $(gateways); do set -- "$@" "$(entry_folder "$pid")" "$(readlink "/proc/$pid/cwd")"; done
  set -- "$@" /app "$(dirname "$(readlink -f "$(command -v openclaw)")")"
  for folder; do
    if grep -qsE '^ *"name": *"(openclaw|clawdbot|moltbot)"' "$folder/package.json"; then
      printf '%s\n' "$folder"
      break
    fi
  done
}
`;

/** `installed_version FOLDER…`: the version of the package that `package_folder` finds, or nothing. */
export const installedVersion = sh`
${packageFolder}
installed_version() {
  folder=$(package_folder "$@")
  if [ -n "$folder" ]; then
    sed -n 's/^ *"version": *"\([^"]*\)".*/\1/p' "$folder/package.json" | head -n 1
  fi
}
`;

const versionScript = sh`
${installedVersion}
installed_version "$@"
`;

/**
 * The version of OpenClaw that is installed on the machine, e.g. `2026.9.6`, read from its package: running
 * `openclaw --version` would take seconds.
 * @returns Nothing when the package is not where its command, its process, its image or the PATH point to.
 * @throws Failure of the shell.
 */
export async function readVersion(
  shell: RemoteShell,
  hints: Pick<GatewayHints, 'command'>,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<string | undefined> {
  const { stdout } = await shell.run(versionScript, {
    args: packageFolders(hints.command),
    effect: 'read',
    deadlineMs: 20_000,
    signal: options.signal,
  });
  return stdout.trim() || undefined;
}

const entry = /^\/.*\/(?:(?:openclaw|clawdbot|moltbot)\.mjs|dist\/(?:index|entry)\.m?js)$/;

/** The folders that a machine's command points to, as arguments of `package_folder`. */
export function packageFolders(command: readonly string[]): string[] {
  return command.filter((word) => entry.test(word)).map((word) => posix.dirname(word).replace(/\/dist$/, ''));
}
