import * as l10n from '@vscode/l10n';
import type { Diagnosis } from './examine.ts';
import type { Severity } from './finding.ts';
import { gapsOf } from './gaps.ts';
import { blocks, code, codeBlock, plain } from './markdown.ts';
import type { Layer } from './rule.ts';
import type { Snapshot } from './snapshot.ts';
import { summarize } from './summary.ts';

/** What the doctor found at one moment. */
export interface Examination {
  readonly snapshot: Snapshot;
  readonly diagnoses: readonly Diagnosis[];
}

/** The findings as Markdown, without secrets. */
export function reportText(examination: Examination, redact: (text: string) => string): string {
  return `${redact(blocks(headOf(examination), findingsText(examination)))}\n`;
}

/** What was examined, when, and what came of it. */
export function headOf({ snapshot, diagnoses }: Examination): string {
  const { app, machine, takenAtMs } = snapshot;
  const about = [
    summarize(snapshot, diagnoses),
    ...(machine ? [l10n.t('machine {0}', machine.name || machine.id)] : []),
    new Date(takenAtMs).toISOString(),
  ];
  return blocks(`# ${plain(l10n.t('Doctor: {0}', app))}`, about.map(plain).join(' · '));
}

/** Each finding, and what could not be looked at. */
export function findingsText({ snapshot, diagnoses }: Examination): string {
  const gaps = gapsOf(snapshot).map(({ what, why }) => `- ${plain(what)}: ${plain(why)}`);
  return blocks(
    ...diagnoses.map((diagnosis) => findingText(diagnosis, snapshot)),
    ...(gaps.length > 0 ? [`## ${l10n.t('What could not be read')}`, gaps.join('\n')] : []),
  );
}

function findingText(diagnosis: Diagnosis, { tomlFile }: Snapshot): string {
  const { severity, layer, title, explanation, evidence, place, fixes, link } = diagnosis;
  const file = place && (place.file === 'fly.toml' ? (tomlFile?.label ?? place.file) : place.file);
  return blocks(
    `## ${severityWord(severity)}: ${plain(title)}`,
    `${code(diagnosis.code)} · ${layerWord(layer)}`,
    plain(explanation),
    ...evidence.map(({ text, source }) => blocks(`${plain(source)}:`, codeBlock(text))),
    place ? l10n.t('Place: {0}, line {1}', code(file ?? ''), place.range.start.line + 1) : '',
    fixes.map((fix) => `- ${l10n.t('Fix: {0}', plain(fix.title))}`).join('\n'),
    link === undefined ? '' : l10n.t('More: {0}', `<${link}>`),
  );
}

function severityWord(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('Error');
    case 'warning':
      return l10n.t('Warning');
    case 'info':
      return l10n.t('Note');
  }
}

function layerWord(layer: Layer): string {
  switch (layer) {
    case 'flyctl':
      return 'flyctl';
    case 'fly':
      return 'Fly.io';
    case 'openclaw':
      return 'OpenClaw';
  }
}
