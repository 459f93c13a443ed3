import * as l10n from '@vscode/l10n';
import type { Finding } from '../finding.ts';
import { childrenOf, formatPath, isRecord, type ConfigPath, type Place } from '../path.ts';
import { isAbsolute, isOfSystem, segmentsOf } from '../posix-path.ts';
import { hasVariable } from '../variables.ts';
import type { Deployment, Rule, RuleContext } from './rule.ts';

/** Names more folders that files may be included from. */
const rootsVariable = 'OPENCLAW_INCLUDE_ROOTS';

/** The longest path that OpenClaw includes (2026.9.6, `config/includes`). */
const longestName = 4095;

/** `$include` is resolved before anything else; what it names is a text or a list of texts. */
export const includeValue: Rule = (context) =>
  includesIn(context.document.value, []).flatMap((place): readonly Finding[] => {
    const { path, value } = place;
    const range = context.document.rangeOfValue(path);
    if (!isFileList(value)) {
      const message = l10n.t('Expected the name of a file, or a list of names.');
      return [{ severity: 'error', code: 'invalid-value', path: formatPath(path), range, message }];
    }
    return namesIn(place).flatMap((name) => judge(name, context));
  });

interface Name {
  readonly path: ConfigPath;
  readonly name: string;
}

function namesIn({ path, value }: Place): readonly Name[] {
  if (typeof value === 'string') return [{ path, name: value }];
  return childrenOf(value).flatMap(([index, name]) =>
    typeof name === 'string' ? [{ path: [...path, index], name }] : [],
  );
}

function judge({ path, name }: Name, { document, deployment }: RuleContext): readonly Finding[] {
  const found = { path: formatPath(path), range: document.rangeOfValue(path) };
  const message = refusalOf(name);
  if (message !== undefined) return [{ ...found, severity: 'error', code: 'invalid-value', message }];
  if (!isAbsolute(name) && segmentsOf(name)[0] !== '..') return [];
  const certain = !isAbsolute(name) || isOfSystem(name);
  return [
    {
      ...found,
      severity: certain && !hasRoots(deployment) ? 'error' : 'warning',
      code: 'include-outside',
      message: l10n.t(
        'OpenClaw includes only files beside this one or below, unless {0} says more.',
        rootsVariable,
      ),
    },
  ];
}

/** Why there can be no such file; undefined when there can. */
function refusalOf(name: string): string | undefined {
  const segments = segmentsOf(name);
  if (segments.length === 0) return l10n.t('Expected the name of a file.');
  if (name.includes('\0') || name.length > longestName) return l10n.t('This cannot be the name of a file.');
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name)) return l10n.t('OpenClaw includes files, not addresses.');
  if (hasVariable(name)) return l10n.t('OpenClaw replaces no variables in the names of included files.');
  if (/^~[\\/]/.test(name)) return l10n.t('OpenClaw does not read “~” as the home folder here.');
  const isItself = !isAbsolute(name) && segments.join('/') === 'openclaw.json';
  return isItself ? l10n.t('This file cannot include itself.') : undefined;
}

function hasRoots(deployment: Deployment | undefined): boolean {
  if (!deployment) return false;
  const { env, secrets } = deployment;
  return env.includes(rootsVariable) || secrets.some(({ name }) => name === rootsVariable);
}

function includesIn(value: unknown, path: ConfigPath): readonly Place[] {
  const own =
    isRecord(value) && Object.hasOwn(value, '$include')
      ? [{ path: [...path, '$include'], value: value['$include'] }]
      : [];
  const inside = childrenOf(value).filter(([key]) => key !== '$include');
  return [...own, ...inside.flatMap(([key, child]) => includesIn(child, [...path, key]))];
}

function isFileList(value: unknown): value is string | string[] {
  return (
    typeof value === 'string' || (Array.isArray(value) && value.every((name) => typeof name === 'string'))
  );
}
