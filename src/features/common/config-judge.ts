import type * as vscode from 'vscode';
import type { Finding } from '../../gateway/check/finding.ts';

/** Judges configurations by the schema and the deployment of the gateway that will read them. */
export interface ConfigJudge {
  /**
   * @param uri The file on the machine, or the local one for the workspace's deployment.
   * @param text What it holds, or will hold.
   * @returns Everything that is wrong or worth knowing, syntax included.
   */
  judge(uri: vscode.Uri, text: string): Promise<readonly Finding[]>;
}
