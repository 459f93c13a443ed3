import * as vscode from 'vscode';
import type { TomlFile } from '../../deployment/doctor/snapshot.ts';
import { parseFlyToml } from '../../fly/toml/parse.ts';
import { tomlFileOf } from '../common/workspace-apps.ts';
import { textOf } from './documents.ts';

/** The workspace's fly.toml of the app, with what is in its editor where it is open. */
export async function readTomlFile(app: string): Promise<TomlFile | undefined> {
  const uri = await tomlFileOf(app);
  return uri && tomlFileFrom(uri, await textOf(uri));
}

/** A fly.toml with this text. */
export function tomlFileFrom(uri: vscode.Uri, text: string): TomlFile {
  return {
    uri: uri.toString(),
    label: vscode.workspace.asRelativePath(uri),
    toml: parseFlyToml(text),
  };
}
