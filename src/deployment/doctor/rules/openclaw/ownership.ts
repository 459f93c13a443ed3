import * as l10n from '@vscode/l10n';
import { sshConsole } from '../../../../fly/verbs/remote.ts';
import type { Fix } from '../../finding.ts';
import type { Snapshot } from '../../snapshot.ts';
import { canRead, describe } from './config-file.ts';
import { insideRule, readerOf } from './facts.ts';
import { changeOwner, links } from './fixes.ts';

/** How many files are named as evidence. */
const mostNamed = 5;

/** Files below the state directory that are not the gateway's: left behind by commands that root ran over SSH. */
export const foreignFiles = insideRule('files-foreign-owner', (inspection) => {
  const { foreign, stateDir, config } = inspection;
  const reader = readerOf(inspection);
  if (reader === 0 || stateDir?.uid !== reader) return [];
  const isTold = config && !canRead(inspection, config);
  const files = foreign.files.filter(({ path, uid }) => uid !== reader && !(isTold && path === config.path));
  if (files.length === 0) return [];
  const count = Math.max(files.length, foreign.count - (foreign.files.length - files.length));
  return [
    {
      severity: 'warning',
      title:
        count === 1
          ? l10n.t('A file in the state directory is not the gateway’s')
          : l10n.t('{0} files in the state directory are not the gateway’s', count),
      explanation: l10n.t(
        'The gateway runs as user {0} and may not be able to read or change them. Commands that root runs over SSH leave such files.',
        reader,
      ),
      evidence: files.slice(0, mostNamed).map(describe),
      fixes: changeOwner(
        inspection,
        files.map(({ path }) => path),
      ),
      link: links.guide,
    },
  ];
});

/** A state directory in which the gateway may not write. */
export const foreignStateDir = insideRule('state-dir-unwritable', (inspection, snapshot) => {
  const { stateDir } = inspection;
  const reader = readerOf(inspection);
  if (!stateDir || reader === 0 || stateDir.uid === reader) return [];
  // The group of the image's user has the number of the user.
  if ((stateDir.mode & (stateDir.gid === reader ? 0o020 : 0o002)) !== 0) return [];
  return [
    {
      severity: 'error',
      title: l10n.t('The gateway may not write in its state directory'),
      explanation: l10n.t(
        'The gateway runs as user {0}, and “{1}” belongs to user {2}, so that it cannot keep its state and does not start.',
        reader,
        stateDir.path,
        stateDir.uid,
      ),
      evidence: [describe(stateDir)],
      fixes: giveFolder(snapshot, stateDir.path, reader),
      link: links.guide,
    },
  ];
});

/** The folder itself, which is not below the state directory. flyctl splits the command, so the path must be plain. */
function giveFolder({ app, machine }: Snapshot, path: string, uid: number): readonly Fix[] {
  if (!machine || !/^\/[\w./-]+$/.test(path)) return [];
  const commandLine = `chown ${uid}:${uid} ${path}`;
  return [
    {
      kind: 'flyctl',
      title: l10n.t('Give “{0}” to user {1}', path, uid),
      verbs: [sshConsole(app, machine.id, { commandLine, deadlineMs: 30_000 })],
      consequence: l10n.t('Only the folder itself changes. Look again afterwards for files in it.'),
      awaitsGateway: false,
    },
  ];
}
