import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Flysim, startFlysim } from '../../flysim/harness.ts';
import { pickFault } from './push-faults/fault.ts';
import { flyctlLane, type Lane, powerLane, sessionLane } from './push-faults/lanes.ts';
import { Random } from './push-faults/random.ts';
import { pushUndisturbed, tryPush, type Verdict } from './push-faults/trial.ts';

// The same numbers give the same faults, though not the same moments: PUSH_FAULTS_SEED repeats a run.
const seed = Number(process.env['PUSH_FAULTS_SEED'] ?? Date.now() % 1_000_000);

/** How often is pushed on each kind of machine. */
const pushes = { flyctl: 110, session: 287, power: 40 };

let sessions: Flysim;
let flyctl: Flysim;

beforeAll(async () => {
  [sessions, flyctl] = await Promise.all([startFlysim(), startFlysim()]);
});

afterAll(async () => {
  await Promise.all([sessions.stop(), flyctl.stop()]);
});

test(
  'a thousand pushes with a fault each lose nothing and tell the truth',
  { timeout: 300_000 },
  async () => {
    using viaFlyctl = await flyctlLane(flyctl);
    const lanes: [Lane, number][] = [
      [viaFlyctl, pushes.flyctl],
      [await powerLane(sessions), pushes.power],
      [await sessionLane(sessions), pushes.session],
      [await sessionLane(sessions), pushes.session],
      [await sessionLane(sessions), pushes.session],
    ];
    const verdicts = await Promise.all(lanes.map(([lane, count], index) => run(lane, count, seed + index)));
    report(verdicts.flat());
  },
);

async function run({ subject, faults }: Lane, count: number, laneSeed: number): Promise<Verdict[]> {
  const random = new Random(laneSeed);
  const verdicts: Verdict[] = [];
  while (verdicts.length < count) verdicts.push(await tryPush(subject, pickFault(faults, random), random));
  await pushUndisturbed(subject);
  return verdicts;
}

function report(verdicts: readonly Verdict[]): void {
  const lost = verdicts.filter((verdict) => verdict.lost !== undefined);
  const lied = verdicts.filter((verdict) => verdict.lied !== undefined);
  const lines = grouped(verdicts, ({ fault }) => fault).map(([fault, met]) => {
    const told = grouped(met, (verdict) => verdict.told).map(([word, { length }]) => `${word} ${length}`);
    return `${fault.padEnd(32)}${String(met.length).padStart(5)}   ${told.join(', ')}`;
  });
  const sum = `${verdicts.length} pushes, seed ${seed}; lost: ${lost.length}, lied: ${lied.length}`;
  console.log([...lines, sum].join('\n'));
  expect([...lost, ...lied]).toEqual([]);
  expect(verdicts.length).toBeGreaterThanOrEqual(1_000);
}

/** The items by what they have in common, in alphabetical order. */
function grouped<T>(items: readonly T[], by: (item: T) => string): [string, T[]][] {
  const names = [...new Set(items.map(by))].toSorted();
  return names.map((name) => [name, items.filter((item) => by(item) === name)]);
}
