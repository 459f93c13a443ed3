import * as l10n from '@vscode/l10n';
import { unexpected } from './records.ts';

/** Why a machine, or we, refused a new configuration. */
const reasons = [
  /** More than 1 MiB. */
  'tooLarge',
  'noSpace',
  /** The file system is mounted read-only. */
  'readOnly',
  /** The user of the session may not write there, or may not keep the owner. */
  'notPermitted',
  /** There is a folder or a device where the file should be. */
  'notAFile',
  'missingTool',
  /** Not all bytes arrived. */
  'incomplete',
  /** The connection ended before the file was in place. */
  'interrupted',
  'failed',
] as const;

export type RefusalReason = (typeof reasons)[number];

/** @throws Failure `badOutput` for a word that is no reason. */
export function parseReason(word: string): RefusalReason {
  const reason = reasons.find((candidate) => candidate === word);
  if (!reason) throw unexpected(word);
  return reason;
}

/**
 * What a refusal means and what to do next. All of them end the same way: nothing was changed.
 * @param detail What the tool on the machine said, or the file, folder or tool that it is about.
 */
export function refusalText(reason: RefusalReason, detail: string): string {
  const unchanged = l10n.t('The configuration on the machine is unchanged.');
  return `${problem(reason, detail)} ${unchanged}`;
}

function problem(reason: RefusalReason, detail: string): string {
  switch (reason) {
    case 'tooLarge':
      return l10n.t('The configuration is larger than 1 MiB. Remove what does not belong in it.');
    case 'noSpace':
      return l10n.t('The volume of the machine is full. Free space on it or extend it, then push again.');
    case 'readOnly':
      return l10n.t('The file system of the configuration is read-only. Check the volume, then push again.');
    case 'notPermitted':
      return l10n.t('The machine does not permit the change: {0}', sentence(detail));
    case 'notAFile':
      return l10n.t('“{0}” on the machine is not a file. Move it away, then push again.', detail);
    case 'missingTool':
      return l10n.t('The image of the machine has no “{0}”, which a safe push needs.', detail);
    case 'incomplete':
      return l10n.t('Not all of the configuration arrived on the machine. Push again.');
    case 'interrupted':
      return l10n
        .t('The connection ended before the new configuration was in place. Push again. {0}', detail)
        .trim();
    case 'failed':
      return l10n.t('The machine could not save the configuration: {0}', sentence(detail));
  }
}

function sentence(detail: string): string {
  const text = detail.trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
