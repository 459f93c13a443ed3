import * as vscode from 'vscode';
import { explain } from '../../core/explain.ts';
import type { Diagnosis } from '../../deployment/doctor/examine.ts';
import type { Fix } from '../../deployment/doctor/finding.ts';
import { gapsOf } from '../../deployment/doctor/gaps.ts';
import type { Examination } from '../../deployment/doctor/report-text.ts';
import type { Snapshot } from '../../deployment/doctor/snapshot.ts';
import { summarize } from '../../deployment/doctor/summary.ts';
import type {
  ReportContent,
  ReportFinding,
  ReportFix,
  ReportState,
  ReportTrouble,
} from '../../shared/doctor.ts';
import { stepLabel } from '../common/actions.ts';
import { machineLabel } from '../common/machine-state.ts';
import type { Known, Progress } from './report.ts';

type Redact = (text: string) => string;

/** What the view shows of an app. `nowMs` in milliseconds since the epoch. */
export function presentReport(
  app: string,
  { progress, examination }: Known,
  redact: Redact,
  nowMs: number,
): ReportState {
  const trouble = troubleOf(app, progress, examination);
  return {
    app,
    running: progress?.kind === 'running',
    ...(trouble && { trouble }),
    ...(examination && { report: presentExamination(examination, redact, nowMs) }),
  };
}

/** Who ends a run needs no report of that, as long as there is another one to read. */
function troubleOf(
  app: string,
  progress: Progress | undefined,
  examination: Examination | undefined,
): ReportTrouble | undefined {
  if (progress?.kind !== 'failed') return undefined;
  const { failure } = progress;
  if (failure.kind === 'cancelled') {
    const sentence = vscode.l10n.t('The examination of {0} was cancelled.', app);
    return examination ? undefined : { sentence, steps: [] };
  }
  const { sentence, steps } = explain(failure);
  return { sentence, steps: steps.map(stepLabel) };
}

function presentExamination(
  { snapshot, diagnoses }: Examination,
  redact: Redact,
  nowMs: number,
): ReportContent {
  return {
    ...(snapshot.machine && { machine: machineLabel(snapshot.machine) }),
    takenAtMs: snapshot.takenAtMs,
    ageMs: Math.max(0, nowMs - snapshot.takenAtMs),
    summary: summarize(snapshot, diagnoses),
    findings: diagnoses.map((diagnosis) => presentFinding(diagnosis, snapshot, redact)),
    gaps: gapsOf(snapshot),
  };
}

function presentFinding(diagnosis: Diagnosis, snapshot: Snapshot, redact: Redact): ReportFinding {
  const { code, layer, severity, title, explanation, evidence, place, fixes, link } = diagnosis;
  return {
    code,
    layer,
    severity,
    title: redact(title),
    explanation: redact(explanation),
    evidence: evidence.map(({ text, source }) => ({ text: redact(text), source })),
    ...(place && { place: placeOf(place, snapshot) }),
    fixes: fixes.map(presentFix),
    ...(link !== undefined && { link }),
  };
}

function placeOf({ file, range }: NonNullable<Diagnosis['place']>, { tomlFile }: Snapshot): string {
  const name = file === 'fly.toml' ? (tomlFile?.label ?? file) : file;
  return vscode.l10n.t('{0}, line {1}', name, range.start.line + 1);
}

/** As everywhere in VS Code, dots at the end of a button say that something is shown before it does its work. */
function presentFix(fix: Fix): ReportFix {
  const note = noteOf(fix);
  const title = note === '' || fix.title.endsWith('…') ? fix.title : `${fix.title}…`;
  return { title, note, leaves: fix.kind === 'link' };
}

/** Nothing runs before it was shown; this says what is shown. */
function noteOf(fix: Fix): string {
  switch (fix.kind) {
    case 'editToml':
      return vscode.l10n.t('Shows the change of fly.toml first.');
    case 'editConfig':
      return vscode.l10n.t('Shows the change of the configuration first.');
    case 'flyctl':
      return fix.verbs.length === 1
        ? vscode.l10n.t('Shows the flyctl command first.')
        : vscode.l10n.t('Shows the {0} flyctl commands first.', fix.verbs.length);
    case 'changeOwner':
      return vscode.l10n.t('Shows the files first.');
    case 'command':
    case 'link':
      return '';
  }
}
