import type { AppPart } from '../../fly/store.ts';
import type { Node } from '../common/nodes.ts';

/** Knows which nodes of the tree are open, so that only what somebody can see is read again and again. */
export class Shown {
  readonly #apps = new Set<string>();
  readonly #groups = new Set<string>();
  readonly #volumes = new Map<string, string>();

  /** The children of the node were asked for, or the user has opened it. */
  opened(node: Node): void {
    if (node.kind === 'app') this.#apps.add(node.app.name);
    else if (node.kind === 'group') this.#groups.add(`${node.app}/${node.group}`);
    else if (node.kind === 'volume') this.#volumes.set(node.volume.id, node.app);
  }

  closed(node: Node): void {
    if (node.kind === 'app') this.#apps.delete(node.app.name);
    else if (node.kind === 'group') this.#groups.delete(`${node.app}/${node.group}`);
    else if (node.kind === 'volume') this.#volumes.delete(node.volume.id);
  }

  /** Only these apps are in the tree. */
  retain(apps: readonly string[]): void {
    const kept = new Set(apps);
    for (const app of this.#apps) if (!kept.has(app)) this.#apps.delete(app);
  }

  /** Names of the apps that are open. */
  get apps(): readonly string[] {
    return [...this.#apps];
  }

  /** Whether the user can see the part of the app. What an app says of itself is made of its machines and addresses. */
  isShown(app: string, part: AppPart): boolean {
    if (!this.#apps.has(app)) return false;
    return part === 'machines' || part === 'addresses' || this.isOpen(app, part);
  }

  isOpen(app: string, group: AppPart): boolean {
    return this.#apps.has(app) && this.#groups.has(`${app}/${group}`);
  }

  /** Ids of the volumes whose snapshots the user can see, with their apps. */
  get volumes(): readonly (readonly [volume: string, app: string])[] {
    return [...this.#volumes].filter(([, app]) => this.isOpen(app, 'volumes'));
  }
}
