import { readFileSync } from 'node:fs';
import type { FlyctlOutput } from '../../../../src/fly/flyctl.ts';

/** What flyctl prints in test/fixtures/flyctl/output/NAME.json. */
export function printed(name: string): FlyctlOutput {
  return {
    stdout: readFileSync(new URL(`../../../fixtures/flyctl/output/${name}.json`, import.meta.url)),
    stderr: '',
    exitCode: 0,
  };
}

export function output(stdout: string, stderr = '', exitCode = 0): FlyctlOutput {
  return { stdout: Buffer.from(stdout), stderr, exitCode };
}
