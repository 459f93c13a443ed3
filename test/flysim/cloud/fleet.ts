import { chownSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Vm } from '../machine/vm.ts';
import type { BootSpec, Guest, Host, Sandbox } from '../machine/sandbox.ts';
import type { MachineConfig } from '../model.ts';
import { instanceId } from './ids.ts';
import type { Logbook } from './logbook.ts';
import { Problem } from './problem.ts';
import type { MachineRecord, State } from './state.ts';

/** How long a deployed machine may take to settle, in milliseconds. */
const SETTLE_MS = 60_000;
/** The user `node` of the official image. */
const NODE_USER = 1000;
const EVENTS_KEPT = 25;
/** What the official image runs when the configuration has no command. */
const imageCommand = ['node', 'openclaw.mjs', 'gateway'];

/** The hosts of the cloud: the virtual machines that belong to the machine records. */
export class Fleet {
  readonly #state: State;
  readonly #logbook: Logbook;
  readonly #host: Host;
  readonly #sandbox: Sandbox;
  readonly #vms = new Map<string, Vm>();
  #ending = false;

  constructor(state: State, logbook: Logbook, host: Host, sandbox: Sandbox) {
    this.#state = state;
    this.#logbook = logbook;
    this.#host = host;
    this.#sandbox = sandbox;
  }

  /** Starts again what ran when the last daemon of this state folder ended. */
  resume(): void {
    for (const record of this.#state.stored.machines) {
      if (['stopped', 'suspended', 'created'].includes(record.machine.state)) continue;
      this.vm(record).start();
    }
  }

  /** Whether machines are plain processes, whose volumes are where the host has them. */
  get plain(): boolean {
    return this.#sandbox.kind === 'plain';
  }

  vm(record: MachineRecord): Vm {
    const { id } = record.machine;
    let vm = this.#vms.get(id);
    if (!vm) {
      vm = new Vm(this.#sandbox, {
        spec: () => this.#bootSpec(record),
        restart: () => record.machine.config.restart,
        onState: (state) => {
          if (this.#ending) return;
          record.machine.state = state;
          this.#touch(record);
        },
        onEvent: (event) => {
          record.machine.events = [event, ...record.machine.events].slice(0, EVENTS_KEPT);
          this.#touch(record);
        },
        onLog: (provider, message) => {
          const { region } = record.machine;
          this.#logbook.append({ app: record.app, instance: id, region, provider, message });
        },
      });
      this.#vms.set(id, vm);
    }
    return vm;
  }

  /** @throws Problem when the machine does not run. */
  guest(record: MachineRecord): Guest {
    const guest = this.#vms.get(record.machine.id)?.guest;
    if (!guest || record.machine.state !== 'started') {
      throw new Problem(412, 'failed_precondition: machine not running');
    }
    return guest;
  }

  /** The environment of the machine's processes: configuration, deployed secrets, what Fly adds. */
  environment(record: MachineRecord): Record<string, string> {
    const { machine, app, secrets } = record;
    return {
      PATH: this.#sandbox.path,
      HOME: '/home/node',
      ...machine.config.env,
      ...secrets,
      FLY_ALLOC_ID: machine.id,
      FLY_APP_NAME: app,
      FLY_IMAGE_REF: machine.config.image,
      FLY_MACHINE_ID: machine.id,
      FLY_MACHINE_VERSION: machine.instance_id,
      FLY_PRIVATE_IP: machine.private_ip,
      FLY_PROCESS_GROUP: machine.config.metadata['fly_process_group'] ?? '',
      FLY_REGION: machine.region,
      FLY_VM_MEMORY_MB: String(machine.config.guest.memory_mb),
      PRIMARY_REGION: machine.region,
    };
  }

  /**
   * Replaces the machine by a version with this configuration and the app's current secrets, and waits until it has
   * settled.
   */
  async deploy(record: MachineRecord, config: MachineConfig, start: boolean): Promise<void> {
    const vm = this.vm(record);
    await vm.stop();
    const version = instanceId();
    record.machine.config = config;
    record.machine.instance_id = version;
    record.machine.version = version;
    record.secrets = { ...this.#state.app(record.app).secrets };
    this.#touch(record);
    if (!start) return;
    vm.start();
    const settled = (): boolean => ['started', 'stopped'].includes(record.machine.state);
    await this.#state.until(settled, SETTLE_MS);
  }

  /** The host's folder of a volume. */
  volumeFolder(id: string): string {
    return join(this.#host.dir, 'volumes', id);
  }

  /** The host's folder of a snapshot. */
  snapshotFolder(id: string): string {
    return join(this.#host.dir, 'snapshots', id);
  }

  createVolumeFolder(id: string): void {
    const folder = this.volumeFolder(id);
    mkdirSync(folder, { recursive: true });
    if (this.#sandbox.kind === 'root') chownSync(folder, NODE_USER, NODE_USER);
  }

  /** Ends the machine and forgets it; its volumes stay and are free. */
  async destroyMachine({ app, machine }: MachineRecord): Promise<void> {
    await this.#vms.get(machine.id)?.kill();
    this.#vms.delete(machine.id);
    const { stored } = this.#state;
    for (const { volume } of stored.volumes) {
      if (volume.attached_machine_id === machine.id) volume.attached_machine_id = null;
    }
    stored.machines = stored.machines.filter((each) => each.app !== app || each.machine.id !== machine.id);
    this.#state.changed();
  }

  async destroyApp(name: string): Promise<void> {
    const machines = this.#state.machinesOf(name);
    await Promise.all(machines.map((record) => this.#vms.get(record.machine.id)?.kill()));
    for (const { machine } of machines) this.#vms.delete(machine.id);
    const { stored } = this.#state;
    for (const { app, volume } of stored.volumes) {
      if (app === name) rmSync(this.volumeFolder(volume.id), { recursive: true, force: true });
    }
    stored.machines = stored.machines.filter((each) => each.app !== name);
    stored.volumes = stored.volumes.filter((each) => each.app !== name);
    stored.apps = stored.apps.filter((each) => each.name !== name);
    this.#state.changed();
  }

  /** Ends every machine at once and leaves the records as they are. */
  async end(): Promise<void> {
    this.#ending = true;
    await Promise.all([...this.#vms.values()].map((vm) => vm.kill()));
  }

  #bootSpec(record: MachineRecord): BootSpec {
    const { id, config } = record.machine;
    return {
      machine: id,
      folder: join(this.#host.dir, 'machines', id),
      command: config.init.cmd ?? imageCommand,
      env: this.environment(record),
      volumes: (config.mounts ?? []).map(({ volume, path }) => ({ folder: this.volumeFolder(volume), path })),
    };
  }

  #touch(record: MachineRecord): void {
    record.machine.updated_at = new Date().toISOString();
    this.#state.changed();
  }
}
