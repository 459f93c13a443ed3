import type { Machine, MachineEvent } from '../model.ts';
import type { Unplaced } from './row-store.ts';
import type { LogTarget } from '../verbs/logs.ts';

/** What of a machine matters to its log. */
export type WatchedMachine = Pick<Machine, 'id' | 'region' | 'events'>;

/** Tells the events of machines that were not told before. */
export class MachineHistory {
  readonly #machine: string | undefined;
  readonly #told = new Set<string>();

  /** @param target The app of which machines are passed, and the one machine that matters where it is named. */
  constructor({ machine }: LogTarget) {
    this.#machine = machine;
  }

  /** @returns What is new in the lists of events, the oldest first. */
  news(machines: readonly WatchedMachine[]): Unplaced[] {
    return machines
      .filter(({ id }) => this.#machine === undefined || id === this.#machine)
      .flatMap((machine) =>
        machine.events.filter((event) => this.#isNew(machine, event)).map((event) => toRow(machine, event)),
      )
      .sort((one, other) => one.time - other.time);
  }

  #isNew({ id }: WatchedMachine, { timestamp, type, status }: MachineEvent): boolean {
    const key = [id, timestamp, type, status].join(' ');
    if (this.#told.has(key)) return false;
    this.#told.add(key);
    return true;
  }
}

function toRow({ id, region }: WatchedMachine, event: MachineEvent): Unplaced {
  return { kind: 'event', id: -1, time: event.timestamp, machine: id, region, event };
}
