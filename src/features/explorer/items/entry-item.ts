import * as vscode from 'vscode';
import { isCredential } from '../../../gateway/credential-files.ts';
import type { FolderEntry } from '../../../gateway/folders.ts';
import { commandId } from '../../common/commands.ts';
import { type EntryNode, fileOf } from '../../common/nodes.ts';
import { toUri } from '../../common/remote-uri.ts';
import { sizeInWords } from '../../common/words.ts';
import { item, themed, tooltip } from './item.ts';

const { Collapsed, None } = vscode.TreeItemCollapsibleState;

/** Control characters by their pictures: a name must not break the line that it is shown in. */
function onOneLine(name: string): string {
  return name.replaceAll(/[\0-\x1F]/g, (character) => String.fromCodePoint(0x2400 + character.charCodeAt(0)));
}

/** What matters most comes first: the end is cut where the view is narrow. */
function words({ kind, size }: FolderEntry, credential: boolean): string {
  const parts = credential ? [vscode.l10n.t('credential')] : [];
  if (kind === 'link') parts.push(vscode.l10n.t('link'));
  parts.push(kind === 'other' ? vscode.l10n.t('not a file') : sizeInWords(size));
  return parts.join(' · ');
}

/** A file or folder of a machine. A click on a file opens it; credentials are marked. */
export function entryItem(node: EntryNode): vscode.TreeItem {
  const { entry } = node;
  const file = fileOf(node);
  const label = onOneLine(entry.name);
  const shared = { id: `entry:${node.app}:${node.machine.id}:${file.path}`, resourceUri: toUri(file) };
  if (entry.kind === 'folder') {
    return item(label, Collapsed, {
      ...shared,
      iconPath: vscode.ThemeIcon.Folder,
      contextValue: 'folder copyable',
      tooltip: onOneLine(file.path),
    });
  }
  const credential = isCredential(file.path);
  const description = words(entry, credential);
  return item(label, None, {
    ...shared,
    description,
    iconPath: credential ? themed('key', 'list.warningForeground') : vscode.ThemeIcon.File,
    contextValue: entry.kind === 'other' ? 'copyable' : 'file copyable',
    accessibilityInformation: { label: `${label}, ${description}` },
    tooltip: tooltip([
      [vscode.l10n.t('File'), onOneLine(file.path)],
      [vscode.l10n.t('Size'), sizeInWords(entry.size)],
      [vscode.l10n.t('Modified'), new Date(entry.mtimeMs).toLocaleString()],
    ]),
    ...(entry.kind !== 'other' && {
      command: { command: commandId('openFile'), title: vscode.l10n.t('Open File'), arguments: [node] },
    }),
  });
}
