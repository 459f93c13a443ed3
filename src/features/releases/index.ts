import * as vscode from 'vscode';
import { onThing } from '../common/operations/on-thing.ts';
import { releaseSubject } from '../common/operations/subjects.ts';
import { ReadOnlyDocuments } from '../common/read-only-documents.ts';
import type { Services } from '../common/services.ts';

/** What can be done with a release of an app. */
export function registerReleases(services: Services): vscode.Disposable {
  const releases = releaseSubject(services);
  const documents = new ReadOnlyDocuments('openclaw-release');
  return vscode.Disposable.from(
    documents,
    onThing(releases, 'showRelease', async ({ app, value }) => {
      await documents.show(`${app} v${value.version}.json`, `${JSON.stringify(value, undefined, 2)}\n`);
    }),
  );
}
