import * as l10n from '@vscode/l10n';
import { tokenVariable } from '../../../../gateway/check/auth-variables.ts';
import { matchTrouble, troubles, wordsOf } from '../../../../gateway/troubles/table.ts';
import type { Trouble } from '../../../../gateway/troubles/trouble.ts';
import { isStarted } from '../../choose-machine.ts';
import type { Evidence, Fix, Severity } from '../../finding.ts';
import type { Rule } from '../../rule.ts';
import { dataOf, type Snapshot } from '../../snapshot.ts';
import { type Found, momentOf, rule } from './facts.ts';
import * as fixes from './fixes.ts';

/** How much of a line is shown, in characters. */
const longestLine = 300;

interface Line {
  readonly timeMs: number;
  readonly words: string;
  readonly source: string;
}

/** A rule for each line that is known and not good: what the logs last said, unless it is over. */
export const logRules: readonly Rule[] = troubles.flatMap((trouble) =>
  trouble.severity === 'good'
    ? []
    : [rule(`log-${trouble.id}`, (snapshot) => findingFor(trouble, trouble.severity, snapshot))],
);

/** Troubles that another rule calls an error, by what Fly says of the machine itself. */
const toldByMachine = new Set(['restart-limit']);

function findingFor(trouble: Trouble, severity: Trouble['severity'], snapshot: Snapshot): Found {
  const line = seenIn(snapshot).get(trouble.id);
  if (!line || severity === 'good') return [];
  const help = trouble.help?.() ?? '';
  return [
    {
      severity: toldByMachine.has(trouble.id) ? 'warning' : severityNow(severity, snapshot),
      title: trouble.title(),
      explanation: `${trouble.explanation()} ${help}`.trim(),
      evidence: [evidenceOf(line)],
      fixes: [...fixesFor(trouble, line, snapshot), fixes.showLogs()],
      link: fixes.links.guide,
    },
  ];
}

/** What a gateway that is ready has been through is no error any more. */
function severityNow(severity: Severity, { inspection }: Snapshot): Severity {
  const isReady = dataOf(inspection)?.health.state === 'ready';
  return severity === 'error' && isReady ? 'warning' : severity;
}

function evidenceOf({ timeMs, words, source }: Line): Evidence {
  const short = words.length > longestLine ? `${words.slice(0, longestLine)}…` : words;
  return { text: `${momentOf(timeMs)} ${short}`.trim(), source };
}

const known = new WeakMap<Snapshot, ReadonlyMap<string, Line>>();

/** The last line of each trouble that is not over. */
function seenIn(snapshot: Snapshot): ReadonlyMap<string, Line> {
  const seen = known.get(snapshot) ?? look(snapshot);
  known.set(snapshot, seen);
  return seen;
}

function look(snapshot: Snapshot): ReadonlyMap<string, Line> {
  const seen = new Map<string, Line>();
  for (const line of linesOf(snapshot).toSorted((one, other) => one.timeMs - other.timeMs)) {
    const trouble = matchTrouble(line.words);
    if (trouble) seen.set(trouble.id, line);
    for (const { id, endedBy } of troubles) if (trouble && endedBy?.includes(trouble.id)) seen.delete(id);
  }
  const consequences = troubles.flatMap(({ id, causes = [] }) => (seen.has(id) ? causes : []));
  for (const id of consequences) seen.delete(id);
  return seen;
}

/** The lines of both logs; one of Fly’s that announces another has it at its end. That a gateway has started counts as a line, since its own may have scrolled away. */
function linesOf(snapshot: Snapshot): readonly Line[] {
  const inspection = dataOf(snapshot.inspection);
  const own = (inspection?.log ?? []).map(({ timeMs, text }) => ({
    timeMs,
    words: wordsOf(text),
    source: l10n.t('log of the gateway'),
  }));
  const ofFly = (dataOf(snapshot.log) ?? []).flatMap(({ timestamp, message }) =>
    message.split(/\r?\n/).map((text) => ({
      timeMs: Date.parse(timestamp),
      words: wordsOf(text),
      source: l10n.t('log of Fly'),
    })),
  );
  const complete = ofFly.map((line, index) => ({
    ...line,
    words: line.words.endsWith(':') ? `${line.words} ${ofFly[index + 1]?.words ?? ''}`.trim() : line.words,
  }));
  const { uptimeMs } = inspection?.health ?? {};
  if (inspection?.health.state !== 'ready' || uptimeMs === undefined) return [...own, ...complete];
  const startedMs = inspection.locks.facts.nowMs - uptimeMs;
  return [...own, ...complete, { timeMs: startedMs, words: 'ready', source: '' }];
}

/** What helps beside looking at the log, by the trouble. */
const remedies: Readonly<Record<string, (snapshot: Snapshot, line: Line) => readonly Fix[]>> = {
  'gateway-lock': () => [fixes.clearLock()],
  'state-in-use': () => [fixes.clearLock()],
  'owner-lease': () => [fixes.clearLock()],
  'port-in-use': () => [fixes.restartMachine()],
  'restart-loop': () => [fixes.restartMachine()],
  'restart-limit': () => [fixes.rescue()],
  'database-maintenance': () => [fixes.rescue()],
  'config-invalid': fixes.configFixes,
  'config-missing': fixes.configFixes,
  'config-restored': () => [fixes.configHistory()],
  'mode-missing': fixes.configFixes,
  'reload-skipped': fixes.configFixes,
  'reload-failed': fixes.configFixes,
  'origins-missing': fixes.configFixes,
  'proxy-and-token': () => [fixes.openConfig()],
  'origin-refused': () => [fixes.openConfig()],
  'no-auth': () => [fixes.setSecret(tokenVariable)],
  'env-missing': (_snapshot, { words }) => {
    const [, name] = /Missing env var "([A-Z_][A-Z0-9_]*)"/.exec(words) ?? [];
    return name === undefined ? [] : [fixes.setSecret(name)];
  },
};

/** Of a machine that is stopped because of what its gateway says, a rescue is the only way in. */
function fixesFor(trouble: Trouble, line: Line, snapshot: Snapshot): readonly Fix[] {
  const found = remedies[trouble.id]?.(snapshot, line) ?? [];
  const { machine } = snapshot;
  const needsRescue =
    machine && !isStarted(machine) && trouble.severity === 'error' && trouble.speaker === 'gateway';
  const hasRescue = found.some((fix) => fix.kind === 'command' && fix.command === 'rescue');
  return needsRescue && !hasRescue ? [...found, fixes.rescue()] : found;
}
