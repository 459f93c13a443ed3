import * as l10n from '@vscode/l10n';
import { parseDocument } from '../../gateway/check/document.ts';
import { type EffectiveConfig, effectiveConfig } from '../../gateway/check/effective.ts';
import { arrayAt, recordAt } from '../../gateway/check/path.ts';
import { hasVariable } from '../../gateway/check/variables.ts';
import { withValue } from '../config-edits.ts';
import type { ConfigStep } from './plan.ts';
import type { Standing } from './standing.ts';

const originsPath = ['gateway', 'controlUi', 'allowedOrigins'];

/** The gateway's configuration as it reads it; nothing when there is none that it can read. */
export function configOf({ config }: Standing): EffectiveConfig | undefined {
  const parsed = config && parseDocument(config.text);
  if (!parsed || 'finding' in parsed) return undefined;
  return effectiveConfig(parsed.document.value, { keyedAgents: true });
}

/** The origins that the gateway's Control UI refuses; none where it takes any, or cannot be asked. */
export function refusedOrigins(
  config: EffectiveConfig | undefined,
  wanted: readonly string[],
): readonly string[] {
  const controlUi = recordAt(config?.value, 'gateway', 'controlUi');
  const origins = arrayAt(controlUi, 'allowedOrigins');
  const takesAny =
    !config ||
    config.isOpen(originsPath) ||
    origins.includes('*') ||
    origins.some(hasVariable) ||
    controlUi['enabled'] === false ||
    controlUi['dangerouslyAllowHostHeaderOriginFallback'] === true;
  return takesAny ? [] : wanted.filter((origin) => !origins.includes(origin));
}

/** Adds the origins that the gateway does not know yet; nothing when it knows them, or cannot be edited without loss. */
export function originsStep(
  { machine, config: source }: Standing,
  config: EffectiveConfig | undefined,
  wanted: readonly string[],
): ConfigStep | undefined {
  const missing = refusedOrigins(config, wanted);
  if (!source || !machine || missing.length === 0) return undefined;
  const present = arrayAt(recordAt(config?.value, 'gateway', 'controlUi'), 'allowedOrigins');
  const after = withValue(source.text, originsPath, [...present, ...missing]);
  if (after === undefined) return undefined;
  return {
    kind: 'config',
    id: 'origins',
    title: l10n.t('Let browsers in at {0}', missing.join(', ')),
    effect: l10n.t('openclaw.json is pushed with them in allowedOrigins. The gateway does not restart.'),
    picked: true,
    machine: machine.id,
    path: source.path,
    before: source.text,
    after,
  };
}
