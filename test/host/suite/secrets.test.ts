import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { commandId, type CommandName } from '../../../src/features/common/commands.ts';
import { eventually } from '../eventually.ts';
import { deployment } from '../flysim.ts';
import { type Answers, told } from '../told.ts';

const run = promisify(execFile);

/** Stands in every value that is set. */
const planted = 'planted0123456789';

describe('Fly secrets', () => {
  const { app, machine, configFile, flyctl } = deployment();
  const everything: string[] = [];

  async function doing(command: CommandName, argument: object, answers: Answers): Promise<string> {
    const texts = await told(answers, () => vscode.commands.executeCommand(commandId(command), argument));
    everything.push(...texts);
    return texts.join('\n');
  }

  async function onMachine(name: string): Promise<string> {
    const args = ['machine', 'exec', machine, `printenv ${name}`, '-a', app, '--json'];
    return JSON.parse((await run(flyctl, args)).stdout).stdout ?? '';
  }

  async function listed(): Promise<Readonly<Record<string, string>>> {
    const secrets: readonly { readonly name: string; readonly status: string }[] = JSON.parse(
      (await run(flyctl, ['secrets', 'list', '-a', app, '--json'])).stdout,
    );
    return Object.fromEntries(secrets.map(({ name, status }) => [name, status]));
  }

  after(() => assert.doesNotMatch(everything.join('\n'), new RegExp(planted)));

  it('are set behind a mask, and only replaced after a question that shows the command', async () => {
    const first = await doing(
      'setSecret',
      { app },
      {
        inputs: ['MY_SECRET', ` ${planted}-1 `],
        pick: 'Set Now',
      },
    );
    assert.match(first, /"password":true/);
    assert.match(first, /Restarts 1 machine: /);
    assert.equal(await onMachine('MY_SECRET'), `${planted}-1\n`);
    const named = { app, secret: 'MY_SECRET' };
    assert.match(await doing('setSecret', { app }, { inputs: ['my-secret'] }), /Use capital letters/);
    const pem = `-----BEGIN KEY-----${planted}`;
    assert.match(await doing('setSecret', named, { inputs: [pem] }), /This has several lines/);
    const second = await doing('setSecret', named, { inputs: [`${planted}-2`], pick: 'Stage' });
    assert.match(second, /Replace the secret MY_SECRET of my-openclaw\?/);
    assert.match(second, /flyctl secrets set -a my-openclaw --stage MY_SECRET=-/);
    assert.equal((await listed())['MY_SECRET'], 'Deployed');
    await doing('setSecret', named, { inputs: [`${planted}-2`], pick: 'Stage', button: 'Replace' });
    assert.equal((await listed())['MY_SECRET'], 'Staged');
  });

  it('that are staged are deployed, by their names', async () => {
    const texts = await doing('deploySecrets', { app }, { button: 'Deploy Secrets' });
    assert.match(texts, /Staged: MY_SECRET\. Restarts 1 machine: /);
    assert.match(texts, /flyctl secrets deploy -a my-openclaw/);
    assert.equal(await onMachine('MY_SECRET'), `${planted}-2\n`);
  });

  it('are imported from a .env file, whose values no list shows', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'env-'));
    const file = join(folder, '.env');
    const key = `-----BEGIN\n#${planted}\n-----END\n`;
    writeFileSync(file, `MY_SECRET='${planted}#3'\nPEM="${key}"\nNODE_ENV=${planted}\nEMPTY=\n`);
    try {
      const texts = await doing('importSecrets', { app }, { file, pick: 'Set Now', button: 'Replace' });
      assert.match(texts, /"MY_SECRET","replaces the present value/);
      assert.match(texts, /"NODE_ENV","new · not a secret/);
      assert.match(texts, /Left out, without a value or a valid name: EMPTY/);
      assert.match(texts, /flyctl secrets import -a my-openclaw/);
    } finally {
      rmSync(folder, { recursive: true });
    }
    assert.equal(await onMachine('MY_SECRET'), `${planted}#3\n`);
    assert.equal(await onMachine('PEM'), `${key}\n`);
  });

  it('of a gateway are generated, and only the clipboard has the token', async () => {
    assert.doesNotMatch(await vscode.env.clipboard.readText(), new RegExp(planted));
    await vscode.env.clipboard.writeText('before');
    const answers = { pick: 'Generate and Set Now', button: 'Generate' };
    const texts = await doing('generateGatewayToken', { app }, answers);
    const token = await vscode.env.clipboard.readText();
    assert.match(token, /^[0-9a-f]{64}$/);
    assert.equal(await onMachine('OPENCLAW_GATEWAY_TOKEN'), `${token}\n`);
    assert.match(texts, /Control UIs that are open lose their connection/);
    assert.doesNotMatch(texts, new RegExp(token));
  });

  it('are unset after a question that says what names them', async () => {
    writeFileSync(configFile, '{ "hooks": { "token": "${MY_SECRET}" } }');
    const uri = vscode.Uri.parse(`openclaw-fly://${app}/${machine}/data/openclaw.json`);
    const node = { kind: 'secret', app, secret: { name: 'MY_SECRET', digest: '', status: 'Deployed' } };
    await vscode.window.showTextDocument(uri);
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.files.revert');
      const texts = await doing('unsetSecret', node, { pick: 'Unset Now' });
      return texts.includes('The configuration names it in hooks.token.') ? true : undefined;
    });
    assert.equal(await onMachine('MY_SECRET'), `${planted}#3\n`);
    const texts = await doing('unsetSecret', node, { pick: 'Unset Now', button: 'Unset' });
    assert.match(texts, /flyctl secrets unset -a my-openclaw MY_SECRET/);
    assert.equal((await listed())['MY_SECRET'], undefined);
    assert.equal(await onMachine('MY_SECRET'), '');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
