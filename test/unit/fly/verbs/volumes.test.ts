import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import { listReleases } from '../../../../src/fly/verbs/releases.ts';
import { createSnapshot, listSnapshots } from '../../../../src/fly/verbs/snapshots.ts';
import { createVolume, destroyVolume, extendVolume, forkVolume } from '../../../../src/fly/verbs/volumes.ts';
import { output, printed } from './printed.ts';

const app = 'my-openclaw';
const volume = 'vol_4xk2p9';
const place = { name: 'openclaw_data', region: 'fra' };

describe('verbs of volumes, snapshots and releases', () => {
  it.each([
    [
      createVolume(app, { ...place, sizeGb: 3 }),
      'volumes create openclaw_data -a my-openclaw -r fra -s 3 -y --json',
    ],
    [
      createVolume(app, { ...place, sizeGb: 3, snapshot: 'vs_1' }),
      'volumes create openclaw_data -a my-openclaw -r fra -s 3 --snapshot-id vs_1 -y --json',
    ],
    [forkVolume(app, volume, place), 'volumes fork vol_4xk2p9 -a my-openclaw -n openclaw_data -r fra --json'],
    [extendVolume(app, volume, 3), 'volumes extend vol_4xk2p9 -a my-openclaw -s 3'],
    [destroyVolume(app, volume), 'volumes destroy vol_4xk2p9 -a my-openclaw -y'],
    [createSnapshot(app, volume), 'volumes snapshots create -a my-openclaw vol_4xk2p9'],
  ])('%# writes with flyctl %s', (verb, line) => {
    expect(verb.args.join(' ')).toBe(line);
    expect(verb).toMatchObject({ kind: 'write', app });
  });

  it.each([
    [listSnapshots(app, volume), 'volumes snapshots list -a my-openclaw --json vol_4xk2p9'],
    [listReleases(app), 'releases -a my-openclaw --json'],
  ])('%# reads with flyctl %s, where null and [] are nothing', (verb, line) => {
    expect(verb.args.join(' ')).toBe(line);
    expect(verb).toMatchObject({ kind: 'read', app });
    expect(verb.parse(output('null\n'))).toEqual([]);
    expect(verb.parse(output('[]\n'))).toEqual([]);
    for (const text of ['', 'Usage:\n', '"text"', '[{"zork": 1}]', '{"a": 1}']) {
      expect(() => verb.parse(output(text))).toThrow(Failure);
    }
  });

  it('reads the volume that was made', () => {
    const made = `${JSON.stringify({ id: 'vol_new', name: 'openclaw_data', state: 'restoring', size_gb: 3 }, null, 4)}\n`;
    const expected = { id: 'vol_new', name: 'openclaw_data', state: 'restoring', sizeGb: 3 };
    expect(createVolume(app, { ...place, sizeGb: 3 }).parse(output(made))).toMatchObject(expected);
    expect(forkVolume(app, volume, place).parse(output(made))).toMatchObject(expected);
  });

  it('tells whether the machine has to be restarted before it sees the new size', () => {
    const facts = '                  ID: vol_4xk2p9\n             Size GB: 3\n';
    const said = (text: string): boolean =>
      extendVolume(app, volume, 3).parse(output(facts + text)).needsRestart;
    expect(said('You will need to stop and start your machine to increase the size of the FS\n')).toBe(true);
    expect(said('Your machine got its volume size extended without needing a restart\n')).toBe(false);
  });

  it('reads snapshots, the newest first; one that is being made has no id', () => {
    expect(listSnapshots(app, volume).parse(printed('snapshots-list'))).toEqual([
      { id: '', sizeBytes: 0, createdAt: '2026-11-22T07:00:00Z', status: 'waiting' },
      {
        id: 'vs_2',
        sizeBytes: 10_485_760,
        createdAt: '2026-11-21T07:00:00Z',
        status: 'created',
        retentionDays: 5,
      },
      {
        id: 'vs_1',
        sizeBytes: 2_147_483_648,
        createdAt: '2026-11-20T07:00:00Z',
        status: 'created',
        retentionDays: 5,
      },
    ]);
  });

  it('reads releases, who deployed by address or else by name', () => {
    expect(listReleases(app).parse(printed('releases'))).toEqual([
      {
        version: 3,
        status: 'running',
        description: 'Deploy image',
        user: 'ada@example.com',
        createdAt: '2026-11-22T07:00:00Z',
        image: 'registry.fly.io/my-openclaw:deployment-3',
        inProgress: true,
      },
      {
        version: 2,
        status: 'failed',
        description: 'Set secrets',
        user: 'Deploy token',
        createdAt: '2026-11-21T07:00:00Z',
        image: 'registry.fly.io/my-openclaw:deployment-2',
        inProgress: false,
      },
      {
        version: 1,
        status: 'complete',
        description: '',
        user: '',
        createdAt: '',
        image: '',
        inProgress: false,
      },
    ]);
  });
});
