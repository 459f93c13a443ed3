import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { commandId, type CommandName } from '../../../src/features/common/commands.ts';
import { machineItem } from '../../../src/features/explorer/items/machine-item.ts';
import type { Machine } from '../../../src/fly/model.ts';
import { listMachines } from '../../../src/fly/verbs/machines.ts';
import { eventually } from '../eventually.ts';
import { deployment } from '../flysim.ts';
import { comparedTexts } from '../lists.ts';
import { menuOf } from '../menus.ts';
import { type Answers, told } from '../told.ts';

const { flyctl, older } = deployment();
const { app, machine: id } = older;

function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first);
  return first.uri;
}

async function fly(...words: readonly string[]): Promise<string> {
  return (await promisify(execFile)(flyctl, words)).stdout;
}

async function machines(): Promise<readonly Machine[]> {
  const { args, parse } = listMachines(app);
  return parse({ stdout: Buffer.from(await fly(...args)), stderr: '', exitCode: 0 });
}

async function machineNamed(name: string): Promise<Machine | undefined> {
  return (await machines()).find((machine) => machine.name === name);
}

async function current(): Promise<Machine> {
  const found = (await machines()).find((machine) => machine.id === id);
  assert.ok(found);
  return found;
}

async function doing(command: CommandName, machine: Machine, answers: Answers = {}): Promise<string> {
  const node = { kind: 'machine', app, machine };
  return (await told(answers, () => vscode.commands.executeCommand(commandId(command), node))).join('\n');
}

/** The text of the document that the work opens. */
async function opened(work: () => Promise<unknown>): Promise<string> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await work();
  const editor = await eventually(() => {
    const active = vscode.window.activeTextEditor;
    return active?.document.uri.scheme === 'openclaw-machine' ? active : undefined;
  });
  return editor.document.getText();
}

