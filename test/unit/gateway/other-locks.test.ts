import { mkdirSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { findLocks } from '../../../src/gateway/locks.ts';
import { MachineFolder } from './machine-folder.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

/** The boot of `MachineFolder`, in milliseconds. */
const bootMs = 1_700_000_000_000;
const at = (seconds: number): string => new Date(bootMs + seconds * 1_000).toISOString();
const runtimeDeps = '/data/plugin-runtime-deps/openclaw-2026.4.24/.openclaw-runtime-deps.lock';

describe('other locks below the state directory', () => {
  /** The gateway of `MachineFolder` runs as process 7 since ten seconds after the boot. */
  async function find(files: Readonly<Record<string, unknown>>) {
    const machine = new MachineFolder();
    machine.addProcess({ pid: 7, command: ['openclaw-gateway'], name: 'openclaw-gatewa' });
    machine.addProcess({ pid: 8, command: ['node', 'build.mjs'], name: 'node' });
    const stateDir = machine.addFolder('/data');
    for (const [path, content] of Object.entries(files)) machine.write(path, JSON.stringify(content));
    mkdirSync(machine.path('/data/openclaw.json.clobber.lock'));
    const { locks, others } = await findLocks(machine.shell(), { stateDir, tempDirs: [], ports: [] });
    expect(locks).toEqual([]);
    const told = others.map(({ path, kind, verdict }) => ({
      path: path.slice(machine.root.length),
      kind,
      verdict,
    }));
    return { others, told };
  }

  test('of a process of the last boot are stale although the gateway has its number', async () => {
    const { others, told } = await find({
      // openclaw/openclaw#18140
      '/data/agents/main/sessions/2f1c.jsonl.lock': { pid: 7, createdAt: at(-600) },
      // openclaw/openclaw#75028
      [`${runtimeDeps}/owner.json`]: { pid: 7, createdAtMs: bootMs - 600_000 },
      // openclaw/openclaw#111753
      '/data/exec-approvals.json.lock': { pid: 7, createdAt: at(-600), starttime: 4711 },
    });
    expect(told.toSorted((one, other) => one.kind.localeCompare(other.kind))).toEqual([
      { path: '/data/exec-approvals.json.lock', kind: 'file', verdict: 'stale' },
      { path: runtimeDeps, kind: 'plugins', verdict: 'stale' },
      { path: '/data/agents/main/sessions/2f1c.jsonl.lock', kind: 'session', verdict: 'stale' },
    ]);
    expect(new Set(others.map(({ owner }) => owner?.createdAtMs))).toEqual(new Set([bootMs - 600_000]));
  });

  test('of what runs are held, and of what may be their owner unknown', async () => {
    const { told, others } = await find({
      '/data/agents/main/sessions/1.jsonl.lock': { pid: 7, createdAt: at(60), starttime: 1000 },
      '/data/agents/main/sessions/2.jsonl.lock': { pid: 8, createdAt: at(60), starttime: 1000 },
      '/data/agents/main/sessions/3.jsonl.lock': { pid: 8, createdAt: at(60) },
    });
    expect(told.map(({ path, verdict }) => [path.at(-12), verdict])).toEqual([
      ['1', 'held'],
      ['2', 'held'],
      ['3', 'unknown'],
    ]);
    expect(others[1]?.reason).toBe('OpenClaw (node) runs as process 8 and holds it.');
  });

  test('are not what belongs to plugins, agents and other programs', async () => {
    const { told } = await find({
      '/data/npm/projects/x/bun.lock': { pid: 7 },
      '/data/workspace/notes.lock': { pid: 7 },
      '/data/workspace-2/a.jsonl.lock': { pid: 7 },
      '/data/skills/Cargo.lock': 'version = 3',
      '/data/plugin-runtime-deps/x/node_modules/y/z.lock': { pid: 7 },
      '/data/tmp/openclaw-1000/gateway.1.lock.sqlite': '',
    });
    expect(told).toEqual([]);
  });
});
