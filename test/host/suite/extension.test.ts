import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandId, commandNames } from '../../../src/features/common/commands.ts';

const extensionId = 'openclaw-deployments.openclaw-deployments';
const prefix = 'openclawDeployments.';

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(extensionId);
  assert.ok(found, `${extensionId} is not there`);
  return found;
}

/** The ids under `contributes.commands` of the manifest that VS Code read. */
function contributedCommands(): string[] {
  const manifest: { contributes?: { commands?: { command: string }[] } } = extension().packageJSON;
  return (manifest.contributes?.commands ?? []).map(({ command }) => command);
}

describe('The extension', () => {
  it('activates', async () => {
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it('contributes exactly its commands, under its own prefix', () => {
    assert.deepEqual(contributedCommands().sort(), commandNames.map(commandId).sort());
    assert.deepEqual(
      contributedCommands().filter((command) => !command.startsWith(prefix)),
      [],
    );
  });

  it('registers every command that it contributes', async () => {
    await extension().activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributedCommands().filter((command) => !registered.has(command)),
      [],
    );
  });
});
