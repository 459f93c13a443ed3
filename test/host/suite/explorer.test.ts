import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { commandId } from '../../../src/features/common/commands.ts';
import { listMachines } from '../../../src/fly/verbs/machines.ts';
import { deployment } from '../flysim.ts';
import { choosing } from '../lists.ts';
import { told } from '../told.ts';

const { flyctl, older } = deployment();
const { app, machine: id } = older;

describe('The Deployments view', () => {
  it('copies the command of what can be done to a machine, and does nothing', async () => {
    const { args, parse } = listMachines(app);
    const { stdout } = await promisify(execFile)(flyctl, args);
    const machine = parse({ stdout: Buffer.from(stdout), stderr: '', exitCode: 0 }).find(
      (each) => each.id === id,
    );
    assert.equal(machine?.state, 'started');
    const node = { kind: 'machine', app, machine };
    const lists = await choosing(
      ({ label }) => label === 'Stop Machine',
      () => vscode.commands.executeCommand(commandId('copyFlyctlCommand'), node),
    );
    assert.equal(await vscode.env.clipboard.readText(), `flyctl machine stop -a ${app} ${id}`);
    const labels = lists.flat().map(({ label }) => label);
    assert.ok(labels.includes('Restart Machine') && !labels.includes('Start Machine'), labels.join());
  });

  it('says what to select when there is nothing to copy', async () => {
    const note = { kind: 'note', id: 'x', text: 'none', tone: 'quiet' };
    const texts = await told({}, () => vscode.commands.executeCommand(commandId('copyFlyctlCommand'), note));
    assert.match(texts.join('\n'), /Select something in the Deployments view that flyctl can change\./);
  });
});
