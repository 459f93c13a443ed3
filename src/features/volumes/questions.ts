import * as vscode from 'vscode';
import type { Volume } from '../../fly/model.ts';
import { volumeCost } from '../../fly/prices.ts';
import type { VolumePlace } from '../../fly/verbs/volumes.ts';
import { askRegion } from '../common/regions.ts';
import type { Services } from '../common/services.ts';
import { dollars } from '../common/words.ts';

/** What Fly takes as the name of a volume. */
const volumeName = /^[a-z0-9_]{1,30}$/;

/**
 * Asks for a size.
 * @param smallest In GB; less is refused with the words of `refusal`.
 * @returns GB, or nothing when the user left.
 */
export async function askSize(title: string, smallest: number, refusal: string): Promise<number | undefined> {
  const written = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Size in GB'),
    value: String(smallest),
    ignoreFocusOut: true,
    validateInput: (text) => {
      if (!/^\d{1,6}$/.test(text.trim())) return vscode.l10n.t('A whole number of GB, for example 3.');
      const sizeGb = Number(text);
      if (sizeGb < smallest) return refusal;
      return { message: costText(sizeGb), severity: vscode.InputBoxValidationSeverity.Info };
    },
  });
  return written === undefined ? undefined : Number(written);
}

/** Asks for name and region of a new volume, those of the old one being offered first. */
export async function askPlace(
  services: Pick<Services, 'flyctl'>,
  title: string,
  { name: old, region }: Volume,
): Promise<VolumePlace | undefined> {
  const name = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Name of the new volume. A deploy finds it by the name that fly.toml mounts.'),
    value: old,
    ignoreFocusOut: true,
    validateInput: (text) =>
      volumeName.test(text)
        ? undefined
        : vscode.l10n.t('Up to 30 lower-case letters, digits and underscores.'),
  });
  if (name === undefined) return undefined;
  const chosen = await askRegion(services, {
    title,
    placeHolder: vscode.l10n.t('A machine can use only volumes of its own region.'),
    near: [region],
    what: old,
  });
  return chosen === undefined ? undefined : { name, region: chosen };
}

/** What a volume of this size costs. */
export function costText(sizeGb: number): string {
  return vscode.l10n.t(
    '{0} GB cost about {1} a month, used or not.',
    sizeGb,
    dollars(volumeCost({ sizeGb })),
  );
}
