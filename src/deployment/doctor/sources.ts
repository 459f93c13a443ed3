import type { Redactor } from '../../core/redact.ts';
import type { Flyctl } from '../../fly/flyctl.ts';
import type { BinaryLocator } from '../../fly/locator.ts';
import type { Machine } from '../../fly/model.ts';
import type { DeploymentStore } from '../../fly/store.ts';
import type { Finding as ConfigFinding } from '../../gateway/check/finding.ts';
import type { RemoteShell } from '../../remote/shell.ts';

/** What a snapshot is gathered with. */
export interface Sources {
  readonly flyctl: Flyctl;
  readonly locator: Pick<BinaryLocator, 'locate'>;
  /** What is read comes into it, so that views show what the doctor saw. */
  readonly store: Pick<DeploymentStore, 'app' | 'read'>;
  /** The environment that flyctl runs in. */
  readonly env: NodeJS.ProcessEnv;
  readonly redactor: Redactor;
  shell(machine: Pick<Machine, 'app' | 'id'>): RemoteShell;
  /** What the editor's checks say about a configuration. `path` is absolute on the machine. */
  judgeConfig(machine: Machine, path: string, text: string): Promise<readonly ConfigFinding[]>;
}
