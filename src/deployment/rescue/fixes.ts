import * as l10n from '@vscode/l10n';
import { isRecord, stringAt } from '../../gateway/check/path.ts';
import { valueOf } from '../../gateway/check/read.ts';
import { legacyKeys } from '../config-edits.ts';
import type { RescueLook } from './look.ts';

/** What can be repaired on a sleeping machine. */
export const fixKinds = ['migrate', 'setMode', 'restore', 'changeOwners', 'clearLocks', 'edit'] as const;

export type FixKind = (typeof fixKinds)[number];

/** A repair, and why it is the one to begin with. */
export interface Proposal {
  readonly kind: FixKind;
  /** In a sentence; absent when nothing speaks for it. */
  readonly reason?: string;
}

/**
 * All repairs, those first that something speaks for, the likeliest of them at the top. Repairs for which there is nothing
 * to do are left out.
 */
export function propose(look: RescueLook): readonly Proposal[] {
  const proposals = fixKinds.filter((kind) => isPossible(kind, look)).map((kind) => withReason(kind, look));
  return [...proposals.filter(({ reason }) => reason), ...proposals.filter(({ reason }) => !reason)];
}

function isPossible(kind: FixKind, look: RescueLook): boolean {
  switch (kind) {
    case 'migrate':
      return legacyKeys(textOf(look)).length > 0;
    case 'setMode':
      return lacksMode(look);
    case 'changeOwners':
      return look.foreign.files.length > 0;
    case 'clearLocks':
      return staleLocks(look) > 0;
    case 'restore':
      return true;
    case 'edit':
      return look.config.exists;
  }
}

function withReason(kind: FixKind, look: RescueLook): Proposal {
  const reason = reasonFor(kind, look);
  return reason === undefined ? { kind } : { kind, reason };
}

function reasonFor(kind: FixKind, look: RescueLook): string | undefined {
  switch (kind) {
    case 'migrate':
      return (
        look.complaint &&
        l10n.t('The configuration has settings of an earlier version: {0}', namesOfLegacy(look))
      );
    case 'setMode':
      return allowsUnconfigured(look)
        ? undefined
        : l10n.t('Without gateway.mode the gateway does not start.');
    case 'restore':
      return whyRestore(look);
    case 'changeOwners':
      return l10n.t(
        '{0} files do not belong to user {1}, as whom the gateway runs.',
        look.foreign.truncated ? `${look.foreign.files.length}+` : look.foreign.files.length,
        look.foreign.owner.uid,
      );
    case 'clearLocks':
      return l10n.t('{0} locks are of gateways that do not run any more.', staleLocks(look));
    case 'edit':
      return undefined;
  }
}

function whyRestore({ config, complaint }: RescueLook): string | undefined {
  if (!config.exists) return l10n.t('There is no configuration.');
  if (complaint === undefined) return undefined;
  return l10n.t('OpenClaw does not accept the configuration: {0}', complaint.split('\n', 1)[0] ?? '');
}

function namesOfLegacy(look: RescueLook): string {
  return legacyKeys(textOf(look)).slice(0, 3).join(', ');
}

/** The text of the configuration; empty when there is none. */
export function textOf({ config }: Pick<RescueLook, 'config'>): string {
  return config.exists ? new TextDecoder().decode(config.bytes) : '';
}

function lacksMode(look: RescueLook): boolean {
  const value = valueOf(textOf(look));
  if (!isRecord(value) || Object.hasOwn(value, '$include')) return false;
  return stringAt(value, 'gateway', 'mode') === undefined;
}

function allowsUnconfigured({ hints }: RescueLook): boolean {
  return hints.command.includes('--allow-unconfigured');
}

function staleLocks({ locks }: RescueLook): number {
  return locks.locks.filter(({ verdict }) => verdict === 'stale').length;
}
