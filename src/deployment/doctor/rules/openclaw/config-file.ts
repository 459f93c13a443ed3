import * as l10n from '@vscode/l10n';
import type { FileFacts, Inspection } from '../../../../gateway/inspect/inspection.ts';
import type { Evidence } from '../../finding.ts';
import { allowsUnconfigured, commandOf, insideRule, readerOf } from './facts.ts';
import { changeOwner, configFixes, links } from './fixes.ts';

/** No configuration, neither where the gateway looks nor where else one could think that it does. */
export const configMissing = insideRule('config-missing', (inspection, snapshot) => {
  const { config, otherConfigs, location } = inspection;
  if (config || otherConfigs.length > 0) return [];
  const starts = allowsUnconfigured(commandOf(inspection, snapshot));
  return [
    {
      severity: starts ? 'warning' : 'error',
      title: l10n.t('The gateway has no configuration'),
      explanation: starts
        ? l10n.t('It runs with defaults because of --allow-unconfigured: no channels and no models are set.')
        : l10n.t('Without one and without --allow-unconfigured, the gateway does not start.'),
      evidence: [absence(location.configPath)],
      fixes: configFixes(snapshot),
      link: links.config,
    },
  ];
});

/** A configuration where OpenClaw does not look. */
export const configMisplaced = insideRule('config-misplaced', (inspection, snapshot) => {
  const { config, otherConfigs, location } = inspection;
  if (otherConfigs.length === 0) return [];
  const others = otherConfigs.map(describe);
  if (config) {
    return [
      {
        severity: 'info',
        title: l10n.t('There are configurations that the gateway does not read'),
        explanation: l10n.t(
          'It reads only “{0}”. Changes of the others have no effect.',
          location.configPath,
        ),
        evidence: others,
        fixes: [],
        link: links.config,
      },
    ];
  }
  return [
    {
      severity: 'error',
      title: l10n.t('The configuration is not where the gateway looks'),
      explanation: l10n.t(
        'The gateway reads “{0}”, which does not exist. Push the content of the other file there, or correct OPENCLAW_STATE_DIR.',
        location.configPath,
      ),
      evidence: [absence(location.configPath), ...others],
      fixes: configFixes(snapshot),
      link: links.config,
    },
  ];
});

/** A configuration that the gateway's user may not read, most often written by root over SSH. */
export const configUnreadable = insideRule('config-unreadable', (inspection, snapshot) => {
  const { config } = inspection;
  if (!config || canRead(inspection, config)) return [];
  const fixes = changeOwner(inspection, [config.path]);
  return [
    {
      severity: 'error',
      title: l10n.t('The gateway may not read its configuration'),
      explanation: l10n.t(
        'The gateway runs as user {0}, and the file is not for that user. It goes on with what it read before, and does not start again.',
        readerOf(inspection),
      ),
      evidence: [describe(config)],
      fixes: fixes.length > 0 ? fixes : configFixes(snapshot),
      link: links.guide,
    },
  ];
});

/** By the permission bits: the owner’s count for the owner alone. */
export function canRead(inspection: Inspection, { uid, gid, mode }: FileFacts): boolean {
  const reader = readerOf(inspection);
  if (reader === 0) return true;
  if (uid === reader) return (mode & 0o400) !== 0;
  const { stateDir } = inspection;
  const isOfGroup = stateDir?.uid === reader && stateDir.gid === gid;
  return (mode & (isOfGroup ? 0o040 : 0o004)) !== 0;
}

/** A file as evidence shows it: `/data/openclaw.json 0:0 0600`. */
export function describe({ path, uid, gid, mode }: FileFacts): Evidence {
  return {
    text: `${path} ${uid}:${gid} 0${mode.toString(8).padStart(3, '0')}`,
    source: l10n.t('files of the machine'),
  };
}

function absence(path: string): Evidence {
  return { text: l10n.t('“{0}” does not exist', path), source: l10n.t('files of the machine') };
}
