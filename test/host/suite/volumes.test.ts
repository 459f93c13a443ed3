import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { commandId, type CommandName } from '../../../src/features/common/commands.ts';
import { snapshotItem, volumeItem } from '../../../src/features/explorer/items/volume-item.ts';
import type { Snapshot, Volume } from '../../../src/fly/model.ts';
import { deployment } from '../flysim.ts';
import { menuOf } from '../menus.ts';
import { type Answers, told } from '../told.ts';

const { app, machine, flyctl } = deployment();

interface PrintedVolume {
  readonly id: string;
  readonly name: string;
  readonly size_gb: number;
  readonly region: string;
}

async function fly(...words: readonly string[]): Promise<string> {
  return (await promisify(execFile)(flyctl, [...words, '-a', app])).stdout;
}

async function listed(): Promise<readonly PrintedVolume[]> {
  return JSON.parse(await fly('volumes', 'list', '--json'));
}

/** The volume as the tree holds it. */
async function volumeNamed(name: string): Promise<Volume> {
  const found = (await listed()).find((volume) => volume.name === name);
  assert.ok(found, name);
  const { id, size_gb: sizeGb, region } = found;
  const attached = name === 'openclaw_data' ? { attachedMachine: machine } : {};
  return { id, name, sizeGb, region, state: 'created', encrypted: true, createdAt: '', ...attached };
}

async function doing(command: CommandName, argument: object, answers: Answers): Promise<string> {
  return (await told(answers, () => vscode.commands.executeCommand(commandId(command), argument))).join('\n');
}

const snapshot: Snapshot = { id: 'vs_1', sizeBytes: 0, createdAt: '', status: 'created' };

describe('Volumes', () => {
  let own: Volume;
  let node: object;

  before(async () => {
    own = await volumeNamed('openclaw_data');
    node = { kind: 'volume', app, volume: own };
  });

  it('and snapshots have what can be done to them in their menus, the destruction apart', () => {
    const ofAll = [
      '1_open@1 showSnapshots',
      '5_change@1 snapshotVolume',
      '5_change@2 extendVolume',
      '5_change@3 restoreSnapshot',
      '5_change@4 forkVolume',
      '7_destroy@1 destroyVolume',
      '8_copy@1 copyText',
    ];
    const { attachedMachine, ...free } = own;
    const menu = menuOf(volumeItem(app, own, attachedMachine).contextValue);
    assert.deepEqual(
      ofAll.filter((entry) => !menu.includes(entry)),
      [],
    );
    assert.ok(menu.includes('1_open@2 showSizeUsed'));
    assert.ok(!menuOf(volumeItem(app, free, undefined).contextValue).includes('1_open@2 showSizeUsed'));
    const ofSnapshot = menuOf(snapshotItem(app, own, snapshot).contextValue);
    assert.ok(ofSnapshot.includes('5_change@3 restoreSnapshot'));
    assert.ok(!ofSnapshot.some((entry) => entry.endsWith('Volume')));
  });

  it('grow after a question that names the price and the command', async () => {
    const answers = { inputs: ['3'], button: 'Extend' };
    const texts = await doing('extendVolume', node, answers);
    assert.match(texts, /Extend volume openclaw_data of my-openclaw from 1 to 3 GB\?/);
    assert.match(texts, /It cannot be made smaller again\. 3 GB cost about \$0\.45 a month/);
    assert.match(texts, new RegExp(`flyctl volumes extend ${own.id} -a my-openclaw -s 3`));
    assert.match(texts, /openclaw_data has 3 GB\./);
    assert.equal((await volumeNamed('openclaw_data')).sizeGb, 3);
  });

  it('are as full as their machine says', async () => {
    assert.match(
      await doing('showSizeUsed', node, {}),
      /openclaw_data of my-openclaw: [\d.]+ of [\d.]+ GB used\./,
    );
  });

  it('are made from a snapshot, and the machine keeps its own', async () => {
    assert.match(await doing('showSnapshots', node, {}), /has no snapshot yet\. Fly makes one each day\./);
    assert.match(await doing('snapshotVolume', node, {}), /openclaw_data has a new snapshot\./);
    const [made]: readonly { readonly id: string }[] = JSON.parse(
      await fly('volumes', 'snapshots', 'list', own.id, '--json'),
    );
    const ofSnapshot = { kind: 'snapshot', app, volume: own, snapshot: { ...snapshot, id: made?.id } };
    const answers = { inputs: ['restored', '3'], pick: own.region, button: 'Make Volume' };
    const texts = await doing('restoreSnapshot', ofSnapshot, answers);
    assert.match(
      texts,
      new RegExp(`Machine ${machine} keeps openclaw_data until the new volume is attached`),
    );
    assert.match(texts, new RegExp(`create restored -a my-openclaw .* --snapshot-id ${made?.id}`));
    assert.match(texts, /The new volume restored of my-openclaw is ready\./);
  });

  it('are destroyed only when their name was typed', async () => {
    const restored = { kind: 'volume', app, volume: await volumeNamed('restored') };
    const refused = await doing('destroyVolume', restored, { inputs: ['restore'] });
    assert.match(
      refused,
      /It has no snapshot from which it could be made again\. Type restored to run flyctl volumes destroy vol_\w+ /,
    );
    assert.ok(await volumeNamed('restored'));
    const texts = await doing('destroyVolume', restored, { inputs: ['restored'] });
    assert.match(texts, /Volume restored of my-openclaw is destroyed\./);
    assert.deepEqual(
      (await listed()).map(({ name }) => name),
      ['openclaw_data'],
    );
  });

  it('of a machine are not destroyed, and nothing has to be typed to learn it', async () => {
    const texts = await doing('destroyVolume', node, { inputs: ['openclaw_data'] });
    assert.match(texts, new RegExp(`openclaw_data belongs to machine ${machine} of my-openclaw`));
    assert.doesNotMatch(texts, /Type openclaw_data/);
    assert.equal((await listed()).length, 1);
  });
});
