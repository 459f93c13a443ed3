import { placesAt } from '../path.ts';
import type { Finding } from '../finding.ts';
import { pluginRefusals } from '../refusals/plugins.ts';
import type { Refusal } from '../refusals/refusal.ts';
import { refusals } from '../refusals/table.ts';
import { mostProblems } from '../schema-validator.ts';
import { knownVersion } from '../known-version.ts';
import { propertyNames } from '../schema-lookup.ts';
import { hasVariable } from '../variables.ts';
import { toFinding, type Remark, type RuleContext } from './rule.ts';

/** Finds what the gateway refuses though its schema allows it. */
export function refused(context: RuleContext): readonly Finding[] {
  const names = {
    channels: propertyNames(context.schema, ['channels']),
    plugins: propertyNames(context.schema, ['plugins', 'entries']),
  };
  const version = context.deployment?.version ?? knownVersion;
  const severity = version === knownVersion ? 'error' : 'warning';
  return [...refusals, ...pluginRefusals(names)].flatMap((refusal) =>
    remarksOf(refusal, context)
      .slice(0, mostProblems)
      .map((remark) => toFinding(context, severity, refusal.code, remark)),
  );
}

function remarksOf(refusal: Refusal, { config }: RuleContext): readonly Remark[] {
  if (refusal.needs?.some((path) => config.isOpen(path))) return [];
  const places = refusal.at.flatMap((pattern) => placesAt(config.value, pattern));
  return places
    .filter(({ path, value }) => refusal.ofKey ?? (!config.isUnknown(path) && !hasVariable(value)))
    .flatMap((place): readonly Remark[] => {
      const objections = refusal.check(place, config.value) ?? [];
      return typeof objections === 'string' ? [{ path: place.path, message: objections }] : objections;
    })
    .filter(({ path }) => refusal.code !== 'missing-key' || !config.isOpen(path));
}
