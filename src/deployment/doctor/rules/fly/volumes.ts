import * as l10n from '@vscode/l10n';
import type { Rule } from '../../rule.ts';
import { dataOf } from '../../snapshot.ts';
import { machineEvidence, placeIn, tomlEvidence, tomlFix } from './shown.ts';
import { inspectionOf, liveMachine, planOf } from './subject.ts';

const volumesGuide = 'https://fly.io/docs/volumes/volume-manage/';

/** A mount whose volume does not exist. */
export const volumeMissing: Rule = {
  code: 'volume-missing',
  layer: 'fly',
  examine(snapshot) {
    const volumes = dataOf(snapshot.volumes);
    if (!volumes) return [];
    const machine = liveMachine(snapshot);
    const gone = machine?.mounts.filter(
      ({ volume }) => volume !== '' && !volumes.some(({ id }) => id === volume),
    );
    const live = gone?.map(({ volume, path }) => ({
      severity: 'error' as const,
      title: l10n.t('The volume of the machine does not exist'),
      explanation: l10n.t(
        'The machine cannot start without it. Create a volume, or restore one from a snapshot, and deploy.',
      ),
      evidence: [machine ? machineEvidence(machine, l10n.t('{0} at {1}', volume, path)) : undefined].filter(
        (each) => each !== undefined,
      ),
      fixes: [],
      link: volumesGuide,
    }));
    const plan = planOf(snapshot);
    const [known] = volumes;
    const unknown = plan?.mounts.filter(
      ({ source }) => source.value !== undefined && !volumes.some(({ name }) => name === source.value),
    );
    const planned =
      known &&
      plan &&
      unknown?.map(({ source }) => ({
        severity: 'warning' as const,
        title: l10n.t('fly.toml mounts a volume that the app does not have'),
        explanation: l10n.t(
          'The next deploy makes a new and empty one, or is refused. The app has {0}.',
          known.name,
        ),
        evidence: [tomlEvidence(plan.file, source.path)],
        place: placeIn(plan.file, source.path),
        fixes: tomlFix(l10n.t('Mount {0}', known.name), plan.file, source.path, known.name),
        link: volumesGuide,
      }));
    return [...(live ?? []), ...(planned ?? [])];
  },
};

/** Volumes stay in their region, and a machine can only mount one of its own. */
export const volumeRegion: Rule = {
  code: 'volume-region',
  layer: 'fly',
  examine(snapshot) {
    const plan = planOf(snapshot);
    const volumes = dataOf(snapshot.volumes) ?? [];
    const region = plan?.primaryRegion.value;
    const source = plan?.mounts[0]?.source.value;
    const own = volumes.filter(({ name }) => name === source);
    const [volume] = own;
    if (!plan || region === undefined || !volume || own.some((each) => each.region === region)) return [];
    return [
      {
        severity: 'warning',
        title: l10n.t('The volume is in {0}, and fly.toml deploys to {1}', volume.region, region),
        explanation: l10n.t(
          'A machine mounts only volumes of its region: a deploy makes an empty one there, or is refused.',
        ),
        evidence: [
          tomlEvidence(plan.file, plan.primaryRegion.path),
          {
            text: l10n.t('{0} ({1}) in {2}', volume.name, volume.id, volume.region),
            source: l10n.t('volumes of the app'),
          },
        ],
        place: placeIn(plan.file, plan.primaryRegion.path),
        fixes: tomlFix(
          l10n.t('Deploy to {0}', volume.region),
          plan.file,
          plan.primaryRegion.path,
          volume.region,
        ),
        link: volumesGuide,
      },
    ];
  },
};

const megabyte = 1024 * 1024;

/** A volume on which the gateway soon cannot write. */
export const volumeFull: Rule = {
  code: 'volume-full',
  layer: 'fly',
  examine(snapshot) {
    const { machine } = snapshot;
    const stateDir = inspectionOf(snapshot)?.stateDir;
    if (!machine || !stateDir || stateDir.totalBytes === 0 || stateDir.mountPoint === '/') return [];
    const { freeBytes, totalBytes, mountPoint } = stateDir;
    const isFull = freeBytes < 20 * megabyte;
    if (!isFull && freeBytes >= Math.min(totalBytes * 0.1, 200 * megabyte)) return [];
    const free = Math.floor(freeBytes / megabyte);
    return [
      {
        severity: isFull ? 'error' : 'warning',
        title: l10n.t('The volume is {0}% full', Math.floor(100 * (1 - freeBytes / totalBytes))),
        explanation: l10n.t(
          'Without room the gateway loses what it wants to keep, and its database can break. Extend the volume.',
        ),
        evidence: [
          machineEvidence(
            machine,
            l10n.t('{0} MB of {1} MB are free at {2}', free, Math.floor(totalBytes / megabyte), mountPoint),
          ),
        ],
        fixes: [],
        link: volumesGuide,
      },
    ];
  },
};
