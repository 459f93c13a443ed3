import * as vscode from 'vscode';
import type { App } from '../../../fly/model.ts';
import { colors, item, joined, themed, tooltip } from './item.ts';

/** What the tree knows about an app beyond its own record. */
export interface AppHints {
  readonly openclaw: boolean;
  /** Named by the fly.toml of the workspace. */
  readonly ofWorkspace: boolean;
  /** Opened when the tree is shown. */
  readonly expanded: boolean;
  readonly pinned: boolean;
  /** Hidden by the user, and shown because hidden apps are. */
  readonly hidden: boolean;
  /** Whether anyone on the internet can reach it; absent until its addresses were read. */
  readonly exposure?: 'public' | 'private';
  /** OpenClaw's, where the image says it. */
  readonly version?: string;
  /** What is wrong with the app as a whole, in few words. */
  readonly troubles: readonly string[];
}

const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

function exposureWord(exposure: AppHints['exposure']): string {
  switch (exposure) {
    case 'public':
      return vscode.l10n.t('public');
    case 'private':
      return vscode.l10n.t('private');
    case undefined:
      return '';
  }
}

function appIcon({ hidden, openclaw, troubles }: AppHints): vscode.ThemeIcon {
  if (hidden) return themed('eye-closed', colors.off);
  return themed(openclaw ? 'hubot' : 'cloud', troubles.length > 0 ? colors.warning : undefined);
}

function appFlags({ openclaw, exposure, pinned, hidden }: AppHints): string {
  return joined(
    ['app', 'copyable', openclaw && 'openclaw', exposure, pinned && 'pinned', hidden && 'hidden'],
    ' ',
  );
}

/** An app: what matters most comes first in its description, whose end is cut where the view is narrow. */
export function appItem(app: App, hints: AppHints): vscode.TreeItem {
  const description = joined([
    ...hints.troubles,
    hints.ofWorkspace && vscode.l10n.t('this workspace'),
    hints.pinned && vscode.l10n.t('pinned'),
    hints.hidden && vscode.l10n.t('hidden'),
    app.organization,
    app.status,
    exposureWord(hints.exposure),
    hints.version,
  ]);
  return item(app.name, hints.expanded ? Expanded : Collapsed, {
    id: `app:${app.name}`,
    description,
    iconPath: appIcon(hints),
    contextValue: appFlags(hints),
    accessibilityInformation: { label: vscode.l10n.t('App {0}, {1}', app.name, description) },
  });
}

export function appTooltip(app: App, { troubles, exposure, version }: AppHints): vscode.MarkdownString {
  return tooltip([
    [vscode.l10n.t('App'), app.name],
    [vscode.l10n.t('Trouble'), troubles.join(', ')],
    [vscode.l10n.t('Organization'), app.organization],
    [vscode.l10n.t('Status'), app.status],
    [vscode.l10n.t('Exposure'), exposureWord(exposure)],
    [vscode.l10n.t('OpenClaw'), version ?? ''],
    [vscode.l10n.t('Hostname'), app.hostname],
  ]);
}