describe('Machines', () => {
  it('offer what fits their state, and their end apart from everything else', async () => {
    const machine = await current();
    const started = menuOf(machineItem(machine, false).contextValue);
    const stopped = menuOf(machineItem({ ...machine, state: 'stopped' }, false).contextValue);
    const always = [
      '1_open@5 showMachineDetails',
      '1_open@6 showMachineEvents',
      '3_repair@5 showMachineDrift',
      '5_change@1 changeMachine',
      '7_destroy@1 destroyMachine',
      '8_copy@1 copyText',
    ];
    const whileStarted = [
      '4_power@2 stopMachine',
      '4_power@3 restartMachine',
      '4_power@4 suspendMachine',
      '6_access@5 openSshConsole',
      '6_access@6 runOnMachine',
    ];
    for (const entry of always) assert.ok(started.includes(entry) && stopped.includes(entry), entry);
    for (const entry of whileStarted) assert.ok(started.includes(entry) && !stopped.includes(entry), entry);
    assert.ok(stopped.includes('4_power@1 startMachine') && !started.includes('4_power@1 startMachine'));
    assert.deepEqual(
      started.filter((entry) => entry.startsWith('7_')),
      ['7_destroy@1 destroyMachine'],
    );
  });

  it('are asked about with the command word by word, and left alone without a yes', async () => {
    const machine = await current();
    const texts = await doing('suspendMachine', machine);
    assert.match(texts, new RegExp(`Suspend machine ${machine.name} of ${app}\\?`));
    assert.match(texts, new RegExp(`flyctl machine suspend -a ${app} ${id}`));
    assert.match(texts, /channels go offline/);
    assert.equal((await current()).state, 'started');
  });

  it('are cordoned after a question, and uncordoned without one', async () => {
    assert.match(
      await doing('cordonMachine', await current(), { button: 'Cordon' }),
      /Control UI and webhooks do not reach it/,
    );
    const cordoned = await current();
    assert.equal(cordoned.cordoned, true);
    assert.doesNotMatch(await doing('uncordonMachine', cordoned), /"modal":true/);
    assert.equal((await current()).cordoned, false);
  });

  it('get other memory among what flyctl takes, and are told what the next deploy does', async () => {
    const texts = await doing('changeMachineMemory', await current(), {
      pick: '2 GB',
      button: 'Change Size',
    });
    assert.match(texts, /"256 MB","current · less than OpenClaw wants"/);
    assert.match(texts, /"2 GB","recommended for OpenClaw"/);
    assert.match(texts, /The next deploy sets it back to what fly\.toml says\./);
    assert.match(texts, new RegExp(`machine update -a ${app} --vm-memory 2048`));
    assert.equal((await current()).memoryMb, 2_048);
  });

  it('keep their command when nobody changes it', async () => {
    const texts = await doing('changeMachineCommand', await current(), { button: 'Change Command' });
    assert.match(texts, /Leave it empty to let the image decide\./);
    assert.doesNotMatch(texts, /modal/);
  });

  it('show what they are, without secrets', async () => {
    const machine = await current();
    const details = JSON.parse(await opened(() => doing('showMachineDetails', machine)));
    assert.equal(details.id, id);
    assert.equal(details.config.env.OPENCLAW_STATE_DIR, machine.env['OPENCLAW_STATE_DIR']);
    const events = await opened(() => doing('showMachineEvents', machine));
    assert.match(events, /Events, the newest first\n {2}.* start /);
  });

  it('are compared with the fly.toml that deploys them', async () => {
    const toml = vscode.Uri.joinPath(folder(), 'deploy', 'fly.private.toml');
    await vscode.workspace.fs.writeFile(toml, Buffer.from(`app = "${app}"\n[env]\nADDED = "1"\n`));
    try {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await doing('showMachineDrift', await current());
      const [planned, live] = await comparedTexts();
      assert.match(planned ?? '', /^ {2}ADDED = "1"$/m);
      assert.match(live ?? '', /^ {2}OPENCLAW_STATE_DIR = /m);
      assert.doesNotMatch(live ?? '', /ADDED/);
    } finally {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), 'deploy'), { recursive: true });
    }
    assert.match(await doing('showMachineDrift', await current()), /No fly\.toml of this workspace names/);
  });

  it('give their private address away', async () => {
    const { privateIp } = await current();
    assert.match(privateIp, /^fdaa:/);
    assert.ok((await doing('copyMachineIp', await current())).includes(`Copied: ${privateIp}`));
  });

  it('give their flyctl commands away instead of running them', async () => {
    const texts = await doing('copyFlyctlCommand', await current(), { pick: 'Suspend Machine' });
    assert.match(texts, new RegExp(`Copied: flyctl machine suspend -a ${app} ${id}`));
    assert.doesNotMatch(texts, /Uncordon Machine/);
    assert.equal((await current()).state, 'started');
  });

  it('run a command and show what it printed', async () => {
    const answers = { inputs: ['echo "from $FLY_MACHINE_ID"; echo oops >&2; exit 3'] };
    const text = await opened(async () => doing('runOnMachine', await current(), answers));
    assert.match(
      text,
      new RegExp(`^\\$ echo .*\nfrom ${id}\n\nStandard error:\noops\n\nEnded with status 3 `),
    );
  });

  it('open a shell in a terminal without passing anything secret', async () => {
    const { createTerminal } = vscode.window;
    let options: vscode.TerminalOptions | undefined;
    const record = (given: vscode.TerminalOptions): { show(): void } => {
      options = given;
      return { show: () => undefined };
    };
    Object.assign(vscode.window, { createTerminal: record });
    try {
      await doing('openSshConsole', await current());
    } finally {
      Object.assign(vscode.window, { createTerminal });
    }
    assert.equal(options?.shellPath, flyctl);
    assert.deepEqual(options?.shellArgs, ['ssh', 'console', '-a', app, '--machine', id]);
  });

  it('are cloned with an empty volume, told apart from the extra gateway, and destroyed by their name', async () => {
    const cloning = { pick: 'fra', inputs: ['second'], button: 'Clone' };
    const cloned = await doing('cloneMachine', await current(), cloning);
    assert.match(cloned, /It gets a new volume that is empty/);
    assert.match(cloned, /Telegram answers 409/);
    const copy = await machineNamed('second');
    assert.equal(copy?.region, 'fra');

    const idle = { inputs: ['sleep 1000'], button: 'Change Command' };
    const changed = await doing('changeMachineCommand', copy, idle);
    assert.match(changed, /flyctl machine update -a \S+ --command 'sleep 1000'/);
    assert.match(changed, /It was: sh -c /);
    await doing('startMachine', copy);

    const keeping = { pick: (await current()).name, button: 'Stop' };
    const kept = await doing('stopExtraGateways', await current(), keeping);
    assert.match(kept, new RegExp(`flyctl machine stop -a ${app} ${copy.id}`));
    assert.equal((await machineNamed('second'))?.state, 'stopped');

    const stopped = { ...copy, state: 'stopped' };
    const refused = await doing('destroyMachine', stopped, { inputs: ['secon'] });
    assert.match(
      refused,
      /The volume stays and is paid for: vol_.* Type second to run flyctl machine destroy -a /,
    );
    assert.ok(await machineNamed('second'));
    assert.match(await doing('destroyMachine', stopped, { inputs: ['second'] }), /second is destroyed\./);
    assert.equal(await machineNamed('second'), undefined);
    for (const { volume } of copy.mounts) await fly('volumes', 'destroy', volume, '-a', app, '-y');
  });
});
