import * as vscode from 'vscode';
import type { Failure } from '../../core/errors.ts';
import type { Diagnosis } from '../../deployment/doctor/examine.ts';
import type { Fix } from '../../deployment/doctor/finding.ts';
import type { Examination } from '../../deployment/doctor/report-text.ts';
import { parseReportApp } from '../../shared/doctor.ts';
import type { Services } from '../common/services.ts';
import { Tabs } from '../common/tabs.ts';
import { ReportPanel } from './report-panel.ts';

/** How far the doctor is with an app. */
export type Progress =
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly examination: Examination }
  /** A failure of the kind `cancelled` is told quietly. */
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What a report asks of the doctor. */
export interface DoctorActions {
  /** Examines the app, and tells how far it is by `update`; does nothing when it is at it already. */
  run(app: string): void;
  /** Ends the examination; does nothing when there is none. */
  cancel(app: string): void;
  fix(examination: Examination, diagnosis: Diagnosis, fix: Fix): void;
  /** Shows the line that a diagnosis with a `place` is about. */
  reveal(examination: Examination, diagnosis: Diagnosis): void;
}

/** What is known of an app. The last examination stays while a new one is made, and when that fails. */
export interface Known {
  readonly progress?: Progress;
  readonly examination?: Examination;
}

export type ReportServices = Pick<Services, 'extensionUri' | 'redact'>;

/** The reports of the doctor: a tab for each app, which comes back when the window is reloaded. */
export class DoctorReports implements vscode.Disposable {
  readonly #known = new Map<string, Known>();
  readonly #tabs: Tabs<string, ReportPanel>;

  constructor(services: ReportServices, actions: DoctorActions) {
    this.#tabs = new Tabs({
      viewType: 'openclawDeployments.doctor',
      parse: parseReportApp,
      keyOf: (app) => app,
      titleOf: (app) => vscode.l10n.t('Doctor: {0}', app),
      open: (panel, app) => {
        if (!this.#known.has(app)) actions.run(app);
        return new ReportPanel(panel, app, { services, actions, known: () => this.#known.get(app) ?? {} });
      },
    });
  }

  /** Brings the tab of the app to the front. An app of which nothing is known yet is examined. */
  show(app: string): void {
    this.#tabs.show(app);
  }

  /** Tells how far the doctor is, whether there is a tab or not. */
  update(app: string, progress: Progress): void {
    const examination = progress.kind === 'done' ? progress.examination : this.#known.get(app)?.examination;
    this.#known.set(app, { progress, ...(examination && { examination }) });
    this.#tabs.get(app)?.refresh();
  }

  dispose(): void {
    this.#tabs.dispose();
  }
}
