import { expect, test } from 'vitest';
import { codes, file, fixesOf, found, snapshot } from '../../openclaw-snapshots.ts';

const foreign = ['/data/state/openclaw.sqlite', '/data/agents/main/x.json'].map((path) =>
  file(path, { uid: 0, gid: 0 }),
);

test('files that root left behind are given to the gateway’s user', () => {
  const [finding] = found(
    'files-foreign-owner',
    snapshot({ inside: { foreign: { count: 70, files: foreign } } }),
  );
  expect(finding).toMatchObject({
    severity: 'warning',
    title: '70 files in the state directory are not the gateway’s',
    evidence: [{ text: '/data/state/openclaw.sqlite 0:0 0600' }, {}],
    fixes: [
      {
        kind: 'changeOwner',
        owner: { uid: 1000, gid: 1000 },
        paths: ['/data/state/openclaw.sqlite', '/data/agents/main/x.json'],
      },
    ],
  });
});

test('an unreadable configuration is not told among them again', () => {
  const config = file('/data/openclaw.json', { uid: 0, gid: 0 });
  const inside = { config, foreign: { count: 1, files: [config] } };
  expect(codes(snapshot({ inside }))).toEqual(['error config-unreadable']);
});

test('a gateway that runs as root may do everything', () => {
  const inside = { foreign: { count: 2, files: foreign }, gateways: [], mainUid: 0 };
  expect(found('files-foreign-owner', snapshot({ inside }))).toEqual([]);
});

test('a state directory of root is given to the gateway’s user, and its files are not called foreign', () => {
  const stateDir = { ...file('/data', { uid: 0, gid: 0, mode: 0o755 }), mountPoint: '/data' };
  const own = [file('/data/openclaw.json')];
  const inside = {
    stateDir: { ...stateDir, freeBytes: 8e8, totalBytes: 1e9 },
    foreign: { count: 1, files: own },
  };
  const troubled = snapshot({ inside });
  expect(found('files-foreign-owner', troubled)).toEqual([]);
  const [finding] = found('state-dir-unwritable', troubled);
  expect(finding).toMatchObject({ severity: 'error', evidence: [{ text: '/data 0:0 0755' }] });
  expect(fixesOf(finding)).toEqual([
    'ssh console -a my-openclaw --machine d8916e2c431518 -q -C chown 1000:1000 /data',
  ]);
});

test.each([
  ['everybody', { uid: 0, gid: 0, mode: 0o777 }],
  ['its group', { uid: 0, gid: 1000, mode: 0o775 }],
])('a state directory that %s may write in is fine', (_who, owner) => {
  const stateDir = { ...file('/data', owner), mountPoint: '/data', freeBytes: 8e8, totalBytes: 1e9 };
  expect(found('state-dir-unwritable', snapshot({ inside: { stateDir } }))).toEqual([]);
});
