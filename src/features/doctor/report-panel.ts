import type * as vscode from 'vscode';
import { DisposableStore } from '../../core/disposable.ts';
import { explain } from '../../core/explain.ts';
import type { Examination } from '../../deployment/doctor/report-text.ts';
import { type FromDoctorView, parseFromDoctorView, type ToDoctorView } from '../../shared/doctor.ts';
import { takeStep } from '../common/actions.ts';
import { loadWebview } from '../common/load-webview.ts';
import type { Tab } from '../common/tabs.ts';
import type { DoctorActions, Known, ReportServices } from './report.ts';

export interface ReportPanelOptions {
  readonly services: ReportServices;
  readonly actions: DoctorActions;
  known(): Known;
}

/** The report about one app in one editor tab. */
export class ReportPanel implements Tab {
  readonly #panel: vscode.WebviewPanel;
  readonly #app: string;
  readonly #options: ReportPanelOptions;
  readonly #disposables = new DisposableStore();
  /** Whether the page is there: VS Code throws away that of a hidden tab. */
  #ready = false;

  constructor(panel: vscode.WebviewPanel, app: string, options: ReportPanelOptions) {
    this.#panel = panel;
    this.#app = app;
    this.#options = options;
    this.#disposables.add(
      panel.onDidChangeViewState(() => {
        this.#ready &&= panel.visible;
      }),
    );
    this.#disposables.add(
      panel.webview.onDidReceiveMessage((value: unknown) => {
        const message = parseFromDoctorView(value);
        if (message) this.#handle(message);
      }),
    );
    loadWebview(panel, options.services.extensionUri, 'doctor');
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Shows what is known now. */
  refresh(): void {
    if (this.#ready) void this.#post();
  }

  /** Nobody waits for the examination any more. */
  dispose(): void {
    this.#ready = false;
    this.#options.actions.cancel(this.#app);
    this.#disposables.dispose();
  }

  async #post(): Promise<void> {
    // It needs all rules, which are not to be read before the first report.
    const { presentReport } = await import('./report-present.ts');
    if (!this.#ready) return;
    const { known, services } = this.#options;
    const state = presentReport(this.#app, known(), services.redact, Date.now());
    const message: ToDoctorView = { type: 'state', state };
    await this.#panel.webview.postMessage(message);
  }

  #handle(message: FromDoctorView): void {
    const { actions } = this.#options;
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        return this.refresh();
      case 'run':
        return actions.run(this.#app);
      case 'cancel':
        return actions.cancel(this.#app);
      case 'copy':
      case 'export':
      case 'fix':
      case 'reveal':
        return this.#handleAbout(message);
      case 'step':
        return this.#step(message.step);
    }
  }

  #step(position: number): void {
    const { actions, known } = this.#options;
    const { progress } = known();
    if (progress?.kind !== 'failed') return;
    const step = explain(progress.failure).steps[position];
    if (step) void takeStep(step, progress.failure, () => Promise.resolve(actions.run(this.#app)));
  }

  #handleAbout(message: AboutReport): void {
    const { actions, known, services } = this.#options;
    const { examination } = known();
    if (!examination) return;
    switch (message.type) {
      case 'copy':
      case 'export':
        return void handOut(message.type, examination, services);
      case 'reveal':
      case 'fix':
        return actOn(examination, message, actions);
    }
  }
}

type AboutReport = Extract<FromDoctorView, { readonly type: 'copy' | 'export' | 'fix' | 'reveal' }>;

async function handOut(
  how: 'copy' | 'export',
  examination: Examination,
  services: ReportServices,
): Promise<void> {
  const { copyReport, exportBundle } = await import('./report-export.ts');
  await (how === 'copy' ? copyReport : exportBundle)(examination, services);
}

/** What was pressed in a report that is not the last one any more is not done: the finding may be gone. */
function actOn(
  examination: Examination,
  message: Extract<AboutReport, { readonly type: 'fix' | 'reveal' }>,
  actions: DoctorActions,
): void {
  const diagnosis = examination.diagnoses[message.finding];
  if (!diagnosis || examination.snapshot.takenAtMs !== message.takenAtMs) return;
  if (message.type === 'reveal') return actions.reveal(examination, diagnosis);
  const fix = diagnosis.fixes[message.fix];
  if (fix) actions.fix(examination, diagnosis, fix);
}
