import { afterEach, beforeEach, expect } from 'vitest';
import { Redactor } from '../../../src/core/redact.ts';
import type { FlyctlOutput, Verb } from '../../../src/fly/flyctl.ts';
import { utf8 } from '../../../src/fly/parse.ts';
import { FlyctlRunner } from '../../../src/fly/runner.ts';
import { FakeFlyctl } from './fake-flyctl.ts';

/** A runner with a fake flyctl, made for each test of the file. */
export interface Bench {
  readonly fake: FakeFlyctl;
  readonly runner: FlyctlRunner;
  /** What the runner logged. */
  readonly log: readonly string[];
}

/** Registers the making of a bench before each test of the file, and its end after it. */
export function useBench(env: NodeJS.ProcessEnv = process.env): Bench {
  let current: Bench | undefined;
  const bench = (): Bench => {
    if (!current) throw new Error('The bench is there only while a test runs.');
    return current;
  };
  beforeEach(() => {
    current = makeBench(env);
  });
  afterEach(() => {
    bench().runner.dispose();
    bench().fake[Symbol.dispose]();
  });
  return {
    get fake() {
      return bench().fake;
    },
    get runner() {
      return bench().runner;
    },
    get log() {
      return bench().log;
    },
  };
}

function makeBench(env: NodeJS.ProcessEnv): Bench {
  const fake = new FakeFlyctl();
  const log: string[] = [];
  const runner = new FlyctlRunner({
    locate: () => Promise.resolve(fake.path),
    redactor: new Redactor(),
    log: (line) => log.push(line),
    env,
  });
  return { fake, runner, log };
}

/** A read that has the fake do `what`. */
export function verb(what: string, extra: Partial<Verb<string>> = {}): Verb<string> {
  return {
    args: ['machine', 'list', '-a', 'my-openclaw', what],
    kind: 'read',
    app: 'my-openclaw',
    deadlineMs: 10_000,
    parse: ({ stdout }: FlyctlOutput) => utf8(stdout).trim(),
    ...extra,
  };
}

export async function expectCancelled(runs: readonly Promise<unknown>[]): Promise<void> {
  const cancelled = { status: 'rejected', reason: { kind: 'cancelled' } };
  expect(await Promise.allSettled(runs)).toMatchObject(runs.map(() => cancelled));
}

/** Waits until so many processes have started. */
export async function expectStarted({ fake }: Bench, count: number): Promise<void> {
  await expect.poll(() => fake.started.length).toBe(count);
}
