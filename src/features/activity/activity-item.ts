import * as vscode from 'vscode';
import { explain } from '../../core/explain.ts';
import type { Run } from '../common/activity.ts';

/** A row of the Activity view: something that was done, a flyctl command of it, or why it failed. */
export type ActivityNode =
  | { readonly kind: 'run'; readonly run: Run }
  | { readonly kind: 'command'; readonly run: Run; readonly index: number; readonly text: string }
  | { readonly kind: 'failure'; readonly run: Run; readonly sentence: string };

const { Collapsed, None } = vscode.TreeItemCollapsibleState;

/** What is below a run. */
export function detailsOf(run: Run): ActivityNode[] {
  const failure = run.end?.outcome === 'failed' ? run.end.failure : undefined;
  return [
    ...(failure ? [{ kind: 'failure', run, sentence: explain(failure).sentence } as const] : []),
    ...commandsOf(run).map((text, index) => ({ kind: 'command', run, index, text }) as const),
  ];
}

/** flyctl's commands of a row as they can be typed, one on each line. */
export function copyableText(node: ActivityNode): string {
  return node.kind === 'command' ? node.text : commandsOf(node.run).join('\n');
}

function commandsOf({ commands }: Run): readonly string[] {
  return commands.filter((command) => command !== '');
}

function iconOf({ end }: Run): vscode.ThemeIcon {
  const colored = (icon: string, color: string): vscode.ThemeIcon =>
    new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
  switch (end?.outcome) {
    case 'done':
      return colored('pass', 'charts.green');
    case 'failed':
      return colored('error', 'problemsErrorIcon.foreground');
    case 'cancelled':
      return colored('circle-slash', 'disabledForeground');
    case undefined:
      return new vscode.ThemeIcon('loading~spin');
  }
}

function outcomeWord({ end }: Run): string {
  switch (end?.outcome) {
    case 'done':
      return vscode.l10n.t('done');
    case 'failed':
      return vscode.l10n.t('failed');
    case 'cancelled':
      return vscode.l10n.t('cancelled');
    case undefined:
      return vscode.l10n.t('under way');
  }
}

/** E.g. `1.5 s` or `2 min 5 s`. */
function durationInWords(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 60) {
    return vscode.l10n.t('{0} s', seconds.toLocaleString(undefined, { maximumFractionDigits: 1 }));
  }
  return vscode.l10n.t('{0} min {1} s', Math.floor(seconds / 60), Math.round(seconds % 60));
}

function runItem(run: Run): vscode.TreeItem {
  const { id, title, startedAt, end } = run;
  const words = [outcomeWord(run), new Date(startedAt).toLocaleTimeString()];
  if (end) words.splice(1, 0, durationInWords(end.durationMs));
  const description = words.join(' · ');
  return Object.assign(new vscode.TreeItem(title, detailsOf(run).length > 0 ? Collapsed : None), {
    id: `run:${id}`,
    description,
    iconPath: iconOf(run),
    contextValue: commandsOf(run).length > 0 ? 'run copyable' : 'run',
    accessibilityInformation: { label: `${title}, ${description}` },
    tooltip: `${title}\n${outcomeWord(run)}, ${new Date(startedAt).toLocaleString()}`,
  });
}

/** How a row looks. */
export function toActivityItem(node: ActivityNode): vscode.TreeItem {
  switch (node.kind) {
    case 'run':
      return runItem(node.run);
    case 'command':
      return Object.assign(new vscode.TreeItem(node.text, None), {
        id: `command:${node.run.id}:${node.index}`,
        iconPath: new vscode.ThemeIcon('terminal'),
        contextValue: 'command copyable',
        tooltip: node.text,
      });
    case 'failure':
      return Object.assign(new vscode.TreeItem(node.sentence, None), {
        id: `failure:${node.run.id}`,
        iconPath: new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground')),
        contextValue: 'failure',
        tooltip: node.sentence,
      });
  }
}
