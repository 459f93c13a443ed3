import * as l10n from '@vscode/l10n';
import { explain } from '../../core/explain.ts';
import { failureOf, type Reading, type Snapshot } from './snapshot.ts';

/** Something that the snapshot should have but that could not be read. */
export interface Gap {
  /** What it is, in a few words. */
  readonly what: string;
  /** A sentence. */
  readonly why: string;
}

/** What could not be looked at, and why: rules about it have found nothing because they saw nothing. */
export function gapsOf(snapshot: Snapshot): readonly Gap[] {
  const { flyctl, machine, inspection } = snapshot;
  const readings: readonly (readonly [string, Reading<unknown> | undefined])[] = [
    [l10n.t('flyctl'), flyctl.binary],
    [l10n.t('Account'), flyctl.account],
    [l10n.t('Machines'), snapshot.machines],
    [l10n.t('Addresses'), snapshot.addresses],
    [l10n.t('Certificates'), snapshot.certificates],
    [l10n.t('Volumes'), snapshot.volumes],
    [l10n.t('Secrets'), snapshot.secrets],
    [l10n.t('Log'), snapshot.log],
    [l10n.t('Inside of the machine'), inspection],
    [l10n.t('Check of the configuration'), snapshot.complaint],
  ];
  const gaps = readings.flatMap(([what, reading]) => {
    const failure = failureOf(reading);
    return failure ? [{ what, why: explain(failure).sentence }] : [];
  });
  if (machine && !inspection) {
    const why = l10n.t('The machine is not started ({0}), so nothing in it was looked at.', machine.state);
    return [...gaps, { what: l10n.t('Inside of the machine'), why }];
  }
  return gaps;
}
