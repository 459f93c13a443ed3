import * as vscode from 'vscode';
import { toFailure } from '../../core/errors.ts';
import { explain } from '../../core/explain.ts';
import type { Machine } from '../../fly/model.ts';
import { hashOf } from '../../gateway/config.ts';
import { onCommand } from '../common/on-command.ts';
import type { Services } from '../common/services.ts';
import { deployedMachines, fullName, machineItems } from './deployed-machines.ts';
import { chooseLocalConfig } from './local-file.ts';
import { type Outcome, OutcomeReports } from './outcomes.ts';
import type { Pusher } from './push.ts';
import { readRemoteConfig, type RemoteConfig, replacedBy, showNow } from './remote-config.ts';
import type { Versions } from './versions.ts';

/** The file of the workspace that is to be pushed. */
interface LocalConfig {
  readonly uri: vscode.Uri;
  readonly bytes: Uint8Array;
}

/** A machine that can be pushed to, and what is there now. */
interface Destination extends RemoteConfig {
  readonly machine: Machine;
}

/** What is known of the chosen machines before anything is pushed. */
interface Survey {
  readonly destinations: readonly Destination[];
  /** Nothing is to be done there, or nothing can be. */
  readonly others: readonly Outcome[];
}

/** Push openclaw.json to Several Machines: look at all, ask once, one after another, and say what became of each. */
class PushToSeveral implements vscode.Disposable {
  readonly #services: Services;
  readonly #versions: Versions;
  readonly #push: Pusher;
  readonly #reports = new OutcomeReports();

  constructor(services: Services, versions: Versions, push: Pusher) {
    this.#services = services;
    this.#versions = versions;
    this.#push = push;
  }

  dispose(): void {
    this.#reports.dispose();
  }

  async run(argument: unknown): Promise<void> {
    const uri = await chooseLocalConfig(argument);
    const machines = uri && (await this.#chooseMachines());
    if (!uri || !machines) return;
    const local = { uri, bytes: await vscode.workspace.fs.readFile(uri) };
    const title = vscode.l10n.t('Comparing with openclaw.json of {0} machines', machines.length);
    const surveyed = await this.#services.actions.run({ title }, ({ signal }) =>
      this.#survey(local, machines, signal),
    );
    if (surveyed.status !== 'ok') return;
    const { destinations, others } = surveyed.value;
    if (destinations.length === 0) return this.#reports.show(others);
    await showDifferences(this.#versions, local, destinations);
    if (!(await confirmPushes(surveyed.value))) return;
    const pushed = await this.#pushAll(local, destinations);
    await this.#reports.show([...pushed, ...others]);
  }

  async #chooseMachines(): Promise<readonly Machine[] | undefined> {
    const title = vscode.l10n.t('Looking for machines to push to');
    const found = await this.#services.actions.run({ title }, ({ signal }) =>
      deployedMachines(this.#services, signal),
    );
    if (found.status !== 'ok') return undefined;
    const chosen = await vscode.window.showQuickPick(machineItems(found.value), {
      canPickMany: true,
      matchOnDescription: true,
      title: vscode.l10n.t('Push openclaw.json to Several Machines'),
      placeHolder: vscode.l10n.t('Choose the machines that get the file of the workspace'),
    });
    return chosen && chosen.length > 0 ? chosen.map(({ machine }) => machine) : undefined;
  }

