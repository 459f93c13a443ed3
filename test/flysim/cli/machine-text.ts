import type { Machine } from '../model.ts';
import { table } from './render.ts';

/** `machine list` without `--json`. */
export function machineTable(app: string, machines: readonly Machine[]): string {
  const count = machines.length === 1 ? '1 machine has' : `${String(machines.length)} machines have`;
  const columns = [
    ...['ID', 'Name', 'State', 'Checks', 'Region', 'Role', 'Image', 'IP Address'],
    ...['Volume', 'Created', 'Last Updated', 'Process Group', 'Size'],
  ];
  const rows = machines.map((machine) => [
    ...[
      machine.id,
      machine.name,
      machine.state,
      '',
      machine.region,
      '',
      imageName(machine),
      machine.private_ip,
    ],
    ...[machine.config.mounts?.[0]?.volume ?? '', machine.created_at, machine.updated_at],
    ...[machine.config.metadata['fly_process_group'] ?? '', size(machine)],
  ]);
  const head = `${count} been retrieved from app ${app}.\nView them in the UI here\u200b (https://fly.io/apps/${app}/machines/)\n\n`;
  return head + table(app, columns, rows);
}

/** `machine status` without `--display-config`. */
export function machineStatusText(machine: Machine): string {
  const { config } = machine;
  const facts: (readonly [string, string])[] = [
    ['ID', machine.id],
    ['Instance ID', machine.instance_id],
    ['State', machine.state],
    ['Image', imageName(machine)],
    ['Name', machine.name],
    ['Private IP', machine.private_ip],
    ['Region', machine.region],
    ['Process Group', config.metadata['fly_process_group'] ?? ''],
    ['CPU Kind', config.guest.cpu_kind],
    ['vCPUs', String(config.guest.cpus)],
    ['Memory', String(config.guest.memory_mb)],
    ['Created', machine.created_at],
    ['Updated', machine.updated_at],
    ['Entrypoint', ''],
    ['Command', JSON.stringify(config.init.cmd ?? [])],
    ...(config.mounts ?? []).map(({ volume }) => ['Volume', volume] as const),
  ];
  const events = machine.events.map(({ status, type, source, timestamp, request }) => {
    const exit = request?.exit_event;
    const info = exit
      ? `exit_code=${String(exit.exit_code)},oom_killed=${String(exit.oom_killed)},requested_stop=${String(exit.requested_stop)}`
      : '';
    return [status, type, source, new Date(timestamp).toISOString(), info];
  });
  return [
    `Machine ID: ${machine.id}\nInstance ID: ${machine.instance_id}\nState: ${machine.state}\nHostStatus: ${machine.host_status}\n\n`,
    `\u001b[1mVM\u001b[0m\n${facts.map(([name, value]) => `  ${name.padEnd(13)} = ${value}\n`).join('')}\n`,
    table('Event Logs', ['State', 'Event', 'Source', 'Timestamp', 'Info'], events),
  ].join('');
}

function imageName({ image_ref: image }: Machine): string {
  return `${image.repository ?? ''}:${image.tag ?? ''}`;
}

function size({ config }: Machine): string {
  const { cpu_kind: kind, cpus, memory_mb: memory } = config.guest;
  return `${kind}-cpu-${String(cpus)}x:${String(memory)}MB`;
}
