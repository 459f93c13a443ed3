import * as l10n from '@vscode/l10n';
import { stripVTControlCharacters } from 'node:util';
import type { LogEntry, Machine } from '../../fly/model.ts';
import { blocks, codeBlock, facts } from './markdown.ts';
import type { Mask } from './mask.ts';
import { dataOf, type Snapshot } from './snapshot.ts';

/** As many lines of a log tell what happened last. */
const lastLines = 200;
const longestLine = 2_000;
const lastEvents = 20;

/** The machines, volumes, addresses, certificates and names of secrets of the app. */
export function platformText(snapshot: Snapshot, mask: Mask): string {
  const lists = facts({
    [l10n.t('Volumes')]: dataOf(snapshot.volumes)
      ?.map(({ id, name, sizeGb, region, state, attachedMachine = '-' }) =>
        [id, name, `${sizeGb} GB`, region, state, attachedMachine].join(' '),
      )
      .join('; '),
    [l10n.t('Addresses')]: dataOf(snapshot.addresses)
      ?.map(({ address, type, region }) => `${type} ${address} ${region}`)
      .join('; '),
    [l10n.t('Certificates')]: dataOf(snapshot.certificates)
      ?.map(({ hostname }) => hostname)
      .join('; '),
    [l10n.t('Secrets')]: dataOf(snapshot.secrets)
      ?.map(({ name, status }) => `${name} ${status}`.trim())
      .join('; '),
  });
  const machines = dataOf(snapshot.machines) ?? (snapshot.machine ? [snapshot.machine] : []);
  return blocks(
    ...machines.map((machine) => machineText(machine, mask)),
    lists === '' ? '' : blocks(`## ${l10n.t('App')}`, lists),
  );
}

/** What Fly's log last said, without colours. */
export function logText({ log }: Snapshot): string {
  const lines = (dataOf(log) ?? []).slice(-lastLines).map(logLine);
  return lines.length === 0 ? '' : codeBlock(lines.join('\n'));
}

function machineText(machine: Machine, mask: Mask): string {
  const { id, name, state, region, image, hostStatus, cordoned, command, init, env } = machine;
  return blocks(
    `## ${l10n.t('Machine {0}', name || id)}`,
    facts({
      id,
      state,
      region,
      image,
      size: `${machine.cpus} × ${machine.cpuKind}, ${machine.memoryMb} MB`,
      host: cordoned ? `${hostStatus}, cordoned` : hostStatus,
      command: mask.command(command),
      entrypoint: mask.command([...init.entrypoint, ...init.exec]),
      mounts: machine.mounts.map(({ volume, path }) => `${volume} at ${path}`).join('; '),
      ports: machine.internalPorts.join(', '),
      created: machine.createdAt,
      updated: machine.updatedAt,
      checks: machine.checks
        .map(({ name, status, output }) => mask.text(`${name} ${status} ${output}`))
        .join('; '),
      variables: JSON.stringify(mask.config({ env })),
    }),
    eventsText(machine),
  );
}

function eventsText({ events }: Machine): string {
  const lines = events
    .slice(0, lastEvents)
    .map(({ timestamp, type, status, source, exitCode, oomKilled }) => {
      const end = exitCode === undefined ? '' : ` exit ${exitCode}${oomKilled ? ' OOM' : ''}`;
      return `${new Date(timestamp).toISOString()} ${type} ${status} ${source}${end}`;
    });
  return lines.length === 0 ? '' : codeBlock(lines.join('\n'));
}

function logLine({ timestamp, region, instance, level, provider, message }: LogEntry): string {
  const text = stripVTControlCharacters(message).trimEnd().slice(0, longestLine);
  return `${timestamp} ${level} ${region} ${instance} ${provider} ${text}`;
}
