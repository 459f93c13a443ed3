import * as l10n from '@vscode/l10n';
import type { FileFacts, Inspection } from '../../gateway/inspect/inspection.ts';
import type { FoundLock } from '../../gateway/locks.ts';
import { blocks, codeBlock, facts } from './markdown.ts';
import type { Mask } from './mask.ts';

const longestLine = 2_000;

/** What was found on the machine, except its configuration; nothing when nobody looked. */
export function inspectionText(inspection: Inspection | undefined, mask: Mask): string {
  if (!inspection) return '';
  const { locks, log } = inspection;
  const found = [...locks.locks, ...locks.others];
  return blocks(
    `## ${l10n.t('Inside of the machine')}`,
    facts({ ...gatewayFacts(inspection, mask), ...fileFacts(inspection) }),
    `## ${l10n.t('Locks')}`,
    found.length === 0 ? l10n.t('There are none.') : found.map(lockText).join('\n'),
    leaseText(inspection),
    ...(log.length === 0
      ? []
      : [`## ${l10n.t('Log of the gateway')}`, codeBlock(log.map(logLine).join('\n'))]),
  );
}

function gatewayFacts(inspection: Inspection, mask: Mask): Record<string, string | number | undefined> {
  const { health, gateways, memory, mainUid, architecture, variables, settings } = inspection;
  return {
    health: [health.state, health.detail, ...health.failing].join(' · '),
    gateways: gateways
      .map(({ pid, uid, command, listens }) =>
        [`${pid} (user ${uid})`, mask.command(command), listens.join(' ')].join(' · '),
      )
      .join('; '),
    'user of the main process': mainUid,
    memory: `${megabytes(memory.availableBytes)} of ${megabytes(memory.totalBytes)} available`,
    architecture,
    variables: variables.join(', '),
    settings: JSON.stringify(mask.config({ env: settings })),
  };
}

function fileFacts(inspection: Inspection): Record<string, string | undefined> {
  const { location, stateDir, config, otherConfigs, copies, foreign } = inspection;
  return {
    'state directory': stateDir
      ? `${fileText(stateDir)} on ${stateDir.mountPoint}, ${megabytes(stateDir.freeBytes)} of ${megabytes(stateDir.totalBytes)} free`
      : `${location.stateDir} does not exist`,
    configuration: config ? fileText(config) : `${location.configPath} does not exist`,
    'other configurations': otherConfigs.map(fileText).join('; '),
    copies: copies.map(fileText).join('; '),
    'files of other users':
      foreign.count === 0 ? undefined : `${foreign.count}: ${foreign.files.map(fileText).join('; ')}`,
  };
}

function leaseText({ lease }: Inspection): string {
  if (!lease) return '';
  const { pid, hostname, expiresAtMs } = lease;
  return facts({
    'owner lease': `process ${pid} of ${hostname} until ${new Date(expiresAtMs).toISOString()}`,
  });
}

function lockText({ path, verdict, reason, owner, mtimeMs, uid }: Omit<FoundLock, 'sha256'>): string {
  const made = new Date(owner?.createdAtMs ?? mtimeMs).toISOString();
  const by = owner ? `process ${owner.pid} of user ${uid}` : `user ${uid}`;
  return facts({ [verdict]: `${path}, made ${made} by ${by}. ${reason}` });
}

function fileText({ path, uid, gid, mode, bytes, mtimeMs }: FileFacts): string {
  const time = new Date(mtimeMs).toISOString();
  return `${path} ${mode.toString(8).padStart(4, '0')} ${uid}:${gid} ${bytes} bytes ${time}`;
}

function logLine({ timeMs, text }: Inspection['log'][number]): string {
  return `${new Date(timeMs).toISOString()} ${text.slice(0, longestLine)}`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`;
}
