import { describe, expect, test, vi } from 'vitest';
import type { Node } from '../../../../src/features/common/nodes.ts';
import { type Hints, lateTooltip, toTreeItem } from '../../../../src/features/explorer/tree-item.ts';
import {
  app,
  exit,
  machine,
  privateAddress,
  publicAddress,
  release,
  secret,
  snapshot,
  volume,
} from './samples.ts';

vi.mock('vscode', () => import('../vscode.ts'));

const calm: Hints = {
  app: () => ({
    openclaw: true,
    ofWorkspace: false,
    expanded: false,
    pinned: false,
    hidden: false,
    troubles: [],
  }),
  drifted: () => false,
  machineName: () => 'gateway',
  publicAgain: () => false,
  runs: () => false,
};

/** What is seen of a node: icon with its colour, label with description. */
function shown(
  node: Node,
  hints: Partial<Hints> = {},
): { icon: string; text: string; flags: string | undefined } {
  const item = toTreeItem(node, { ...calm, ...hints });
  const icon: { id?: string; color?: { id: string } } = Object(item.iconPath);
  const text = [item.label, item.description].filter(Boolean).join(' ');
  return { icon: [icon.id, icon.color?.id].filter(Boolean).join(' '), text, flags: item.contextValue };
}

function tooltipOf(node: Node): string {
  const tooltip: { value?: string } = Object(lateTooltip(node, calm));
  return tooltip.value ?? '';
}

function machineNode(parts: Parameters<typeof machine>[0] = {}): Node {
  return { kind: 'machine', app: 'claw', machine: machine(parts) };
}

describe('an app', () => {
  test('says what matters most first', () => {
    const hints = calm.app(app);
    const node: Node = { kind: 'app', app };
    expect(shown(node)).toEqual({
      icon: 'hubot',
      text: 'claw acme · deployed',
      flags: 'app copyable openclaw',
    });
    const all = {
      ...hints,
      ofWorkspace: true,
      pinned: true,
      exposure: 'public',
      version: '2026.9.6',
    } as const;
    expect(shown(node, { app: () => ({ ...all, troubles: ['2 gateways started'] }) })).toEqual({
      icon: 'hubot problemsWarningIcon.foreground',
      text: 'claw 2 gateways started · this workspace · pinned · acme · deployed · public · 2026.9.6',
      flags: 'app copyable openclaw public pinned',
    });
  });
});

describe('a machine', () => {
  test.each([
    [
      'in good health',
      {},
      'vm-running charts.green',
      'gateway started · 2026.9.6 · fra · shared-cpu-2x · 2 GB',
    ],
    ['on its way', { state: 'starting' }, 'loading~spin', 'starting · '],
    ['that is stopped', { state: 'stopped' }, 'vm-outline disabledForeground', 'stopped · '],
    ['that has failed', { state: 'failed' }, 'error problemsErrorIcon.foreground', 'failed · '],
    [
      'whose host is gone',
      { hostStatus: 'unreachable' },
      'warning problemsWarningIcon.foreground',
      'host unreachable · started',
    ],
    [
      'that is cordoned',
      { cordoned: true },
      'vm-running problemsWarningIcon.foreground',
      'started · cordoned',
    ],
    [
      'with a failing check',
      { checks: [{ name: 'startup', status: 'critical', output: '' }] },
      'vm-running problemsErrorIcon.foreground',
      'started · check startup is critical',
    ],
    ['of another group', { processGroup: 'worker' }, 'vm-running charts.green', '2 GB · worker'],
    [
      'with containers',
      { containers: [{ name: 'one', state: 'started' }] },
      'vm-running charts.green',
      'containers: 1',
    ],
  ])('%s', (_, parts, icon, words) => {
    const { icon: shownIcon, text } = shown(machineNode(parts));
    expect(shownIcon).toBe(icon);
    expect(text).toContain(words);
  });

  test.each([
    ['started', false, 'machine copyable stoppable uncordoned'],
    ['stopped', true, 'machine copyable startable cordoned'],
    ['stopping', false, 'machine copyable uncordoned'],
  ])('that is %s has the menu of its state', (state, cordoned, flags) => {
    expect(shown(machineNode({ state, cordoned })).flags).toBe(flags);
  });

  test('tells what it costs and why it runs anew when somebody asks', () => {
    const start = { type: 'start', status: 'started', source: 'user', timestamp: 1 };
    const tooltip = tooltipOf(machineNode({ events: [start, exit({ oomKilled: true, exitCode: 137 })] }));
    expect(tooltip).toMatch(/\*\*Cost\*\* about \$15\.\d\d a month/);
    expect(tooltip).toContain('**Last restart** out of memory, started by user');
    expect(tooltip).toContain('**Last exit** out of memory (');
  });

  test('tells nothing of what has not happened, or is not known', () => {
    const tooltip = tooltipOf(machineNode({ region: 'xyz' }));
    expect(tooltip).not.toMatch(/Cost|Last|Checks|Host|Containers/);
  });
});

