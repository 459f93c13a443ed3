import * as vscode from 'vscode';
import { DisposableStore } from '../../core/disposable.ts';
import { Failure } from '../../core/errors.ts';
import { examine, type Diagnosis } from '../../deployment/doctor/examine.ts';
import type { Fix } from '../../deployment/doctor/finding.ts';
import { gather } from '../../deployment/doctor/gather.ts';
import type { Examination } from '../../deployment/doctor/report-text.ts';
import type { Sources } from '../../deployment/doctor/sources.ts';
import { appNameOf } from '../../fly/fly-toml.ts';
import { toRange } from '../common/text-edits.ts';
import type { ActionOptions } from '../common/actions.ts';
import type { ConfigJudge } from '../common/config-judge.ts';
import { type Target, targetOf } from '../common/nodes.ts';
import { toUri } from '../common/remote-uri.ts';
import type { Services } from '../common/services.ts';
import { applyFix } from './apply-fix.ts';
import { registerCodeActions } from './code-actions.ts';
import { isFlyToml } from './fly-toml.ts';
import { placeOf } from './place.ts';
import { Previews } from './previews.ts';
import { Problems } from './problems.ts';
import { QuietChecks } from './quiet-checks.ts';
import type { DoctorReports } from './report.ts';
import { readTomlFile } from './toml-file.ts';
import { Treatment } from './treatment.ts';

interface Run {
  readonly controller: AbortController;
  readonly ended: Promise<Examination | undefined>;
}

/** Examines deployments, shows what it finds, and applies fixes. */
export class Doctor implements vscode.Disposable {
  readonly #services: Services;
  readonly #sources: Sources;
  readonly #reports: DoctorReports;
  readonly #parts = new DisposableStore();
  readonly #problems: Problems;
  readonly #previews = this.#parts.add(new Previews());
  readonly #running = new Map<string, Run>();
  /** The machine of each app that the user wanted to be looked into. */
  readonly #wanted = new Map<string, string | undefined>();

  constructor(services: Services, judge: ConfigJudge, reports: DoctorReports) {
    this.#services = services;
    this.#reports = reports;
    this.#sources = {
      flyctl: services.flyctl,
      locator: services.locator,
      store: services.store,
      env: process.env,
      redactor: services.redactor,
      shell: (machine) => services.shell(machine),
      judgeConfig: ({ app, id }, path, text) => judge.judge(toUri({ app, machine: id, path }), text),
    };
    this.#problems = this.#parts.add(new Problems(services.redact));
    this.#parts.add(new QuietChecks(this.#problems));
    this.#parts.add(registerCodeActions(this.#problems));
  }

  /** Run Doctor: on what the command was called on, what is in the active editor, or the app that the user chooses. */
  async run(argument: unknown): Promise<void> {
    const target = targetOf(argument) ?? activeTarget() ?? (await this.#chooseTarget());
    if (!target) return;
    this.#wanted.set(target.app, target.machine);
    const examined = this.examine(target.app);
    this.#reports.show(target.app);
    await examined;
  }

  /**
   * Examines an app; an examination that is under way serves again. It is shown in the report and in Problems.
   * @returns Nothing when it was cancelled or failed, which was told.
   */
  examine(app: string, where: ActionOptions['where'] = 'view'): Promise<Examination | undefined> {
    const running = this.#running.get(app);
    if (running) return running.ended;
    const controller = new AbortController();
    const ended = this.#examine(app, where, controller.signal).finally(() => this.#running.delete(app));
    this.#running.set(app, { controller, ended });
    return ended;
  }

  cancel(app: string): void {
    this.#running.get(app)?.controller.abort();
  }

  /** The command behind code actions. */
  async take(argument: unknown): Promise<void> {
    if (argument instanceof Treatment) await this.#apply(argument);
  }

  async treat(examination: Examination, diagnosis: Diagnosis, fix: Fix): Promise<void> {
    await this.#apply(new Treatment(examination, diagnosis, fix));
  }

  /** Shows the line of a file that the diagnosis is about. */
  async reveal({ snapshot }: Examination, diagnosis: Diagnosis): Promise<void> {
    const place = placeOf(snapshot, diagnosis);
    if (place) await vscode.window.showTextDocument(place.uri, { selection: toRange(place.range) });
  }

  dispose(): void {
    for (const { controller } of this.#running.values()) controller.abort();
    this.#parts.dispose();
  }

  async #chooseTarget(): Promise<Target | undefined> {
    const app = await this.#services.machines.chooseApp();
    return app === undefined ? undefined : { app };
  }

  async #examine(
    app: string,
    where: ActionOptions['where'] = 'view',
    stop: AbortSignal,
  ): Promise<Examination | undefined> {
    this.#reports.update(app, { kind: 'running' });
    const title = vscode.l10n.t('Examining {0}', app);
    const result = await this.#services.actions.run({ title, where }, ({ signal }) =>
      this.#look(app, AbortSignal.any([signal, stop])),
    );
    if (result.status !== 'ok') {
      const failure = result.status === 'failed' ? result.failure : new Failure('cancelled');
      this.#reports.update(app, { kind: 'failed', failure });
      return undefined;
    }
    this.#reports.update(app, { kind: 'done', examination: result.value });
    this.#problems.show(result.value);
    return result.value;
  }

  async #look(app: string, signal: AbortSignal): Promise<Examination> {
    if (!vscode.workspace.isTrusted) throw new Failure('untrusted');
    const machine = this.#wanted.get(app);
    const tomlFile = await readTomlFile(app);
    const patient = { app, ...(machine !== undefined && { machine }), ...(tomlFile && { tomlFile }) };
    const snapshot = await gather(this.#sources, patient, { signal });
    return { snapshot, diagnoses: examine(snapshot) };
  }

  #apply(treatment: Treatment): Promise<void> {
    const changed = (note?: string): void => {
      this.#lookAgain(treatment, note).catch((error: unknown) => this.#services.log.error(String(error)));
    };
    return applyFix({ services: this.#services, previews: this.#previews, changed }, treatment);
  }

  async #lookAgain({ app }: Treatment, note?: string): Promise<void> {
    const examination = app === '' ? undefined : await this.examine(app, 'notification');
    if (!examination) return;
    const left = examination.diagnoses.filter(({ severity }) => severity !== 'info');
    const [first] = left;
    const result = first
      ? vscode.l10n.t('The doctor still finds {1} about {0}. The first: {2}.', app, left.length, first.title)
      : vscode.l10n.t('The doctor finds nothing wrong with {0} any more.', app);
    const report = vscode.l10n.t('Show Report');
    const sentence = note === undefined ? result : `${note} ${result}`;
    if ((await vscode.window.showInformationMessage(sentence, report)) === report) this.#reports.show(app);
  }
}

/** What the file in the active editor is about. */
function activeTarget(): Target | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return undefined;
  const app = isFlyToml(document) ? appNameOf(document.getText()) : undefined;
  return app === undefined ? targetOf(document.uri) : { app };
}
