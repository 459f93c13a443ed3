import * as vscode from 'vscode';
import { listRegions } from '../../fly/verbs/platform.ts';
import type { Services } from './services.ts';

interface RegionQuestion {
  readonly title: string;
  readonly placeHolder?: string;
  /** Codes of the regions that come first. */
  readonly near: readonly string[];
  /** What is there already, by its name. */
  readonly what: string;
}

/** Asks for one of Fly's regions, e.g. `fra`; `undefined` when the user left. @throws Failure */
export async function askRegion(
  { flyctl }: Pick<Services, 'flyctl'>,
  { near, what, ...texts }: RegionQuestion,
): Promise<string | undefined> {
  const items = flyctl.run(listRegions()).then((regions) =>
    regions
      .map(({ code, name }) => ({
        label: code,
        description: near.includes(code) ? vscode.l10n.t('{0} · where {1} is', name, what) : name,
      }))
      .sort((a, b) => Number(near.includes(b.label)) - Number(near.includes(a.label))),
  );
  return (await vscode.window.showQuickPick(items, { ...texts, matchOnDescription: true }))?.label;
}