describe('other things', () => {
  test.each<[string, Node, { icon: string; text: string; flags: string }]>([
    [
      'a public address',
      { kind: 'address', app: 'claw', address: publicAddress },
      { icon: 'globe', text: '203.0.113.7 shared IPv4 · public', flags: 'address copyable public' },
    ],
    [
      'a private address',
      { kind: 'address', app: 'claw', address: privateAddress },
      { icon: 'lock', text: 'fdaa::7 private IPv6 · not public', flags: 'address copyable private' },
    ],
    [
      'a volume',
      { kind: 'volume', app: 'claw', volume },
      {
        icon: 'database',
        text: 'openclaw_data 3 GB · on gateway · fra · encrypted',
        flags: 'volume copyable attached',
      },
    ],
    [
      'a staged secret',
      { kind: 'secret', app: 'claw', secret: { ...secret, status: 'Staged' } },
      {
        icon: 'key charts.yellow',
        text: 'DISCORD_TOKEN staged, not deployed yet',
        flags: 'secret copyable staged',
      },
    ],
    [
      'an unused secret',
      { kind: 'secret', app: 'claw', secret, mark: 'unused' },
      { icon: 'key disabledForeground', text: 'DISCORD_TOKEN unused · deployed', flags: 'secret copyable' },
    ],
    [
      'a missing secret',
      { kind: 'secret', app: 'claw', secret: { name: 'X', digest: '', status: '' }, mark: 'missing' },
      { icon: 'warning problemsWarningIcon.foreground', text: 'X missing', flags: 'missing copyable' },
    ],
    [
      'several gateways',
      {
        kind: 'fact',
        app: 'claw',
        fact: { name: 'gateways', machines: [machine(), machine({ name: 'two' })] },
      },
      {
        icon: 'warning problemsErrorIcon.foreground',
        text: 'Several Gateways gateway, two',
        flags: 'fact gateways',
      },
    ],
    [
      'an app that is public again',
      { kind: 'fact', app: 'claw', fact: { name: 'exposure', publicAddresses: 2, unwanted: true } },
      {
        icon: 'globe problemsErrorIcon.foreground',
        text: 'Public Again addresses on the internet: 2',
        flags: 'fact exposure',
      },
    ],
  ])('%s', (_, node, look) => expect(shown(node)).toEqual(look));

  test('a snapshot says its size and how long it is kept', () => {
    const { text, flags } = shown({ kind: 'snapshot', app: 'claw', volume, snapshot });
    expect(text).toContain('1 MB · created · days kept: 5');
    expect(flags).toBe('snapshot copyable');
  });

  test.each([
    [{}, 'tag'],
    [{ status: 'failed' }, 'error problemsErrorIcon.foreground'],
    [{ inProgress: true }, 'loading~spin'],
  ])('a release says how it went: %o', (parts, icon) => {
    const look = shown({ kind: 'release', app: 'claw', release: { ...release, ...parts } });
    expect(look.icon).toBe(icon);
    expect(look.text).toMatch(/^v3 \w+ · .*2026.* · ada@example.com/);
  });

  test('a release that machines run is marked', () => {
    const look = shown({ kind: 'release', app: 'claw', release }, { runs: () => true });
    expect(look.icon).toBe('rocket charts.green');
    expect(look.text).toContain('on the machines');
  });
});
