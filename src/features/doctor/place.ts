import * as vscode from 'vscode';
import type { Range } from '../../core/text.ts';
import type { Finding, FindingFile } from '../../deployment/doctor/finding.ts';
import { dataOf, type Snapshot } from '../../deployment/doctor/snapshot.ts';
import { toUri } from '../common/remote-uri.ts';

/** Where a finding can be seen. */
export interface Place {
  readonly uri: vscode.Uri;
  /** In the text that the snapshot has. */
  readonly range: Range;
  readonly text: string;
}

/** A file as the snapshot has it. */
export function fileIn(snapshot: Snapshot, file: FindingFile): Omit<Place, 'range'> | undefined {
  const { tomlFile, machine } = snapshot;
  if (file === 'fly.toml') {
    return tomlFile && { uri: vscode.Uri.parse(tomlFile.uri), text: tomlFile.toml.text };
  }
  const config = dataOf(snapshot.inspection)?.config;
  if (!machine || config?.text === undefined) return undefined;
  const uri = toUri({ app: machine.app, machine: machine.id, path: config.path });
  return { uri, text: config.text };
}

/** Nothing when the finding is about no line of a file. */
export function placeOf(snapshot: Snapshot, { place }: Finding): Place | undefined {
  const file = place && fileIn(snapshot, place.file);
  return file && { ...file, range: place.range };
}
