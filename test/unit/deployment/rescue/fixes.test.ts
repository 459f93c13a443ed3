import { describe, expect, it } from 'vitest';
import { legacyKeys } from '../../../../src/deployment/config-edits.ts';
import { type FixKind, propose } from '../../../../src/deployment/rescue/fixes.ts';
import type { RescueLook } from '../../../../src/deployment/rescue/look.ts';

const healthy = '{ "gateway": { "mode": "local" } }';

function look(text: string | null, changes: Partial<RescueLook> = {}): RescueLook {
  const path = '/data/openclaw.json';
  const bytes = Buffer.from(text ?? '');
  const facts = { sha256: 'x', size: bytes.length, mtimeMs: 0, mode: 0o600, uid: 1000, gid: 1000 };
  return {
    hints: { env: {}, command: ['node', 'dist/index.js', 'gateway'], internalPorts: [] },
    location: { stateDir: '/data', configPath: path, tempDirs: ['/tmp'], ports: [3000] },
    config: text === null ? { exists: false, path } : { exists: true, path, bytes, ...facts },
    complaint: undefined,
    locks: {
      others: [],
      locks: [],
      facts: { nowMs: 0, bootMs: 0, processesVisible: true, processes: new Map(), gateways: [] },
    },
    foreign: { owner: { uid: 1000, gid: 1000 }, files: [], truncated: false },
    copies: [],
    ...changes,
  };
}

const kinds = (found: RescueLook): readonly FixKind[] => propose(found).map(({ kind }) => kind);

describe('repairs', () => {
  it('have no reason when nothing is wrong', () => {
    expect(propose(look(healthy))).toEqual([{ kind: 'restore' }, { kind: 'edit' }]);
  });

  it('begin with a configuration that worked when OpenClaw does not accept the one that is there', () => {
    const found = look('{ "gateway": { "mode": "local" }, "nope": 1 }', {
      complaint: '<root>: Unrecognized key: "nope"\nmore',
    });
    expect(propose(found)[0]).toEqual({
      kind: 'restore',
      reason: 'OpenClaw does not accept the configuration: <root>: Unrecognized key: "nope"',
    });
  });

  it('begin with the migration of what OpenClaw does not know any more', () => {
    const text = '{ "gateway": { "mode": "local" }, "routing": { "allowFrom": ["+15550001111"] } }';
    const found = look(text, { complaint: 'routing: gone' });
    expect(legacyKeys(text)).toEqual(['routing.allowFrom']);
    expect(kinds(found)[0]).toBe('migrate');
  });

  it('begin with gateway.mode where the command does not allow to start without', () => {
    const text = '{ "gateway": { "port": 3000 } }';
    expect(propose(look(text))[0]).toMatchObject({
      kind: 'setMode',
      reason: expect.stringContaining('gateway.mode'),
    });
    const hints = { env: {}, command: ['gateway', '--allow-unconfigured'], internalPorts: [] };
    expect(propose(look(text, { hints }))[0]).toEqual({ kind: 'setMode' });
    expect(kinds(look('{ "$include": "./other.json5" }'))).not.toContain('setMode');
  });

  it('name what is left of root and of gateways that have ended', () => {
    const lock = { path: '/data/tmp/gateway.lock', uid: 0, mtimeMs: 0, sha256: '', reason: '' };
    const { facts } = look(healthy).locks;
    const found = look(healthy, {
      foreign: {
        owner: { uid: 1000, gid: 1000 },
        files: [{ path: '/data/x', uid: 0, gid: 0 }],
        truncated: false,
      },
      locks: {
        facts,
        others: [],
        locks: [
          { ...lock, verdict: 'stale' },
          { ...lock, verdict: 'held' },
        ],
      },
    });
    expect(propose(found).slice(0, 2)).toEqual([
      { kind: 'changeOwners', reason: '1 files do not belong to user 1000, as whom the gateway runs.' },
      { kind: 'clearLocks', reason: '1 locks are of gateways that do not run any more.' },
    ]);
  });

  it('restore a configuration where there is none', () => {
    expect(propose(look(null))).toEqual([{ kind: 'restore', reason: 'There is no configuration.' }]);
  });
});
