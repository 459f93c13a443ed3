import type { Machine } from '../../fly/model.ts';
import type { AppPart, AppParts } from '../../fly/store.ts';
import { attempt } from './attempt.ts';
import { chooseMachine, isStarted } from './choose-machine.ts';
import { type Look, lookInto } from './look-into.ts';
import { readFlyctl } from './read-flyctl.ts';
import { dataOf, type Reading, type Snapshot, type TomlFile } from './snapshot.ts';
import type { Sources } from './sources.ts';

/** What is examined. */
export interface Patient {
  readonly app: string;
  /** The id of the machine that is looked into; the doctor chooses when it is left out. */
  readonly machine?: string;
  readonly tomlFile?: TomlFile;
}

interface Options {
  readonly signal: AbortSignal;
}

/**
 * Gathers everything that the rules look at: what flyctl tells, in parallel, and two remote calls, which begin at once where
 * the machine is known from before. What cannot be read is a failure in the snapshot.
 * @throws Failure `cancelled`, and nothing else.
 */
export async function gather(sources: Sources, patient: Patient, options: Options): Promise<Snapshot> {
  const { app, tomlFile } = patient;
  const takenAtMs = Date.now();
  const read = <P extends AppPart>(part: P): Promise<Reading<AppParts[P]>> =>
    attempt(sources.store.read(app, part, options));
  // flyctl runs in the order of the calls, four at once: what takes longest comes first.
  const [machine, flyctl, addresses, certificates, volumes, secrets] = await Promise.all([
    gatherMachine(sources, patient, options),
    readFlyctl(sources, options),
    read('addresses'),
    read('certificates'),
    read('volumes'),
    read('secrets'),
  ]);
  return {
    app,
    takenAtMs,
    flyctl,
    ...(tomlFile && { tomlFile }),
    addresses,
    certificates,
    volumes,
    secrets,
    ...machine,
  };
}

type MachineReadings = Pick<Snapshot, 'machines' | 'machine'> & Look;

/** Looks into the machine that is known from before, and into another one only where that turns out to be the wrong one. */
async function gatherMachine(
  sources: Sources,
  { app, machine: wanted }: Patient,
  { signal }: Options,
): Promise<MachineReadings> {
  const held = chooseMachine(sources.store.app(app).machines.data ?? [], wanted);
  const early = new AbortController();
  const look = (machine: Machine, stop?: AbortSignal): Promise<Look> =>
    lookInto(sources, machine, { signal: stop ? AbortSignal.any([signal, stop]) : signal });
  const begun = held && look(held, early.signal);
  begun?.catch(() => undefined);
  const machines = await attempt(sources.store.read(app, 'machines', { signal }));
  const machine = chooseMachine(dataOf(machines) ?? (held ? [held] : []), wanted);
  if (!machine) {
    early.abort();
    return { machines, log: { data: [] }, configFindings: [] };
  }
  if (begun && isSame(held, machine)) return { machines, machine, ...(await begun) };
  early.abort();
  return { machines, machine, ...(await look(machine)) };
}

/** Whether looking into the one is looking into the other. */
function isSame(one: Machine, other: Machine): boolean {
  return one.id === other.id && isStarted(one) === isStarted(other);
}
