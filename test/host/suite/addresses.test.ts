import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { commandId, type CommandName } from '../../../src/features/common/commands.ts';
import { addressItem } from '../../../src/features/explorer/items/address-item.ts';
import type { Address } from '../../../src/fly/model.ts';
import { listAddresses } from '../../../src/fly/verbs/ips.ts';
import { eventually } from '../eventually.ts';
import { deployment } from '../flysim.ts';
import { menuOf } from '../menus.ts';
import { type Answers, told } from '../told.ts';

const { flyctl, older } = deployment();
const { app } = older;

async function addresses(): Promise<readonly Address[]> {
  const { args, parse } = listAddresses(app);
  const { stdout } = await promisify(execFile)(flyctl, args);
  return parse({ stdout: Buffer.from(stdout), stderr: '', exitCode: 0 });
}

async function doing(command: CommandName, argument: object, answers: Answers): Promise<string> {
  return (await told(answers, () => vscode.commands.executeCommand(commandId(command), argument))).join('\n');
}

function tabNamed(name: string): vscode.Tab | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((tabGroup) => tabGroup.tabs);
  return tabs.find(({ label }) => label.includes(name));
}

const group = { kind: 'group', app, group: 'addresses' };

describe('Addresses', () => {
  it('can be released unless they are of egress, and their list grows', () => {
    const menu = (type: string, isPublic: boolean): readonly string[] =>
      menuOf(
        addressItem(app, { address: '203.0.113.1', type, region: '', public: isPublic }, false).contextValue,
      );
    assert.ok(menu('v4', true).includes('7_destroy@1 releaseAddress'));
    assert.ok(menu('private_v6', false).includes('7_destroy@1 releaseAddress'));
    assert.ok(!menu('egress_v4', false).includes('7_destroy@1 releaseAddress'));
    assert.ok(menuOf('group addresses').includes('5_change@1 allocateAddress'));
    assert.ok(menuOf('group addresses').includes('6_access@1 hardenApp'));
    assert.ok(!menuOf('group volumes').some((entry) => entry.endsWith('Address')));
  });

  it('of an app are for it to harden while it is public, and to open again when it is private', () => {
    assert.ok(menuOf('app copyable openclaw public').includes('6_access@3 hardenApp'));
    assert.ok(!menuOf('app copyable openclaw private').some((entry) => entry.endsWith('hardenApp')));
    assert.ok(menuOf('app copyable openclaw private').includes('6_access@4 makeAppPublic'));
  });

  it('are allocated by kind, with the price in the question, and released with what that means', async () => {
    const before = await addresses();
    const allocating = { pick: 'Dedicated public IPv4', button: 'Allocate' };
    const asked = await doing('allocateAddress', group, allocating);
    assert.match(asked, /Private IPv6.*free.*Shared public IPv4.*2 US dollars a month/);
    assert.match(asked, /It costs 2 US dollars a month until you release it/);
    assert.ok(asked.includes(`flyctl ips allocate-v4 -y -a ${app}`));
    const made = (await addresses()).find(
      ({ address }) => !before.some((other) => other.address === address),
    );
    assert.equal(made?.type, 'v4');

    const node = { kind: 'address', app, address: made };
    assert.match(await doing('releaseAddress', node, {}), /The internet (?:still reaches|does not reach)/);
    assert.equal((await addresses()).length, before.length + 1);
    const released = await doing('releaseAddress', node, { button: 'Release' });
    assert.match(released, /Fly may give another address when you allocate one again/);
    assert.deepEqual(await addresses(), before);
  });

  // Other suites expect an app that the internet reaches, as it was before.
  after(() => doing('allocateAddress', group, { pick: 'Public IPv6', button: 'Allocate' }));

  it('stay as they are when the plan to harden the app was only looked at', async () => {
    await promisify(execFile)(flyctl, ['ips', 'allocate-v6', '-a', app]);
    const before = await addresses();
    const asked = await doing('hardenApp', { app }, {});
    const open = before.find((address) => address.public);
    assert.ok(asked.includes(`flyctl ips release ${open?.address} -a ${app}`));
    assert.match(asked, new RegExp(`Make ${app} private\\?.*Nothing answers at ${app}\\.fly\\.dev`));
    assert.deepEqual(await addresses(), before);
    await eventually(() => tabNamed(`Make ${app} private`));
  });

  it('are private after the plan, public again after the way back, and told as they are', async () => {
    const hardened = await doing('hardenApp', { app }, { button: 'Make Private' });
    assert.match(hardened, new RegExp(`${app} is private: only fdaa:`));
    assert.deepEqual(
      (await addresses()).map(({ type }) => type),
      ['private_v6'],
    );
    assert.match(await doing('hardenApp', { app }, {}), new RegExp(`${app} is private already`));
    const asked = await doing('allocateAddress', group, { pick: 'Public IPv6' });
    assert.match(asked, /The app was made private from here; it is public again then/);

    const back = await doing('makeAppPublic', { app }, { button: 'Make Public' });
    assert.match(back, new RegExp(`Everybody on the internet reaches the gateway at https://${app}`));
    assert.match(back, new RegExp(`${app} is public: the internet reaches it at`));
    for (const address of await addresses()) {
      await doing('releaseAddress', { kind: 'address', app, address }, { button: 'Release' });
    }
    assert.deepEqual(await addresses(), []);
  });

  it('of a private app need a page about webhooks', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await doing('explainWebhooks', { app }, {});
    const page = await eventually(() =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.path === `/Webhooks of ${app}.md`),
    );
    const text = page.getText();
    for (const word of ['tailscale funnel --bg --set-path', 'ngrok', '"mode": "serve"']) {
      assert.ok(text.includes(word), word);
    }
  });
});
