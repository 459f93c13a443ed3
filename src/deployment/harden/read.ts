import { Failure, toFailure } from '../../core/errors.ts';
import type { Flyctl } from '../../fly/flyctl.ts';
import type { Machine } from '../../fly/model.ts';
import type { DeploymentStore } from '../../fly/store.ts';
import { deployedImage } from '../../fly/verbs/deploy.ts';
import { readConfig } from '../../gateway/config.ts';
import { candidatePorts, locate } from '../../gateway/location.ts';
import type { RemoteShell } from '../../remote/shell.ts';
import { chooseMachine, isStarted } from '../doctor/choose-machine.ts';
import type { Standing, TomlSource } from './standing.ts';

/** What a standing is read with. */
export interface Sources {
  readonly flyctl: Flyctl;
  readonly store: Pick<DeploymentStore, 'read'>;
  shell(machine: Pick<Machine, 'app' | 'id'>): RemoteShell;
}

interface Options {
  readonly signal: AbortSignal;
}

/** What is behind the gateway's machine: read from Fly and, when it is started, from inside. */
type OfMachine = Pick<Standing, 'machine' | 'image' | 'config' | 'configFailure' | 'port'>;

/**
 * Reads how an app stands to the internet. What is missing of the gateway is said in the standing.
 * @throws Failure when the addresses, certificates, secrets or machines of the app cannot be read, and when cancelled
 */
export async function readStanding(
  sources: Sources,
  { app, tomls }: { readonly app: string; readonly tomls: readonly TomlSource[] },
  options: Options,
): Promise<Standing> {
  const { store } = sources;
  const [machines, addresses, certificates, secrets] = await Promise.all([
    store.read(app, 'machines', options),
    store.read(app, 'addresses', options),
    store.read(app, 'certificates', options),
    store.read(app, 'secrets', options),
  ]);
  const machine = chooseMachine(machines);
  const behind: OfMachine = machine ? await readMachine(sources, machine, options) : { port: portOf() };
  return { app, machines, addresses, certificates, secrets, tomls, ...behind };
}

async function readMachine(sources: Sources, machine: Machine, options: Options): Promise<OfMachine> {
  const [image, inside] = await Promise.all([
    sources.flyctl.run(deployedImage(machine.app, machine.id), options),
    lookInside(sources, machine, options),
  ]);
  return { machine, ...(image !== undefined && { image }), ...inside };
}

async function lookInside(
  sources: Sources,
  machine: Machine,
  { signal }: Options,
): Promise<Pick<Standing, 'config' | 'configFailure' | 'port'>> {
  try {
    if (!isStarted(machine)) throw new Failure('noStartedMachine', { facts: { app: machine.app } });
    const shell = sources.shell(machine);
    const location = await locate(shell, machine, { signal });
    const file = await readConfig(shell, location, { signal });
    const { path } = file;
    const config = file.exists ? { path, text: new TextDecoder().decode(file.bytes) } : undefined;
    return { port: location.ports[0] ?? portOf(machine), ...(config && { config }) };
  } catch (error) {
    const configFailure = toFailure(error);
    if (configFailure.kind === 'cancelled') throw configFailure;
    return { port: portOf(machine), configFailure };
  }
}

/** Where the gateway most likely listens, by what Fly knows of its machine. */
function portOf(machine?: Machine): number {
  const hints = machine ?? { env: {}, command: [], internalPorts: [] };
  return candidatePorts(hints)[0] ?? 0;
}
