import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultName, FaultOptions, Flysim } from '../../../flysim/harness.ts';
import type { Circumstances, Fault } from './fault.ts';
import type { Random } from './random.ts';

/** Which flyctl the next call runs. */
export class FlyctlChoice {
  readonly #flysim: Flysim;
  #next: string | undefined;

  constructor(flysim: Flysim) {
    this.#flysim = flysim;
  }

  /** The next call, and only that, is killed so many milliseconds after it began. */
  killNext(ms: number): void {
    const path = join(this.#flysim.dir, `flyctl-killed-after-${ms}`);
    const seconds = (ms / 1000).toFixed(3);
    // What comes after `exec` has the number of the shell.
    const script = [
      '#!/bin/sh',
      `{ sleep ${seconds}; kill -KILL $$; } </dev/null >/dev/null 2>&1 &`,
      `exec '${this.#flysim.flyctl}' "$@"`,
    ];
    writeFileSync(path, `${script.join('\n')}\n`);
    chmodSync(path, 0o755);
    this.#next = path;
  }

  take(): string {
    const path = this.#next ?? this.#flysim.flyctl;
    this.#next = undefined;
    return path;
  }
}

/** Faults of flyctl and of what is between it and the machine. */
export function flyctlFaults(flysim: Flysim, choice: FlyctlChoice): Fault[] {
  const met = (names: readonly [FaultName, FaultOptions?][], more: Circumstances = {}): Circumstances => ({
    ...more,
    before: async () => {
      for (const [name, options] of names) await flysim.setFault(name, options);
    },
    after: () => flysim.clearFaults(),
  });
  const ssh = { verb: 'ssh console' };
  const simple = (
    name: string,
    weight: number,
    fault: FaultName,
    options: (random: Random) => FaultOptions,
  ): Fault => ({
    name,
    weight,
    meet: (random) => met([[fault, options(random)]]),
  });
  return [
    {
      name: 'flyctl killed',
      weight: 6,
      meet: (random) => ({ before: async () => choice.killNext(random.below(300)) }),
    },
    simple('connection cut in stdin', 2, 'cut-stdin', (random) => ({
      bytes: random.below(20_000),
      times: 1,
    })),
    simple('connection cut in stdout', 2, 'cut-stdout', (random) => ({ bytes: random.below(400), times: 1 })),
    simple('lost output tail', 2, 'lost-tail', (random) => ({ bytes: 1 + random.below(300), times: 1 })),
    simple('silent exit 0', 1, 'silent-exit', () => ({ times: 1 })),
    simple('slow', 1, 'slow', (random) => ({ ...ssh, ms: random.below(100), times: 1 })),
    simple('invalid handle', 1, 'windows-handle', () => ({ times: 1 })),
    simple('no tunnel', 1, 'tunnel-unavailable', () => ({ ms: 10 })),
    simple('offline', 1, 'offline', () => ssh),
    simple('not logged in', 1, 'not-logged-in', () => ({})),
    {
      name: 'hang',
      weight: 1,
      meet: () => met([['hang', { ...ssh, times: 1 }]], { deadlineMs: 700, unreachable: true }),
    },
    {
      name: 'connection cut, nobody to ask',
      weight: 2,
      meet: (random) =>
        met(
          [
            ['lost-tail', { bytes: 1 + random.below(200) }],
            ['offline', { verb: 'machine exec' }],
          ],
          { unreachable: true },
        ),
    },
  ];
}
