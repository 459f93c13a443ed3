import { expect, it } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import { planPrivate } from '../../../../src/deployment/harden/plan.ts';
import { PlanRun, verdictOn } from '../../../../src/deployment/harden/run.ts';
import { closed, lineOf, standing, v6 } from './standings.ts';

const { steps } = planPrivate(standing());

/** Hands that note what they do, and fail at one line until they are let. */
function bench(failing: string) {
  const did: string[] = [];
  const state = { failing };
  const note = (line: string): Promise<void> => {
    if (line.includes(state.failing)) return Promise.reject(new Failure('offline'));
    did.push(line);
    return Promise.resolve();
  };
  const run = new PlanRun(
    {
      flyctl: {
        run: async (verb) => {
          await note(verb.args.join(' '));
          return verb.parse({ stdout: new Uint8Array(), stderr: '', exitCode: 0 });
        },
        stream: () => Promise.reject(new Error('Nothing is streamed.')),
      },
      writeFile: (step) => note(lineOf(step)),
      pushConfig: (step) => note(lineOf(step)),
    },
    steps,
  );
  const go = (signal = new AbortController().signal) => run.go({ signal, begins: () => undefined });
  return { run, did, state, go };
}

it('stops at the step that fails, and goes on with that one', async () => {
  const { run, did, state, go } = bench('66.241');
  await expect(go()).rejects.toMatchObject({ kind: 'offline' });
  expect(run.done.map(({ id }) => id)).toEqual(['toml', `release:${v6.address}`]);
  expect(run.left.map(({ id }) => id)).toEqual(['release:66.241.124.1', 'allocate:private_v6', 'deploy']);
  state.failing = 'nothing';
  await go();
  expect(run.left).toEqual([]);
  expect(did).toEqual(steps.map((step) => lineOf(step).replace('flyctl ', '')));
});

it('begins nothing more when it is cancelled', async () => {
  const { run, did, go } = bench('nothing');
  const controller = new AbortController();
  controller.abort();
  await expect(go(controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  expect([did, run.done]).toEqual([[], []]);
});

it('calls private what has no address of the internet', () => {
  expect(verdictOn([closed])).toEqual({ isPrivate: true, open: [], closed: [closed] });
  expect(verdictOn([closed, v6])).toEqual({ isPrivate: false, open: [v6], closed: [closed] });
  expect(verdictOn([])).toMatchObject({ isPrivate: true });
});
