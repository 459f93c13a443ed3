import * as l10n from '@vscode/l10n';
import { lostName } from '../effective.ts';
import type { Finding } from '../finding.ts';
import { childrenOf, formatPath, isRecord, type ConfigPath } from '../path.ts';
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

/** The owners of keys that OpenClaw refuses instead of ignoring them. */
const mcpServers = new Set(['mcp.servers', 'nodeHost.mcp.servers']);

/** JavaScript takes `__proto__` for something else than a key, so that OpenClaw loses it while it reads. */
export const lostKey: Rule = ({ document }) =>
  lostKeysIn(document.value, []).map((path): Finding => {
    const range = document.rangeOfKey(path);
    return mcpServers.has(formatPath(path.slice(0, -1)))
      ? {
          severity: 'error',
          code: 'invalid-key',
          path: formatPath(path),
          range,
          message: l10n.t('“{0}” cannot be the name of a server.', lostName),
        }
      : {
          severity: 'warning',
          code: 'unknown-key',
          path: formatPath(path),
          range,
          message: l10n.t('OpenClaw ignores the key “{0}” and everything in it.', lostName),
        };
  });

function lostKeysIn(value: unknown, path: ConfigPath): readonly ConfigPath[] {
  const own = isRecord(value) && Object.hasOwn(value, lostName) ? [[...path, lostName]] : [];
  const inside = childrenOf(value).filter(([key]) => key !== lostName);
  return [...own, ...inside.flatMap(([key, child]) => lostKeysIn(child, [...path, key]))];
}
