import type { Verb } from '../flyctl.ts';
import { machines } from '../generated/validators.mjs';
import { readJson } from '../parse.ts';
import { deployMs } from './deadlines.ts';
import { listMachines } from './machines.ts';

/** What a deploy brings to an app. */
export interface Deployment {
  /** Absolute path; files that the fly.toml names are looked for in it. */
  readonly folder: string;
  /** The fly.toml, from there on. */
  readonly file: string;
  /** As `deployedImage` reads it. */
  readonly image: string;
}

/**
 * Makes the app's machines what the file says, on an image that exists, so that nothing is built; the machines restart one by
 * one. `--ha=false` keeps flyctl from making a second machine of an app that has none. `-y` does not help where a machine has a
 * volume and the file has no `[mounts]`: then flyctl refuses.
 */
export function deploy(app: string, { folder, file, image }: Deployment): Verb<void> {
  return {
    args: ['deploy', '-c', file, '-a', app, '--image', image, '--ha=false', '-y'],
    cwd: folder,
    kind: 'write',
    app,
    deadlineMs: deployMs,
    parse: () => undefined,
  };
}

/** The image that a machine was deployed with, registry included; `undefined` when flyctl does not tell. */
export function deployedImage(app: string, machine: string): Verb<string | undefined> {
  return {
    ...listMachines(app),
    machine,
    parse: (output) => {
      const printed = readJson(output, machines)?.find(({ id }) => id === machine);
      const config = printed?.config ?? printed?.incomplete_config;
      return config?.image || undefined;
    },
  };
}
