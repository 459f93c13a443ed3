import * as l10n from '@vscode/l10n';
import type { ReportFinding, ReportLayer, ReportSeverity } from '../../src/shared/doctor.ts';

export function severityWord(severity: ReportSeverity): string {
  switch (severity) {
    case 'error':
      return l10n.t('Error');
    case 'warning':
      return l10n.t('Warning');
    case 'info':
      return l10n.t('Note');
  }
}

/** What the switch of a severity says. */
export function severityCount(severity: ReportSeverity, count: number): string {
  switch (severity) {
    case 'error':
      return l10n.t('Errors ({0})', count);
    case 'warning':
      return l10n.t('Warnings ({0})', count);
    case 'info':
      return l10n.t('Notes ({0})', count);
  }
}

export function layerWord(layer: ReportLayer): string {
  switch (layer) {
    case 'flyctl':
      return 'flyctl';
    case 'fly':
      return 'Fly.io';
    case 'openclaw':
      return 'OpenClaw';
  }
}

/** All words of a finding in lower case, to look for some in. */
export function wordsOf(finding: ReportFinding): string {
  const { code, layer, severity, title, explanation, evidence, place = '', fixes } = finding;
  const texts = [
    code,
    layerWord(layer),
    severityWord(severity),
    title,
    explanation,
    ...evidence.flatMap(({ text, source }) => [text, source]),
    place,
    ...fixes.map((fix) => fix.title),
  ];
  return texts.join('\n').toLowerCase();
}
