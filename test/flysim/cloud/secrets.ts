import type { SecretListing } from '../model.ts';
import type { Fleet } from './fleet.ts';
import type { Handlers } from './handlers.ts';
import { digestOf } from './ids.ts';
import type { State } from './state.ts';

type SecretCalls = `machines.${'secrets' | 'setSecrets' | 'deploySecrets'}`;

/** The calls that the Machines API answers about secrets. No call answers with a value. */
export function secretHandlers(state: State, fleet: Fleet): Handlers<SecretCalls> {
  return {
    'machines.secrets': ({ app }) => listSecrets(state, app),
    'machines.setSecrets': ({ app, secrets }) => {
      const current = state.app(app).secrets;
      for (const [name, value] of Object.entries(secrets)) {
        if (value === null) delete current[name];
        else current[name] = value;
      }
      state.changed();
      return null;
    },
    'machines.deploySecrets': async ({ app, machine }) => {
      const record = state.machine(app, machine);
      const { config, state: before } = record.machine;
      await fleet.deploy(record, config, before !== 'stopped' && before !== 'created');
      return null;
    },
  };
}

/** The secrets by name, with whether the machines have the current values. */
function listSecrets(state: State, app: string): SecretListing[] {
  const machines = state.machinesOf(app);
  const statusOf = (name: string, value: string): SecretListing['status'] => {
    const having = machines.filter(({ secrets }) => secrets[name] === value).length;
    if (having === 0) return 'Staged';
    return having === machines.length ? 'Deployed' : 'Partial';
  };
  return Object.entries(state.app(app).secrets)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, digest: digestOf(value), status: statusOf(name, value) }));
}
