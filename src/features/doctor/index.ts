import * as vscode from 'vscode';
import { DisposableStore } from '../../core/disposable.ts';
import type { ConfigJudge } from '../common/config-judge.ts';
import { onCommand } from '../common/on-command.ts';
import type { Services } from '../common/services.ts';
import type { Doctor } from './doctor.ts';
import { isFlyToml } from './fly-toml.ts';
import { DoctorReports } from './report.ts';

/** Run Doctor, and what is wrong with a fly.toml as soon as it is opened. What does it is loaded when it is first needed. */
export function registerDoctor(services: Services, judge: ConfigJudge): vscode.Disposable {
  const parts = new DisposableStore();
  let loading: Promise<Doctor> | undefined;
  const load = async (): Promise<Doctor> => {
    const { Doctor } = await import('./doctor.ts');
    return parts.add(new Doctor(services, judge, reports));
  };
  const withDoctor = (act: (doctor: Doctor) => unknown): void => {
    loading ??= load();
    loading.then(act).catch((error: unknown) => services.log.error(String(error)));
  };
  const reports = parts.add(
    new DoctorReports(services, {
      run: (app) => withDoctor((doctor) => doctor.examine(app)),
      cancel: (app) => loading && withDoctor((doctor) => doctor.cancel(app)),
      fix: (examination, diagnosis, fix) => withDoctor((doctor) => doctor.treat(examination, diagnosis, fix)),
      reveal: (examination, diagnosis) => withDoctor((doctor) => doctor.reveal(examination, diagnosis)),
    }),
  );
  const watch = (document: vscode.TextDocument): void => {
    if (isFlyToml(document)) withDoctor(() => undefined);
  };
  vscode.workspace.textDocuments.forEach(watch);
  for (const part of [
    vscode.workspace.onDidOpenTextDocument(watch),
    onCommand('runDoctor', async (argument) => (await (loading ??= load())).run(argument)),
    onCommand('applyDoctorFix', async (argument) => (await (loading ??= load())).take(argument)),
  ]) {
    parts.add(part);
  }
  return parts;
}
