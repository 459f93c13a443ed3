import type { LogEntry, Machine } from '../../fly/model.ts';
import { recentLog } from '../../fly/verbs/logs.ts';
import type { Finding as ConfigFinding } from '../../gateway/check/finding.ts';
import { inspect } from '../../gateway/inspect/inspect.ts';
import type { Inspection } from '../../gateway/inspect/inspection.ts';
import { judge } from '../../gateway/inspect/judge.ts';
import { attempt } from './attempt.ts';
import { isStarted } from './choose-machine.ts';
import { dataOf, type Reading, type Snapshot } from './snapshot.ts';
import type { Sources } from './sources.ts';

/** What is found out about one machine. */
export type Look = Pick<Snapshot, 'log' | 'inspection' | 'complaint' | 'configFindings'>;

interface Options {
  readonly signal: AbortSignal;
}

/**
 * Reads a machine's log and, when it is started, looks into it: two remote calls at the same time, one for what is there, one
 * for what its own OpenClaw says of the configuration.
 * @throws Failure `cancelled`
 */
export async function lookInto(sources: Sources, machine: Machine, options: Options): Promise<Look> {
  if (!isStarted(machine)) return { log: await readLog(sources, machine, options), configFindings: [] };
  const { signal } = options;
  const { redactor } = sources;
  const [complaint, { inspection, configFindings }, log] = await Promise.all([
    attempt(judge(sources.shell(machine), machine, { signal, redactor })),
    inspectAndJudge(sources, machine, options),
    readLog(sources, machine, options),
  ]);
  return { log, inspection, complaint, configFindings };
}

async function inspectAndJudge(
  sources: Sources,
  machine: Machine,
  { signal }: Options,
): Promise<Required<Pick<Look, 'inspection' | 'configFindings'>>> {
  const { redactor } = sources;
  const inspection = await attempt(inspect(sources.shell(machine), machine, { signal, redactor }));
  return { inspection, configFindings: await judgeConfig(sources, machine, dataOf(inspection)) };
}

/** Without the checks of the editor the doctor knows less, but what it knows is true. */
async function judgeConfig(
  sources: Sources,
  machine: Machine,
  inspection: Inspection | undefined,
): Promise<readonly ConfigFinding[]> {
  const { path, text } = inspection?.config ?? {};
  if (path === undefined || text === undefined) return [];
  return dataOf(await attempt(sources.judgeConfig(machine, path, text))) ?? [];
}

/** flyctl does not end while there is no line. */
async function readLog(
  { flyctl, redactor }: Sources,
  { app, id }: Machine,
  options: Options,
): Promise<Reading<readonly LogEntry[]>> {
  const log = await attempt(flyctl.run(recentLog({ app, machine: id }), options));
  if ('failure' in log) return log.failure.kind === 'timeout' ? { data: [] } : log;
  return { data: log.data.map((entry) => ({ ...entry, message: redactor.redact(entry.message) })) };
}
