import * as l10n from '@vscode/l10n';
import type { Diagnosis } from './examine.ts';
import type { Severity } from './finding.ts';
import { gapsOf } from './gaps.ts';
import { rules } from './rules/table.ts';
import type { Snapshot } from './snapshot.ts';

/** What was found, in a few words: `2 errors, 1 warning`. */
export function summarize(snapshot: Snapshot, diagnoses: readonly Diagnosis[]): string {
  const count = (wanted: Severity): number => diagnoses.filter(({ severity }) => severity === wanted).length;
  if (diagnoses.length > 0) {
    const parts = [errorsText(count('error')), warningsText(count('warning')), notesText(count('info'))];
    return parts.filter((part) => part !== '').join(', ');
  }
  return gapsOf(snapshot).length === 0
    ? l10n.t('Nothing is wrong: {0} rules looked at', rules.length)
    : l10n.t('Nothing is wrong in what could be read');
}

function errorsText(count: number): string {
  if (count === 0) return '';
  return count === 1 ? l10n.t('1 error') : l10n.t('{0} errors', count);
}

function warningsText(count: number): string {
  if (count === 0) return '';
  return count === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', count);
}

function notesText(count: number): string {
  if (count === 0) return '';
  return count === 1 ? l10n.t('1 note') : l10n.t('{0} notes', count);
}
