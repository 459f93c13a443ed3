import * as l10n from '@vscode/l10n';
import type { Finding } from '../finding.ts';
import { groupBy } from '../group.ts';
import { legacyPlaces, type LegacyPlace } from '../legacy.ts';
import { formatPath } from '../path.ts';
import { propertyNames } from '../schema-lookup.ts';
import type { RuleContext } from './rule.ts';

/**
 * Says of settings of earlier versions what took their place, instead of what the schema has against them. A setting that the
 * schema knows is not old for the gateway that will read the file.
 *
 * @param others What the schema and the other rules found.
 * @returns All findings.
 */
export function withLegacy(context: RuleContext, others: readonly Finding[]): readonly Finding[] {
  const { document, schema } = context;
  const isModern = propertyNames(schema, ['agents']).includes('entries');
  const replaced = new Set<Finding>();
  const byPath = groupBy(others, ({ path }) => path);
  const added = legacyPlaces(document.value).flatMap((place) => {
    const path = formatPath(place.path);
    const around = [path, ...ownersOf(path)].flatMap((owner) => byPath.get(owner) ?? []);
    const refusals = around.filter((finding) => refuses(finding, path));
    for (const refusal of refusals) replaced.add(refusal);
    const isOld = refusals.length > 0 || (place.tolerated && isModern);
    return isOld ? [legacyFinding(place, refusals[0], context)] : [];
  });
  return [...others.filter((finding) => !replaced.has(finding)), ...added];
}

/** The path without its last segments: one of them, two, and so on. */
function ownersOf(path: string): readonly string[] {
  const dots = [...path.matchAll(/\./g)].map(({ index }) => index);
  return dots.map((dot) => path.slice(0, dot)).reverse();
}

/** Whether the finding is that the path, or an object around it, is not known, or that its value is not. */
function refuses({ severity, code, path: refused }: Finding, path: string): boolean {
  if (refused === path) return severity === 'error' || code === 'unknown-key';
  return code === 'unknown-key' && path.startsWith(`${refused}.`);
}

function legacyFinding(place: LegacyPlace, refusal: Finding | undefined, { document }: RuleContext): Finding {
  const changesValue = place.to !== undefined && formatPath(place.to) === formatPath(place.path);
  return {
    severity: refusal?.severity ?? 'info',
    code: 'legacy-key',
    path: formatPath(place.path),
    range: changesValue ? document.rangeOfValue(place.path) : document.rangeOfKey(place.path),
    message: `${whatNow(place, changesValue)} ${refusal ? l10n.t('Migrate it before the gateway reads it.') : l10n.t('The gateway still understands it.')}`,
  };
}

function whatNow({ path, to, newValue }: LegacyPlace, changesValue: boolean): string {
  if (!to) return l10n.t('“{0}” was dropped from OpenClaw.', formatPath(path));
  if (changesValue) return l10n.t('This is an old value; it is now {0}.', JSON.stringify(newValue));
  return l10n.t('“{0}” is now “{1}”.', formatPath(path), formatPath(to));
}
