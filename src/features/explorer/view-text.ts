import * as vscode from 'vscode';
import type { Failure } from '../../core/errors.ts';
import { explain } from '../../core/explain.ts';
import type { DeploymentStore } from '../../fly/store.ts';
import type { AccountInfo } from '../common/account.ts';
import type { ViewState } from '../common/context.ts';
import type { Filter } from './filter.ts';
import { joined } from './items/item.ts';

/** Which welcome text an empty tree shows. @param shown How many apps pass the filter */
export function viewState(store: Pick<DeploymentStore, 'apps' | 'limited'>, shown: number): ViewState {
  const { data, error } = store.apps;
  if (data?.length) return shown > 0 ? 'ready' : 'filtered';
  if (store.limited) return 'limited';
  if (!error) return data ? 'noApps' : 'ready';
  return welcomeFor(error);
}

function welcomeFor({ kind }: Failure): ViewState {
  if (kind === 'notInstalled' || kind === 'notLoggedIn' || kind === 'offline') return kind;
  return 'failed';
}

/**
 * What stands above the tree: that its data could not be refreshed, or that it cannot be whole. Nothing above an
 * empty tree, where VS Code would show it in place of the welcome text and its way on.
 * @param shown How many apps pass the filter
 */
export function viewMessage(
  { apps, limited }: Pick<DeploymentStore, 'apps' | 'limited'>,
  shown: number,
): string {
  const { error, fetchedAt } = apps;
  if (shown === 0 || !error) return '';
  if (limited) {
    return vscode.l10n.t(
      'This token may not list apps. Shown are the app of fly.toml and the apps that you add by name.',
    );
  }
  const reason = explain(error).sentence;
  if (fetchedAt === undefined) return reason;
  return vscode.l10n.t('Not refreshed since {0}. {1}', new Date(fetchedAt).toLocaleTimeString(), reason);
}

/** What stands beside the title of the view: whose apps these are, and which of them are shown. */
export function viewDescription({ email, tokenSource }: AccountInfo, filter: Filter): string {
  return joined([
    email,
    tokenSource !== 'session' && tokenSource,
    filter.organizations.join(', '),
    filter.onlyOpenClaw && vscode.l10n.t('only OpenClaw'),
    filter.showHidden && vscode.l10n.t('with hidden apps'),
  ]);
}

/** A number in the activity bar for everything that is wrong, with a tooltip that lists it. */
export function viewBadge(
  troubles: readonly { readonly app: string; readonly words: readonly string[] }[],
): vscode.ViewBadge | undefined {
  const lines = troubles.flatMap(({ app, words }) => words.map((word) => `${app}: ${word}`));
  return lines.length > 0 ? { value: lines.length, tooltip: lines.join('\n') } : undefined;
}
