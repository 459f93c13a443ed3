import * as l10n from '@vscode/l10n';
import { deploySecrets } from '../../../../fly/verbs/secrets.ts';
import type { Inspection } from '../../../../gateway/inspect/inspection.ts';
import { isStarted } from '../../choose-machine.ts';
import type { Fix } from '../../finding.ts';
import { dataOf, type Snapshot } from '../../snapshot.ts';
import { readerOf } from './facts.ts';

export const links = {
  guide: 'https://docs.openclaw.ai/install/fly#troubleshooting',
  config: 'https://docs.openclaw.ai/gateway/configuration',
  locks: 'https://docs.openclaw.ai/gateway/gateway-lock',
  secrets: 'https://docs.openclaw.ai/gateway/secrets',
} as const;

export function openConfig(): Fix {
  return { kind: 'command', title: l10n.t('Open the configuration'), command: 'openConfig' };
}

export function configHistory(): Fix {
  return { kind: 'command', title: l10n.t('Go back to an earlier version'), command: 'configHistory' };
}

export function rescue(): Fix {
  return { kind: 'command', title: l10n.t('Rescue the machine'), command: 'rescue' };
}

export function restartMachine(): Fix {
  return { kind: 'command', title: l10n.t('Restart the machine'), command: 'restartMachine' };
}

export function showLogs(): Fix {
  return { kind: 'command', title: l10n.t('Show the log'), command: 'showLogs' };
}

export function clearLock(): Fix {
  return { kind: 'command', title: l10n.t('Clear the gateway lock'), command: 'clearGatewayLock' };
}

export function setSecret(name: string): Fix {
  return {
    kind: 'command',
    title: l10n.t('Set the secret {0}', name),
    command: 'setSecret',
    secret: name,
  };
}

export function deployStaged({ app }: Snapshot): Fix {
  return {
    kind: 'flyctl',
    title: l10n.t('Deploy the staged secrets'),
    verbs: [deploySecrets(app)],
    consequence: l10n.t('All machines of {0} get all staged secrets and restart.', app),
    awaitsGateway: true,
  };
}

/**
 * What helps against a configuration that keeps the gateway down. Nothing in a machine that is stopped can be reached, so
 * that it must be rescued first.
 */
export function configFixes(snapshot: Snapshot): readonly Fix[] {
  const { machine } = snapshot;
  if (machine && !isStarted(machine)) return [rescue(), configHistory()];
  const health = dataOf(snapshot.inspection)?.health;
  return [openConfig(), configHistory(), ...(health?.state === 'ready' ? [] : [rescue()])];
}

/** Gives files below the state directory to the gateway's user; nothing when none of them is below it. */
export function changeOwner(inspection: Inspection, paths: readonly string[]): readonly Fix[] {
  const { stateDir } = inspection;
  const below = stateDir ? paths.filter((path) => path.startsWith(`${stateDir.path}/`)) : [];
  if (!stateDir || below.length === 0) return [];
  const uid = readerOf(inspection);
  const owner = { uid, gid: stateDir.uid === uid ? stateDir.gid : uid };
  const title =
    below.length === 1
      ? l10n.t('Give the file to user {0}', uid)
      : l10n.t('Give {0} files to user {1}', below.length, uid);
  return [{ kind: 'changeOwner', title, owner, paths: below }];
}
