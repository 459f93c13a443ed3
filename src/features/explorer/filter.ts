import type { App } from '../../fly/model.ts';

/** Which apps the user wants to see. */
export interface Filter {
  /** Slugs; empty for all organizations. */
  readonly organizations: readonly string[];
  readonly onlyOpenClaw: boolean;
  /** Names of apps that are left out. */
  readonly hidden: readonly string[];
  /** Whether they are shown all the same. */
  readonly showHidden: boolean;
  /** Names of apps that come before others. */
  readonly pinned: readonly string[];
}

/** What is known of apps beyond their records. */
export interface Traits {
  isOpenClaw(name: string): boolean;
  /** Named by the fly.toml of the workspace. */
  isOfWorkspace(name: string): boolean;
}

/**
 * The apps to show, in their order: the workspace's own, those that are pinned, those that run OpenClaw, the others; each by
 * name. An app without a known organization is in all of them.
 */
export function arrange(apps: readonly App[], filter: Filter, traits: Traits): readonly App[] {
  const hidden = new Set(filter.hidden);
  const pinned = new Set(filter.pinned);
  const organizations = new Set(filter.organizations);
  const isWanted = ({ name, organization }: App): boolean =>
    (filter.showHidden || !hidden.has(name)) &&
    (organizations.size === 0 || organization === '' || organizations.has(organization)) &&
    (!filter.onlyOpenClaw || traits.isOpenClaw(name));
  const rank = ({ name }: App): number => {
    if (traits.isOfWorkspace(name)) return 0;
    if (pinned.has(name)) return 1;
    return traits.isOpenClaw(name) ? 2 : 3;
  };
  return apps
    .filter(isWanted)
    .map((app) => ({ app, rank: rank(app) }))
    .sort((a, b) => a.rank - b.rank || compareNames(a.app.name, b.app.name))
    .map(({ app }) => app);
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
