import * as vscode from 'vscode';
import type { HistoryEntry, Origin } from '../../gateway/config-history.ts';

/** A moment in the user's own time. */
export function timeLabel(time: string | number): string {
  return new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
}

/** When the version was recorded, in the user's own time. */
export function timeOf({ time }: HistoryEntry): string {
  return timeLabel(time);
}

/** Who put the version where it was found. */
export function originLabel(origin: Origin): string {
  switch (origin) {
    case 'opened':
      return vscode.l10n.t('Opened');
    case 'pushed':
      return vscode.l10n.t('Pushed from here');
    case 'gateway':
      return vscode.l10n.t('Written by the gateway');
    case 'restored':
      return vscode.l10n.t('Restored');
  }
}

export function sizeLabel(bytes: number): string {
  return bytes < 1024
    ? vscode.l10n.t('{0} bytes', bytes)
    : vscode.l10n.t('{0} KiB', (bytes / 1024).toLocaleString(undefined, { maximumFractionDigits: 1 }));
}
