import * as l10n from '@vscode/l10n';
import { formatPath, type ConfigPath } from '../path.ts';
import { childrenOf, isRecord } from '../path.ts';
import type { Finding } from '../finding.ts';
import type { Rule } from './rule.ts';

/** Says once that the editor knows less of the file than OpenClaw. */
export const json5Syntax: Rule = ({ document }) => {
  const range = document.json5Only;
  if (!range) return [];
  const message = l10n.t(
    'This is JSON5, which OpenClaw reads. The checks here read it too; the editor’s own completions may not.',
  );
  return [{ severity: 'info', code: 'json5-syntax', path: '', range, message }];
};

export const duplicateKey: Rule = ({ document }) =>
  document.replacedKeys.map(({ path, range }) => ({
    severity: 'warning',
    code: 'duplicate-key',
    path: formatPath(path),
    range,
    message: l10n.t(
      '“{0}” occurs again below in the same object. OpenClaw reads the last one only.',
      String(path.at(-1)),
    ),
  }));

/** `$include` is resolved before anything else; what it names is a text or a list of texts. */
export const includeValue: Rule = ({ document }) =>
  includesIn(document.value, []).flatMap(({ path, value }): readonly Finding[] => {
    const range = document.rangeOfValue(path);
    if (!isFileList(value)) {
      const message = l10n.t('Expected the name of a file, or a list of names.');
      return [{ severity: 'error', code: 'invalid-value', path: formatPath(path), range, message }];
    }
    const outside = [value].flat().find((name) => /^(\/|\.\.\/)|\/\.\.(\/|$)/.test(name));
    if (outside === undefined) return [];
    const message = l10n.t(
      'OpenClaw includes only files beside this one or below, unless OPENCLAW_INCLUDE_ROOTS says more.',
    );
    return [{ severity: 'warning', code: 'include-outside', path: formatPath(path), range, message }];
  });

function includesIn(value: unknown, path: ConfigPath): readonly { path: ConfigPath; value: unknown }[] {
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
