import type { Flyctl } from '../../../../src/fly/flyctl.ts';
import type { Volume } from '../../../../src/fly/model.ts';
import { output } from '../../fly/verbs/printed.ts';

export const app = 'my-openclaw';
export const machine = 'd8916e2c431518';

/** One that no machine has. */
export const free: Volume = {
  id: 'vol_1',
  name: 'openclaw_data',
  state: 'created',
  sizeGb: 1,
  region: 'fra',
  encrypted: true,
  createdAt: '',
};

/** The same as that of the machine. */
export const volume: Volume = { ...free, attachedMachine: machine };

/** A flyctl that prints what is said for its words. */
export function flyctlPrinting(answer: (words: readonly string[]) => string): Flyctl {
  return {
    run: async (verb) => verb.parse(output(answer(verb.args))),
    stream: () => Promise.reject(new Error('nothing is followed here')),
  };
}
