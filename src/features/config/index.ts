import * as vscode from 'vscode';
import type { Machine } from '../../fly/model.ts';
import { hashOf } from '../../gateway/config.ts';
import type { ConfigJudge } from '../common/config-judge.ts';
import { onCommand } from '../common/on-command.ts';
import { machineLabel } from '../common/machine-state.ts';
import type { Services } from '../common/services.ts';
import { Aftercare } from './aftercare.ts';
import { registerCompare } from './compare.ts';
import { RemoteFiles } from './files.ts';
import { registerHistory } from './history.ts';
import { chooseLocalConfig } from './local-file.ts';
import { Push, type Pusher } from './push.ts';
import { registerPushToSeveral } from './push-to-several.ts';
import { locateConfig, pushAndTell, type RemoteConfig, replacedBy, showNow } from './remote-config.ts';
import { Versions } from './versions.ts';
import { type RemoteFile, remoteScheme, toUri } from '../common/remote-uri.ts';

/** What a gateway needs at least; offered when a machine has no configuration yet. */
const starter = `{
  "gateway": {
    "mode": "local"
  }
}
`;

/** Opening, saving and pushing openclaw.json. */
class ConfigFeature {
  readonly #services: Services;
  readonly #versions: Versions;
  readonly #aftercare: Aftercare;
  readonly #pusher: Pusher;
  readonly #files: RemoteFiles;

  constructor(services: Services, judge: ConfigJudge) {
    this.#services = services;
    this.#versions = new Versions(services);
    this.#aftercare = new Aftercare(services, this.#versions, (uri) => this.#files.reread(uri));
    const push = new Push(services, judge, this.#versions, this.#aftercare);
    this.#files = new RemoteFiles(services, push, this.#versions);
    this.#pusher = {
      push: async (file, bytes, replaced) => {
        const pushed = await push.push(file, bytes, replaced);
        this.#files.reread(toUri(file));
        return pushed;
      },
    };
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      this.#versions,
      this.#aftercare,
      this.#files,
      vscode.workspace.registerFileSystemProvider(remoteScheme, this.#files, { isCaseSensitive: true }),
      registerHistory(this.#services, this.#versions, this.#pusher),
      registerCompare(this.#services, this.#versions),
      registerPushToSeveral(this.#services, this.#versions, this.#pusher),
      onCommand('openConfig', (argument) => this.open(argument)),
      onCommand('pushConfig', (argument) => this.pushLocal(argument)),
    );
  }

  async open(argument: unknown): Promise<void> {
    const machine = await this.#services.machines.choose(argument);
    if (!machine) return;
    const title = vscode.l10n.t('Opening openclaw.json of {0}', machineLabel(machine));
    const found = await this.#services.actions.run({ title }, async ({ signal }) => {
      const file = await locateConfig(this.#services, machine, signal);
      const { exists } = await this.#files.fetch(toUri(file), signal);
      return { file, exists };
    });
    if (found.status !== 'ok') return;
    const { file, exists } = found.value;
    if (exists || (await this.#create(file)))
      await vscode.window.showTextDocument(toUri(file), { preview: false });
  }

  /** Pushes a file of the workspace after its difference to the remote one was shown. */
  async pushLocal(argument: unknown): Promise<void> {
    const local = await chooseLocalConfig(argument);
    const machine = local && (await this.#services.machines.choose(argument));
    if (!local || !machine) return;
    const bytes = await vscode.workspace.fs.readFile(local);
    const title = vscode.l10n.t('Comparing with openclaw.json of {0}', machineLabel(machine));
    const read = await this.#services.actions.run({ title }, async ({ signal }) => {
      const file = await locateConfig(this.#services, machine, signal);
      return { file, remote: await this.#files.fetch(toUri(file), signal) };
    });
    if (read.status !== 'ok') return;
    const { file, remote } = read.value;
    if (remote.exists && remote.sha256 === hashOf(bytes)) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('{0} already has exactly this file.', file.app),
      );
      return;
    }
    if (remote.exists) await this.#showDifference({ file, now: remote }, local);
    if (!(await confirmPush(file, machine, remote.exists))) return;
    await pushAndTell(this.#services, this.#pusher, file, { bytes, replaced: replacedBy(remote) });
  }

  async #showDifference(remote: RemoteConfig, local: vscode.Uri): Promise<void> {
    const title = vscode.l10n.t('openclaw.json: {0} ↔ workspace', remote.file.app);
    await vscode.commands.executeCommand('vscode.diff', await showNow(this.#versions, remote), local, title);
  }

  async #create(file: RemoteFile): Promise<boolean> {
    const create = vscode.l10n.t('Create');
    const question = vscode.l10n.t('{0} has no {1} yet. Create one?', file.app, file.path);
    if ((await vscode.window.showInformationMessage(question, { modal: true }, create)) !== create)
      return false;
    const bytes = new TextEncoder().encode(starter);
    return pushAndTell(this.#services, this.#pusher, file, { bytes, replaced: { sha256: null } });
  }
}

async function confirmPush(file: RemoteFile, machine: Machine, replaces: boolean): Promise<boolean> {
  const push = vscode.l10n.t('Push');
  const question = replaces
    ? vscode.l10n.t(
        'Replace {0} on {1} ({2}) by the file of the workspace?',
        file.path,
        file.app,
        machineLabel(machine),
      )
    : vscode.l10n.t(
        'Put the file of the workspace on {1} ({2}) as {0}?',
        file.path,
        file.app,
        machineLabel(machine),
      );
  return (await vscode.window.showInformationMessage(question, push, vscode.l10n.t('Cancel'))) === push;
}

/** Opening, saving and pushing openclaw.json. */
export function registerConfig(services: Services, judge: ConfigJudge): vscode.Disposable {
  return new ConfigFeature(services, judge).register();
}
