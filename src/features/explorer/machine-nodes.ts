import type { Machine } from '../../fly/model.ts';
import type { Resource } from '../../fly/resource.ts';
import type { Node } from '../common/nodes.ts';

/** A node of which the machine is kept as it is now. */
interface MachineNode extends Extract<Node, { kind: 'machine' }> {
  machine: Machine;
}

/** When more rows are other ones, the whole list is painted. */
const maxRows = 100;

/** The nodes of the machines that were shown last: VS Code paints one row alone only for the very node that it has. */
export class MachineNodes {
  readonly #shown = new Map<string, { readonly nodes: readonly MachineNode[]; readonly reason: string }>();

  /** These rows of an app are shown from now on. */
  show(app: string, { error }: Resource<unknown>, rows: readonly Node[]): void {
    const nodes = rows.filter((node) => node.kind === 'machine');
    this.#shown.set(app, { nodes, reason: error?.message ?? '' });
  }

  /** Has the nodes hold the machines as they are now. @returns Those to paint; nothing when the list is another one. */
  update(app: string, { data = [], error }: Resource<readonly Machine[]>): readonly Node[] | undefined {
    const { nodes, reason } = this.#shown.get(app) ?? {};
    if (!nodes || nodes.length !== data.length || reason !== (error?.message ?? '')) return undefined;
    if (nodes.some((node, index) => node.machine.id !== data[index]?.id)) return undefined;
    const changed = nodes.filter((node, index) => {
      const machine = data[index];
      if (machine === undefined || node.machine === machine) return false;
      node.machine = machine;
      return true;
    });
    return changed.length > maxRows ? undefined : changed;
  }
}
