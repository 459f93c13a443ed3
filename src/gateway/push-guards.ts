import * as l10n from '@vscode/l10n';
import { formatPath, isRecord, leavesOf, recordAt, stringAt, valueAt } from './check/path.ts';
import { valueOf } from './check/read.ts';
import { isPlaceholder } from './check/rules/secrets.ts';

/** Why a push may destroy something although the new configuration is valid. */
export interface Guard {
  readonly code: 'shrinks' | 'drops-mode' | 'drops-meta' | 'redacted';
  /** `ask`: the user may want exactly this. `block`: nobody can. */
  readonly severity: 'ask' | 'block';
  /** One or two sentences: what is about to be lost. */
  readonly message: string;
}

/**
 * What is to be asked, or refused, before a configuration replaces another. The first three are what makes OpenClaw itself
 * distrust a file that somebody else wrote (`resolveConfigObserveSuspiciousReasons`), which some versions answer by putting
 * a backup in its place.
 * @param oldText What is on the machine; `null` for no file.
 */
export function guardsOf(oldText: string | null, newText: string): readonly Guard[] {
  const guards = [redacted(oldText, newText)];
  if (oldText !== null)
    guards.push(shrinks(oldText, newText), dropsMode(oldText, newText), dropsMeta(oldText, newText));
  return guards.filter((guard) => guard !== undefined);
}

function shrinks(oldText: string, newText: string): Guard | undefined {
  const [before, after] = [Buffer.byteLength(oldText), Buffer.byteLength(newText)];
  if (after * 2 >= before) return undefined;
  const message = l10n.t(
    'The new configuration has {0} bytes, the one on the machine {1}: more than half of it would be gone.',
    after,
    before,
  );
  return { code: 'shrinks', severity: 'ask', message };
}

function dropsMode(oldText: string, newText: string): Guard | undefined {
  const [before, after] = [valueOf(oldText), valueOf(newText)];
  const mode = stringAt(before, 'gateway', 'mode');
  if (mode === undefined || after === undefined || hasInclude(after)) return undefined;
  if (stringAt(after, 'gateway', 'mode') !== undefined) return undefined;
  const message = l10n.t(
    'gateway.mode, now “{0}”, is missing in the new configuration. Without it the gateway may not start.',
    mode,
  );
  return { code: 'drops-mode', severity: 'ask', message };
}

function dropsMeta(oldText: string, newText: string): Guard | undefined {
  const [before, after] = [valueOf(oldText), valueOf(newText)];
  if (!isRecord(valueAt(before, ['meta'])) || after === undefined || hasInclude(after)) return undefined;
  if (isRecord(valueAt(after, ['meta']))) return undefined;
  const message = l10n.t(
    '“meta”, in which the gateway keeps its own notes, is missing in the new configuration. Some versions then put an older one back.',
  );
  return { code: 'drops-meta', severity: 'ask', message };
}

/** What is masked on the machine already is lost already: pushing it again is nothing to refuse. */
function redacted(oldText: string | null, newText: string): Guard | undefined {
  const known = new Set(oldText === null ? [] : placeholderPaths(oldText));
  const paths = placeholderPaths(newText).filter((path) => !known.has(path));
  if (paths.length === 0) return undefined;
  const message = l10n.t(
    'The new configuration has a placeholder where a secret belongs: {0}. Pushed, it would replace the real one.',
    paths.join(', '),
  );
  return { code: 'redacted', severity: 'block', message };
}

function placeholderPaths(text: string): readonly string[] {
  const places = [...leavesOf(valueOf(text))];
  return places.filter(({ value }) => isPlaceholder(value)).map(({ path }) => formatPath(path));
}

/** Whether what seems to be missing can come from another file. */
function hasInclude(value: unknown): boolean {
  return [recordAt(value), recordAt(value, 'gateway')].some((record) => Object.hasOwn(record, '$include'));
}
