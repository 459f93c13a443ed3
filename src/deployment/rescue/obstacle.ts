import * as l10n from '@vscode/l10n';
import type { Machine } from '../../fly/model.ts';

/** States in which a machine takes another configuration. */
const changeable: ReadonlySet<string> = new Set([
  ...['created', 'starting', 'started', 'stopping', 'stopped', 'suspended', 'failed'],
]);

/**
 * Why a machine cannot be rescued, in a sentence or two that say what helps; nothing when it can.
 *
 * `machine update --command` sets `init.cmd`. Where `init.exec` is set, it alone is run, and processes and containers have
 * commands of their own; then the gateway would go on dying, and nobody could reach the machine.
 */
export function obstacleTo(machine: Machine): string | undefined {
  const { state, hostStatus, init, otherCommands, mounts } = machine;
  if (!changeable.has(state)) {
    return l10n.t('The machine is {0}, so its command cannot be changed now.', state || '?');
  }
  if (hostStatus !== '' && hostStatus !== 'ok') {
    return l10n.t('The host of the machine is {0} for Fly.io. Wait until it is back.', hostStatus);
  }
  if (init.exec.length > 0) {
    return l10n.t(
      'The machine runs “init.exec”, which another command does not replace. Deploy it without, then try again.',
    );
  }
  if (otherCommands > 0) {
    return l10n.t(
      'The machine runs several processes or containers, each with a command of its own, which a rescue cannot replace.',
    );
  }
  if (mounts.length === 0) {
    return l10n.t(
      'The machine has no volume: what its gateway kept was lost when it stopped, so there is nothing to repair. Deploy it with a volume.',
    );
  }
  return undefined;
}
