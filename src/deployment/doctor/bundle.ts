import * as l10n from '@vscode/l10n';
import { valueOf } from '../../gateway/check/read.ts';
import { inspectionText } from './bundle-inspection.ts';
import { logText, platformText } from './bundle-platform.ts';
import { blocks, codeBlock, facts } from './markdown.ts';
import { Mask } from './mask.ts';
import { type Examination, findingsText, headOf } from './report-text.ts';
import { dataOf, type Snapshot } from './snapshot.ts';

export interface BundleOptions {
  /** Masks what looks like a secret, and what was registered as one. */
  readonly redact: (text: string) => string;
  /** Programs of the user's computer that may matter, with their versions. */
  readonly programs: Readonly<Record<string, string>>;
}

/**
 * All that the doctor saw, as one Markdown file for people who help: findings, versions, facts about the machine, its
 * configuration, locks and the last lines of the log. Secrets are masked, and comments of files left out, because they can
 * hold some too.
 */
export function supportBundle(examination: Examination, { redact, programs }: BundleOptions): string {
  const { snapshot } = examination;
  const machines = dataOf(snapshot.machines) ?? [];
  const mask = new Mask(redact, [snapshot.app, ...machines.flatMap(({ id, name }) => [id, name])]);
  const text = blocks(
    headOf(examination),
    l10n.t(
      'Known secrets are masked. Names, addresses and ids are not: read this file before you send it to anybody.',
    ),
    findingsText(examination),
    section(l10n.t('Versions'), versionsText(snapshot, programs)),
    platformText(snapshot, mask),
    inspectionText(dataOf(snapshot.inspection), mask),
    section('fly.toml', tomlText(snapshot, mask)),
    section('openclaw.json', configText(snapshot, mask)),
    section(l10n.t('What OpenClaw says about its configuration'), blockOf(dataOf(snapshot.complaint))),
    section(l10n.t('Log of Fly.io'), logText(snapshot)),
  );
  // In the end, because secrets that were found in one part are masked in all of them.
  return `${mask.text(text)}\n`;
}

/** A heading and what belongs to it; nothing when that is empty. */
function section(title: string, body: string): string {
  return body === '' ? '' : blocks(`## ${title}`, body);
}

function versionsText(snapshot: Snapshot, programs: Readonly<Record<string, string>>): string {
  const { binary, others, tokenVariable } = snapshot.flyctl;
  return facts({
    ...programs,
    flyctl: dataOf(binary)?.version,
    [l10n.t('Other flyctl')]: others.map(({ version }) => version).join(', '),
    [l10n.t('Token of flyctl from')]: tokenVariable,
    OpenClaw: dataOf(snapshot.inspection)?.version,
  });
}

function tomlText({ tomlFile }: Snapshot, mask: Mask): string {
  if (!tomlFile) return '';
  const { problem, value } = tomlFile.toml;
  if (problem) return l10n.t('It is not valid TOML: {0}', problem.message);
  return jsonBlock(mask.config(value));
}

function configText({ inspection }: Snapshot, mask: Mask): string {
  const text = dataOf(inspection)?.config?.text;
  if (text === undefined) return '';
  const value = valueOf(text);
  return value === undefined ? l10n.t('It is not valid JSON5.') : jsonBlock(mask.config(value));
}

function blockOf(text: string | undefined): string {
  return text === undefined || text === '' ? '' : codeBlock(text);
}

function jsonBlock(value: unknown): string {
  return codeBlock(JSON.stringify(value, undefined, 2), 'json');
}
