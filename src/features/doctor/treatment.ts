import type { Diagnosis } from '../../deployment/doctor/examine.ts';
import type { Fix } from '../../deployment/doctor/finding.ts';
import type { Examination } from '../../deployment/doctor/report-text.ts';
import type { Target } from '../common/nodes.ts';

/** A fix that the user chose, and what it is for. The argument of the command that applies it. */
export class Treatment<F extends Fix = Fix> {
  readonly examination: Examination;
  readonly diagnosis: Diagnosis;
  readonly fix: F;

  constructor(examination: Examination, diagnosis: Diagnosis, fix: F) {
    this.examination = examination;
    this.diagnosis = diagnosis;
    this.fix = fix;
  }

  get app(): string {
    return this.examination.snapshot.app;
  }

  /** What a command of the extension works on. */
  get target(): Target {
    const { app, machine } = this.examination.snapshot;
    return machine ? { app, machine: machine.id } : { app };
  }
}
