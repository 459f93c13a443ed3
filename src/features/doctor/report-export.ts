import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { toFailure } from '../../core/errors.ts';
import { supportBundle } from '../../deployment/doctor/bundle.ts';
import { type Examination, reportText } from '../../deployment/doctor/report-text.ts';
import { showFailure } from '../common/actions.ts';
import type { ReportServices } from './report.ts';

type Redacting = Pick<ReportServices, 'redact'>;

/** Puts the findings into the clipboard, as Markdown. */
export async function copyReport(examination: Examination, { redact }: Redacting): Promise<void> {
  await vscode.env.clipboard.writeText(reportText(examination, redact));
  vscode.window.setStatusBarMessage(vscode.l10n.t('Report copied.'), 4_000);
}

/** Writes the support bundle to where the user wants it, and opens it, so that it is read before it is sent. */
export async function exportBundle(examination: Examination, { redact }: Redacting): Promise<void> {
  try {
    const target = await chooseTarget(examination);
    if (!target) return;
    const text = supportBundle(examination, { redact, programs: programs() });
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    await vscode.window.showTextDocument(target, { preview: false });
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Known secrets are masked in the support bundle. Read it before you send it to anybody.'),
    );
  } catch (error) {
    await showFailure(toFailure(error), () => exportBundle(examination, { redact }));
  }
}

async function chooseTarget({ snapshot }: Examination): Promise<vscode.Uri | undefined> {
  const day = new Date(snapshot.takenAtMs).toISOString().slice(0, 10);
  const name = `openclaw-doctor-${snapshot.app}-${day}.md`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(homedir());
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Support Bundle'),
    saveLabel: vscode.l10n.t('Export'),
    filters: { Markdown: ['md'] },
    defaultUri: vscode.Uri.joinPath(folder, name),
  });
}

/** What else may matter for a trouble, and its version. */
function programs(): Readonly<Record<string, string>> {
  const manifest: unknown = vscode.extensions.getExtension(
    'openclaw-deployments.openclaw-deployments',
  )?.packageJSON;
  return {
    'OpenClaw Deployments': versionOf(manifest),
    [vscode.env.appName]: vscode.version,
    'Node.js': process.versions.node,
    [vscode.l10n.t('System')]: `${process.platform} ${process.arch}`,
  };
}

function versionOf(manifest: unknown): string {
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return '';
  return String(manifest.version);
}
