import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Node } from '../../../../src/features/common/nodes.ts';
import { Painter } from '../../../../src/features/explorer/painter.ts';

const app: Node = {
  kind: 'app',
  app: { name: 'claw', organization: 'personal', status: 'deployed', hostname: 'claw.fly.dev' },
};
const machines = { kind: 'group', app: 'claw', group: 'machines' } as const;
const secrets = { kind: 'group', app: 'claw', group: 'secrets' } as const;

vi.mock('vscode', () => import('../vscode.ts'));

let painted: (readonly Node[] | undefined)[];
let painter: Painter;

/** A list whose members come when they are told to. */
function opening(): { members: () => Promise<void>; come: () => void } {
  let come = (): void => undefined;
  const coming = new Promise<void>((resolve) => (come = resolve));
  return { members: () => coming, come };
}

beforeEach(() => {
  vi.useFakeTimers();
  painted = [];
  painter = new Painter();
  painter.onDidPaint((nodes) => painted.push(nodes));
});

afterEach(() => {
  painter.dispose();
  vi.useRealTimers();
});

describe('a painter', () => {
  test('paints many changes in one go, lists with their apps', () => {
    painter.paint(machines);
    painter.paint(app);
    painter.paint(machines);
    vi.runAllTimers();
    expect(painted).toEqual([[app]]);
  });

  test.each([undefined, app, secrets])(
    'leaves what is being opened alone, whatever asked before (%o)',
    async (node) => {
      painter.paint(node);
      const { members, come } = opening();
      const opened = painter.hold(secrets, members);
      vi.runAllTimers();
      expect(painted).toEqual([]);
      come();
      await opened;
      vi.runAllTimers();
      expect(painted).toEqual(node === secrets ? [] : [node && [node]]);
    },
  );

  test('paints other lists meanwhile', () => {
    void painter.hold(secrets, opening().members);
    painter.paint(machines);
    vi.runAllTimers();
    expect(painted).toEqual([[machines]]);
  });

  test('goes on when the members cannot be read', async () => {
    const opened = painter.hold(secrets, () => Promise.reject(new Error('no')));
    painter.paint(app);
    await expect(opened).rejects.toThrow('no');
    vi.runAllTimers();
    expect(painted).toEqual([[app]]);
  });
});