  async #survey(local: LocalConfig, machines: readonly Machine[], signal: AbortSignal): Promise<Survey> {
    const sha256 = hashOf(local.bytes);
    const looks = await Promise.all(machines.map((machine) => this.#look(machine, sha256, signal)));
    signal.throwIfAborted();
    return {
      destinations: looks.filter((look) => 'file' in look),
      others: looks.filter((look) => 'result' in look),
    };
  }

  async #look(machine: Machine, sha256: string, signal: AbortSignal): Promise<Destination | Outcome> {
    try {
      const config = await readRemoteConfig(this.#services, machine, signal);
      if (!config.now.exists || config.now.sha256 !== sha256) return { machine, ...config };
      return { machine, result: 'alreadyThere', why: '' };
    } catch (error) {
      return { machine, result: 'notPushed', why: explain(toFailure(error)).sentence };
    }
  }

  /** One after another: what one machine does not take is not put on the next one. */
  async #pushAll(local: LocalConfig, destinations: readonly Destination[]): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    const title = vscode.l10n.t('Pushing openclaw.json to {0} machines', destinations.length);
    await this.#services.actions.run({ title }, async ({ signal, report }) => {
      for (const destination of destinations) {
        if (signal.aborted) return;
        report(fullName(destination.machine));
        const outcome = await this.#pushTo(local, destination);
        outcomes.push(outcome);
        if (outcome.result !== 'pushed') return;
      }
    });
    const why = outcomes.some(({ result }) => result !== 'pushed')
      ? vscode.l10n.t('It stopped at the machine before.')
      : vscode.l10n.t('You cancelled before its turn.');
    const left = destinations.slice(outcomes.length);
    return [...outcomes, ...left.map(({ machine }): Outcome => ({ machine, result: 'notTried', why }))];
  }

  async #pushTo({ bytes }: LocalConfig, { machine, file, now }: Destination): Promise<Outcome> {
    try {
      const { problem } = await this.#push.push(file, bytes, replacedBy(now));
      if (problem === undefined) return { machine, result: 'pushed', why: '' };
      return { machine, result: 'notPushed', why: problem };
    } catch (error) {
      const failure = toFailure(error);
      const result = failure.kind === 'unproven' ? 'unknown' : 'notPushed';
      return { machine, result, why: explain(failure).sentence };
    }
  }
}

async function showDifferences(
  versions: Versions,
  local: LocalConfig,
  destinations: readonly Destination[],
): Promise<void> {
  const now = await Promise.all(destinations.map((destination) => showNow(versions, destination)));
  const rows = now.map((uri) => [uri, uri, local.uri]);
  const title = vscode.l10n.t('openclaw.json: {0} machines ↔ workspace', destinations.length);
  await vscode.commands.executeCommand('vscode.changes', title, rows);
}

/** In a dialog that can be left to look at the differences first; the question then waits among the notifications. */
async function confirmPushes(survey: Survey): Promise<boolean> {
  const push = vscode.l10n.t('Push');
  const review = vscode.l10n.t('Review Differences');
  const question = vscode.l10n.t('Push openclaw.json to {0} machines?', survey.destinations.length);
  const options = { modal: true, detail: detailOf(survey) };
  const chosen = await vscode.window.showWarningMessage(question, options, push, review);
  if (chosen !== review) return chosen === push;
  const cancel = vscode.l10n.t('Cancel');
  return (await vscode.window.showInformationMessage(question, push, cancel)) === push;
}

function detailOf({ destinations, others }: Survey): string {
  const changes = destinations.map(({ machine, file, now }) =>
    now.exists
      ? vscode.l10n.t('{0}: {1} is replaced.', fullName(machine), file.path)
      : vscode.l10n.t('{0}: {1} is created.', fullName(machine), file.path),
  );
  const rest = others.map(({ machine, result, why }) =>
    result === 'alreadyThere'
      ? vscode.l10n.t('{0}: already has exactly this file.', fullName(machine))
      : vscode.l10n.t('{0}: is left out. {1}', fullName(machine), why),
  );
  const order = vscode.l10n.t('One after another; the first failure stops the rest.');
  return [...changes, ...rest, '', order].join('\n');
}

/** Push openclaw.json to Several Machines. */
export function registerPushToSeveral(
  services: Services,
  versions: Versions,
  push: Pusher,
): vscode.Disposable {
  const pushes = new PushToSeveral(services, versions, push);
  return vscode.Disposable.from(
    pushes,
    onCommand('pushToSeveral', (argument) => pushes.run(argument)),
  );
}
