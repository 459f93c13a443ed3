import * as l10n from '@vscode/l10n';
import { tokenVariable } from '../../gateway/check/auth-variables.ts';
import type { CommandName } from '../common/commands.ts';

/** What can be done about a trouble: one of the extension's commands, which asks before it changes anything. */
export interface Remedy {
  readonly command: CommandName;
  /** What the button says. */
  label(): string;
  /** The secret that is wanted. */
  readonly secret?: string;
}

const clearLock: Remedy = { command: 'clearGatewayLock', label: () => l10n.t('Clear Gateway Lock') };
const rescue: Remedy = { command: 'rescue', label: () => l10n.t('Rescue…') };
const doctor: Remedy = { command: 'runDoctor', label: () => l10n.t('Run Doctor') };
const config: Remedy = { command: 'openConfig', label: () => l10n.t('Open Configuration') };
const history: Remedy = { command: 'configHistory', label: () => l10n.t('Show History') };
const restart: Remedy = { command: 'restartMachine', label: () => l10n.t('Restart Machine') };
const secret: Remedy = { command: 'setSecret', label: () => l10n.t('Set Secret…') };

/** By the id of a trouble in `gateway/troubles`. What can only be done elsewhere has none. */
const remedies: Readonly<Record<string, Remedy>> = {
  'config-not-permitted': doctor,
  'origins-missing': config,
  'no-auth': { ...secret, secret: tokenVariable },
  'proxy-and-token': config,
  'mode-missing': config,
  'config-missing': doctor,
  'reload-skipped': config,
  'reload-failed': config,
  'env-missing': secret,
  'config-invalid': config,
  'config-restored': history,
  'heap-exhausted': doctor,
  'out-of-memory': doctor,
  killed: doctor,
  'disk-full': doctor,
  'not-permitted': doctor,
  'gateway-lock': clearLock,
  'state-in-use': clearLock,
  'port-in-use': restart,
  'database-maintenance': rescue,
  'origin-refused': config,
  'restart-loop': doctor,
  'channel-failed': config,
  'not-listening': doctor,
  unreachable: doctor,
  'health-check-failed': doctor,
  'restart-limit': rescue,
};

/** What can be done about the trouble with this id. */
export function remedyOf(trouble: string): Remedy | undefined {
  return remedies[trouble];
}

/** The argument of a remedy's command for one machine. */
export function remedyArgument(
  { secret: name }: Remedy,
  target: { readonly app: string; readonly machine?: string },
): object {
  return name === undefined ? target : { ...target, secret: name };
}
