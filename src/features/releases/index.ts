import * as vscode from 'vscode';
import { JsonDocuments } from '../common/json-documents.ts';
import { onCommand } from '../common/on-command.ts';
import { releaseSubject } from '../common/operations/subjects.ts';
import type { Services } from '../common/services.ts';

/** What can be done with a release of an app. */
export function registerReleases(services: Services): vscode.Disposable {
  const releases = releaseSubject(services);
  const documents = new JsonDocuments();
  return vscode.Disposable.from(
    documents,
    onCommand('showRelease', async (argument) => {
      const release = await releases.choose(argument);
      if (release) await documents.show(`${release.app}/v${release.value.version}`, release.value);
    }),
  );
}
