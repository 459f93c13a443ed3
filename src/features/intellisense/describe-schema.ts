import * as vscode from 'vscode';
import { explain } from '../../core/explain.ts';
import type { BundledSchema } from './bundled-schema.ts';
import type { SchemaInForce } from './schemas.ts';

/** What the language status says about a schema. */
export interface SchemaStatus {
  readonly text: string;
  readonly detail: string;
  readonly busy: boolean;
  readonly warning: boolean;
}

/** @param now Milliseconds since the epoch. */
export function describeSchema({ live, bundled }: SchemaInForce, now: number): SchemaStatus {
  const calm = { detail: provenance(bundled), busy: false, warning: false };
  switch (live?.state) {
    case undefined:
      return { ...calm, text: vscode.l10n.t('OpenClaw {0}, bundled', bundled.version) };
    case 'read': {
      const text = vscode.l10n.t(
        'OpenClaw {0}, from {1}, {2}',
        live.version,
        live.app,
        age(now - live.fetchedAt),
      );
      return { ...calm, text, detail: vscode.l10n.t('Printed by “openclaw config schema” on its machine.') };
    }
    case 'reading':
      return {
        ...calm,
        busy: true,
        text: vscode.l10n.t('bundled {0}, reading that of {1}…', bundled.version, live.app),
      };
    case 'unsupported':
      return { ...calm, warning: true, text: unsupported(bundled.version, live.version, live.app) };
    case 'failed':
      return {
        ...calm,
        warning: true,
        text: vscode.l10n.t('bundled {0}, that of {1} could not be read', bundled.version, live.app),
        detail: explain(live.failure).sentence,
      };
  }
}

function unsupported(bundled: string, version: string | undefined, app: string): string {
  return version === undefined
    ? vscode.l10n.t('bundled {0}, no OpenClaw found on {1}', bundled, app)
    : vscode.l10n.t('bundled {0}, machine runs {1}, which cannot print its own', bundled, version);
}

function provenance({ version, commit, date }: BundledSchema): string {
  const day = date.slice(0, 10);
  return vscode.l10n.t(
    'Bundled: “openclaw config schema” of OpenClaw {0} ({1}, {2})',
    version,
    commit.slice(0, 7),
    day,
  );
}

const units = [
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
] as const;

function age(ms: number): string {
  const [unit, length] = units.find(([, candidate]) => ms >= candidate) ?? [];
  if (!unit || !length) return vscode.l10n.t('just now');
  const format = new Intl.RelativeTimeFormat(vscode.env.language, { style: 'narrow' });
  return format.format(-Math.floor(ms / length), unit);
}
